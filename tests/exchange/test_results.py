"""Results as tables and as CSV: every figure from first votes, and no cell that acts."""

import csv
import re
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.question import Side
from quizapp.domain.round import Ruling, Voter
from quizapp.domain.round_record import RoundRecord
from quizapp.exchange.markup import showable
from quizapp.exchange.results import answers_csv, questions_csv, scores_csv, tables
from tests.domain.examples import arguable, choice, verdict
from tests.exchange.rounds import changed, hands, one, record, teams, told

ACTING = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1"]  # noqa: RUF001 - a full-width one


FILES = {
    "question": (questions_csv, "number,question,revision,"),
    "voter": (scores_csv, "voter,name,right,"),
    "answer": (answers_csv, "number,question,vote,"),
}


def rows(record: RoundRecord, kind: str) -> list[dict[str, str]]:
    write, heads = FILES[kind]
    text = write(record)
    assert text.startswith(f"\ufeff{heads}")
    assert text.endswith("\r\n")
    found = list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    assert all(None not in row for row in found), "one table a file: each row has the cells of its head"
    return found


def test_a_question_has_its_first_votes_facility_and_interval() -> None:
    [row] = rows(one(verdict(), hands(product=8, service=12), hands(service=20)), "question")
    assert (row["n"], row["facility"], row["facility from"], row["facility to"]) == (
        "20",
        "0.6",
        "0.3866",
        "0.7812",
    )
    assert (row["first: product"], row["first: service"]) == ("8", "12")
    assert (row["second: product"], row["second: service"]) == ("0", "20")
    assert (row["key"], row["strength"], row["standing"]) == ("service", "clear", "counts")
    assert row["discrimination"] == ""


def test_of_fewer_than_ten_votes_no_interval_is_given() -> None:
    [row] = rows(one(verdict(), hands(product=1, service=8)), "question")
    assert (row["n"], row["facility"], row["facility from"], row["facility to"]) == ("9", "0.8889", "", "")


def test_a_late_team_has_one_name_wherever_it_stands() -> None:
    made = one(verdict(), teams(t5="service"))
    made = replace(made, round=replace(made.round, voters=(*made.round.voters, Voter("t5"))))
    assert [row["name"] for row in rows(made, "answer")] == ["Team 5"]
    assert "Team 5" in {row["name"] for row in rows(made, "voter")}
    assert made.name("t5") == "Team 5"


def test_a_choice_speaks_in_letters() -> None:
    made = record((verdict(), told(verdict())), (choice(key=2), told(choice(key=2), teams(t1="2", t2="0"))))
    [_, row] = rows(made, "question")
    assert (row["kind"], row["key"], row["strength"]) == ("choice", "C", "")
    assert [row[f"first: {each}"] for each in ("product", "A", "B", "C", "D")] == ["", "1", "0", "1", "0"]
    assert [each["answer"] for each in rows(made, "answer")] == ["C", "A"]


@pytest.mark.parametrize(
    ("changes", "standing"),
    [
        ({"ruling": Ruling.VOID}, "void"),
        ({"ruling": Ruling.BOTH}, "every answer accepted"),
        ({"is_skipped": True}, "left out"),
        ({"is_revealed": False}, "not shown"),
    ],
)
def test_what_does_not_count_says_why_and_has_no_facility(changes: dict[str, object], standing: str) -> None:
    [row] = rows(changed(one(verdict(), hands(service=3)), 0, **changes), "question")
    assert (row["standing"], row["facility"], row["n"]) == (standing, "", "")


def test_a_warm_up_is_worth_nothing() -> None:
    made = record((verdict(), told(verdict(), teams(t1="service"))), warm_up=True)
    [question], [answer] = rows(made, "question"), rows(made, "answer")
    assert (question["standing"], question["facility"], answer["is right"]) == ("warm-up", "", "")


def test_statements_belong_to_what_is_asked() -> None:
    question = replace(choice(), statements=("One", "Two"))
    [row] = rows(one(question), "question")
    assert row["text"] == "Which? 1. One 2. Two"


def test_answers_are_told_vote_by_vote_in_the_order_of_the_roster() -> None:
    made = one(verdict(), teams(t2="product", t1="service"), teams(t2="service"))
    told_ = [(row["vote"], row["voter"], row["answer"], row["is right"]) for row in rows(made, "answer")]
    assert told_ == [
        ("1", "t1", "service", "yes"),
        ("1", "t2", "product", "no"),
        ("2", "t2", "service", "yes"),
    ]
    assert rows(made, "answer")[0]["name"] == "Ada’s team"


def test_an_arguable_answer_is_neither_right_nor_wrong() -> None:
    [row] = rows(one(arguable(), teams(t1="product")), "answer")
    assert row["is right"] == ""


def test_voters_have_shared_ranks_and_numbers_where_names_were_deleted() -> None:
    made = replace(one(verdict(), teams(t1="service", t2="service")), names={})
    told_ = [(row["voter"], row["name"], row["right"], row["of"], row["rank"]) for row in rows(made, "voter")]
    assert told_ == [("t1", "Team 1", "1", "1", "1"), ("t2", "Team 2", "1", "1", "1")]


def test_discrimination_is_told_from_twenty_voters_on() -> None:
    questions = [verdict(name=f"q{n}") for n in range(3)]
    people = [f"p{n}" for n in range(20)]
    items = []
    for position, question in enumerate(questions):
        votes = {
            who: (Side.SERVICE if n % (position + 2) else Side.PRODUCT).value for n, who in enumerate(people)
        }
        items.append((question, told(question, teams(**votes))))
    made = record(*items)
    made = replace(made, round=replace(made.round, voters=tuple(Voter(who) for who in people)))
    [first, *_] = rows(made, "question")
    assert -1 <= float(first["discrimination"]) <= 1
    assert first["discrimination n"] == "20"


@pytest.mark.parametrize("words", ACTING)
def test_no_text_acts_as_a_formula(words: str) -> None:
    question = replace(verdict(), scenario=words)
    made = replace(changed(one(question, teams(t1="service")), dispute=words), names={"t1": words})
    guarded = "'" + re.sub("(?<=[\r\n])=", "'=", words.replace("\t", " "))
    assert {row["text"] for row in rows(made, "question")} == {guarded}
    assert {row["disputed"] for row in rows(made, "question")} == {guarded}
    assert guarded in {row["name"] for row in rows(made, "voter")}
    assert {row["name"] for row in rows(made, "answer")} == {guarded}


INVISIBLE = "\t\u00a0\u00ad\u200b\u200e\u202e\u2060\u2066\u3000\ufeff"


@pytest.mark.parametrize("leader", INVISIBLE)
def test_nothing_unseen_hides_a_formula(leader: str) -> None:
    words = f"{leader}=1+1; yes; {leader}@x"
    [row] = rows(one(replace(verdict(), scenario=words)), "question")
    shown = leader.replace("\t", " ")
    assert row["text"] == f"'{shown}=1+1; yes; {shown}'@x"


@pytest.mark.parametrize(
    ("words", "shown"),
    [("Ada; =1+1;", "Ada; '=1+1;"), ('x;"+1', "x;\"'+1"), ("x\n@y", "x\n'@y"), ("3-1; yes", "3-1; yes")],
)
def test_no_part_of_a_text_acts_where_semicolons_separate(words: str, shown: str) -> None:
    [row] = rows(one(replace(verdict(), scenario=words)), "question")
    assert row["text"] == shown


def test_a_number_below_nothing_stays_a_number() -> None:
    heads = tables(one(verdict()))[0].heads
    assert "discrimination" in heads
    assert all(
        not isinstance(cell, str) for cell in tables(one(verdict(), hands(service=1)))[0].rows[0][8:14]
    )


@given(st.text())
def test_any_text_comes_back_as_it_was_or_guarded(words: str) -> None:
    [row] = rows(one(replace(verdict(), scenario=words)), "question")
    assert row["text"].replace("'", "") == showable(words).replace("\t", " ").replace("'", "")
    questions_csv(one(replace(verdict(), scenario=words))).encode("utf-8")
