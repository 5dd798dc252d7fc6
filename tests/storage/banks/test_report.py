"""Reports: one form for people and three for programs, none of them broken by odd names."""

import json

import pytest

from quizapp.domain.problem import Problem, Reading, Severity
from quizapp.storage.banks.problems import Code, Fault, Findings
from quizapp.storage.banks.report import FORMATS, as_github, as_json, as_sarif, as_text

ODD = "a\udcff\n\u202e,b:%.yaml"
READINGS = [
    Reading(
        "bank.yaml",
        None,
        (Problem("bank.yaml", 7, 3, Severity.WARNING, "lost-text", "It is lost.", "Quote it."),),
    ),
    Reading(ODD, None, (Problem(ODD, None, None, Severity.ERROR, "unreadable", "There is no such file."),)),
]


def test_people_get_one_line_a_problem_and_its_mend_below() -> None:
    assert as_text(READINGS) == (
        "bank.yaml:7:3: warning lost-text: It is lost.\n"
        "    Quote it.\n"
        "a\\udcff\\n\\u202e,b:%.yaml: error unreadable: There is no such file.\n"
        "2 files, 0 sound questions, 1 error, 1 warning.\n"
    )


def test_json_has_a_list_of_all_facts() -> None:
    first, second = json.loads(as_json(READINGS))
    assert first == {
        "path": "bank.yaml",
        "line": 7,
        "column": 3,
        "severity": "warning",
        "code": "lost-text",
        "message": "It is lost.",
        "hint": "Quote it.",
    }
    assert (second["line"], second["column"], second["path"]) == (None, None, "a\\udcff\n\u202e,b:%.yaml")


def test_sarif_names_its_rules_and_places() -> None:
    (run,) = json.loads(as_sarif(READINGS))["runs"]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {code.value for code in Code}
    first, second = (result["locations"][0]["physicalLocation"] for result in run["results"])
    assert first["region"] == {"startLine": 7, "startColumn": 3}
    assert second == {"artifactLocation": {"uri": "a%FF%0A%E2%80%AE%2Cb%3A%25.yaml"}}
    assert [result["level"] for result in run["results"]] == ["warning", "error"]


def test_absolute_paths_are_file_addresses() -> None:
    problem = Problem("/a b.yaml", 1, 1, Severity.ERROR, "syntax", "x")
    run = json.loads(as_sarif([Reading("/a b.yaml", None, (problem,))]))["runs"][0]
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "file:///a%20b.yaml"


def test_workflow_commands_stay_on_one_line_each() -> None:
    first, second = as_github(READINGS).splitlines()
    assert first == "::warning file=bank.yaml,title=lost-text,line=7,col=3::It is lost. Quote it."
    assert second.startswith("::error file=a\\udcff\\n\\u202e%2Cb%3A%25.yaml,title=unreadable::")


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_can_say_that_nothing_is_wrong(form: str) -> None:
    assert "error " not in FORMATS[form]([Reading("bank.yaml", None)])


def test_every_code_is_kebab_case_with_a_sentence() -> None:
    for code in Code:
        assert code.value == code.value.lower().replace("_", "-")
        assert code.meaning.endswith(".")


def test_a_report_ends_with_how_many_are_left_out() -> None:
    findings = Findings("x")
    for number in range(120):
        findings.add(Fault(Code.TAB, "A tab."), (200 - number, 1))
    problems = findings.problems()
    assert len(problems) == 100
    assert problems[0].line == 101
    assert (problems[-1].code, problems[-1].line) == ("too-many-problems", None)
    assert "21 more" in problems[-1].message
