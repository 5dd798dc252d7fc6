"""Questions made of definitions, through the quiz: in sessions, looked back on, and reworded."""

import json
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from csv import DictReader
from dataclasses import replace
from io import StringIO
from pathlib import Path
from random import Random

import pytest

from quizapp.domain.bank import Bank, Definition
from quizapp.domain.question import Choice, Side, is_made_of_definition
from quizapp.domain.session import Session, refer
from quizapp.domain.summary import summarise
from quizapp.domain.terms import questions_of
from quizapp.exchange.answers import answers_csv
from quizapp.quiz.open_banks import NothingToAskError
from tests.content import shipped
from tests.domain.examples import VOCABULARY, bank, verdict
from tests.quiz_rig import QuizRig, go_through
from tests.reviews import DAY, all_of_today, begin, ids, overview

KITCHEN = tuple(
    Definition(of, text, "A cook")
    for of, text in (
        ("salt", "White and used with food."),
        ("sugar", "White and sweet."),
        ("flour", "White, of grain."),
        ("oil", "Pressed of seeds."),
    )
)


def kitchen(*definitions: Definition) -> Bank:
    worded = replace(VOCABULARY, definitions=definitions or KITCHEN)
    return replace(bank(verdict(name="v")), vocabulary=worded)


def with_salt_reworded() -> Bank:
    salt, *others = KITCHEN
    return kitchen(replace(salt, text="Sodium chloride."), *others)


@pytest.fixture
def rig(tmp_path: Path) -> QuizRig:
    return QuizRig(tmp_path)


@pytest.fixture
def terms(rig: QuizRig) -> QuizRig:
    """A bank with one scenario and four terms is in use."""
    rig.quiz.use_bank(kitchen())
    return rig


def test_terms_are_asked_among_the_others(terms: QuizRig) -> None:
    first = all_of_today(terms)
    assert sum(map(is_made_of_definition, first)) == 4
    assert all(each.startswith("term:") for each in first if each != "v")
    terms.seconds = 2 * DAY
    assert all(each.startswith("meaning:") for each in ids(begin(terms)) if each != "v")


def told_before(session: Session, wordings: Mapping[str, Definition]) -> list[str]:
    """The questions made of definitions whose answer an explanation before them names, by their texts."""
    found, explained = [], ""
    for asked in session.asked:
        question = asked.question
        if not isinstance(question, Choice) or not is_made_of_definition(question.id):
            continue
        asked_for = wordings[question.id]
        if f"“{asked_for.of}” means" in explained and asked_for.text in explained:
            found.append(question.id)
        explained += "".join(f"{option.text} {option.why}\n" for option in question.options)
    return found


def wordings_of(*banks: Bank) -> dict[str, Definition]:
    return {
        question.id: term.definition
        for each in banks
        for term, questions in questions_of(each.vocabulary.definitions)
        for question in questions
    }


def check_that_no_term_is_told_before(rig: QuizRig, days: int, new_a_day: int) -> int:
    """Do what some days offer; the terms that were asked."""
    wordings, number = wordings_of(*rig.quiz.banks), 0
    for _ in range(days):
        while now := overview(rig, new_a_day=new_a_day).at_once:
            session = begin(rig, new_a_day=new_a_day)
            assert len(session.asked) == now
            assert not told_before(session, wordings)
            go_through(rig.quiz, session)
            number += sum(map(is_made_of_definition, ids(session)))
        rest = overview(rig, new_a_day=new_a_day)
        assert (rest.due, rest.fresh) == (0, 0)
        rig.seconds += DAY
    return number


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("name", "least"), [(shipped.SCENARIOS, 4), (shipped.CHOICES, 50)])
def test_no_term_of_a_shipped_bank_is_told_before_it_is_asked(
    tmp_path: Path, name: str, least: int, seed: int
) -> None:
    rig = QuizRig(tmp_path, seed)
    whole = shipped.bank(name)
    rig.quiz.use_bank(replace(whole, questions=whole.questions[:5]))
    assert check_that_no_term_is_told_before(rig, days=4, new_a_day=40) >= least


def test_no_term_of_a_short_glossary_is_told_before_it_is_asked(terms: QuizRig) -> None:
    """Each of four names all others, so that they are asked one by one."""
    assert overview(terms).fresh == 5
    assert overview(terms).at_once == 2
    assert check_that_no_term_is_told_before(terms, days=4, new_a_day=10) >= 8


def test_a_session_on_terms_is_summed_up_and_its_missed_ones_are_practised(terms: QuizRig) -> None:
    session = begin(terms)
    session = go_through(terms.quiz, session, frozenset(ids(session)))
    summary = summarise(session)
    missed = [ids(session)[position] for position in summary.missed]
    assert "v" in missed
    again = terms.quiz.practise(session, summary.missed)
    assert ids(again) == missed
    assert go_through(terms.quiz, again).is_finished


def test_a_session_on_terms_is_taken_up_after_a_sudden_end(terms: QuizRig, tmp_path: Path) -> None:
    session = begin(terms)
    session = terms.quiz.answer(session, "0" if session.current.question.id != "v" else "service")
    other = QuizRig(tmp_path).quiz
    other.use_bank(kitchen())
    (kept,) = other.unfinished()
    taken_up = other.resume(kept)
    assert ids(taken_up) == ids(session)
    assert len(taken_up.asked) == 2
    assert taken_up.turns[0].answer is not None
    assert go_through(other, other.move_on(taken_up)).is_finished


def test_a_session_on_terms_is_looked_back_on(terms: QuizRig) -> None:
    go_through(terms.quiz, begin(terms))
    (past,) = terms.quiz.library.sessions()
    session = terms.quiz.library.session(past)
    assert len([turn for turn in session.turns if turn.answer is not None]) == 2
    assert not any(map(is_made_of_definition, (key[1] for key in terms.quiz.library.standings())))


def test_terms_are_no_questions_of_the_bank(terms: QuizRig) -> None:
    all_of_today(terms)
    assert terms.quiz.met() == 1
    assert overview(terms).met == overview(terms).cards == 5


def test_a_reset_tells_of_terms_as_well(terms: QuizRig) -> None:
    all_of_today(terms)
    assert (terms.quiz.answered("demo"), terms.quiz.outdated("demo")) == (5, 0)
    terms.quiz.use_bank(with_salt_reworded())
    assert (terms.quiz.answered("demo"), terms.quiz.outdated("demo")) == (5, 1)
    terms.quiz.use_bank(replace(kitchen(), vocabulary=VOCABULARY))
    assert (terms.quiz.answered("demo"), terms.quiz.outdated("demo")) == (5, 4)
    terms.quiz.reset_bank("demo")
    assert (terms.quiz.answered("demo"), terms.quiz.outdated("demo")) == (0, 0)


def test_answers_on_terms_go_out_and_come_in(terms: QuizRig) -> None:
    all_of_today(terms)
    table = answers_csv(terms.quiz.archive.saved(), terms.quiz.banks)
    assert "What does “salt” mean?" in table
    before, content = overview(terms), terms.quiz.archive.export()
    assert "term:salt" in json.dumps(json.loads(content))
    terms.quiz.archive.start_afresh()
    terms.quiz.archive.take_in(content)
    assert overview(terms) == before


def test_a_term_can_be_answered_for_itself(terms: QuizRig) -> None:
    (now,) = terms.quiz.banks
    ref = refer(now, now.question("term:salt"))
    assert terms.quiz.start_on(ref).current.question.id == "term:salt"


def test_of_a_reworded_definition_one_term_begins_anew(terms: QuizRig) -> None:
    all_of_today(terms)
    assert overview(terms).met == 5
    terms.quiz.use_bank(with_salt_reworded())
    now = overview(terms)
    assert (now.met, now.reset) == (4, 1)


def said(rig: QuizRig) -> dict[str, str]:
    """What was chosen of each choice, looked back on in all sessions."""
    found: dict[str, str] = {}
    for past in rig.quiz.library.sessions():
        with suppress(NothingToAskError):
            session = rig.quiz.library.session(past)
            found |= {
                asked.question.id: asked.question.options[int(turn.answer)].text
                for asked, turn in zip(session.asked, session.turns, strict=True)
                if isinstance(asked.question, Choice) and turn.answer is not None
            }
    return found


CAPERS = Definition("capers", "Buds, pickled and used with food.", "A cook")


def test_looking_back_shows_what_was_chosen_or_nothing(rig: QuizRig) -> None:
    """Other options may have come since: what was chosen is known by its words."""
    harbour = [
        Definition(of, text, "A sailor")
        for of, text in (
            ("pier", "Ships land there."),
            ("quay", "Ships land here."),
            ("wharf", "Ships wait."),
        )
    ]
    rig.quiz.use_bank(kitchen(*KITCHEN, *harbour))
    all_of_today(rig, chance=Random(1), ability=0)
    before = said(rig)
    assert (len(before), overview(rig).met) == (7, 8)
    rig.quiz.use_bank(kitchen(*KITCHEN, *harbour[:2], replace(harbour[2], text="Stones by the water.")))
    assert overview(rig).reset == 1
    now = said(rig)
    assert {"term:salt", "term:sugar", "term:flour"} <= now.keys()
    assert not {"term:quay", "term:pier", "term:wharf"} & now.keys()
    assert now.items() <= before.items()


def test_in_a_table_an_answer_on_a_term_has_the_words_that_were_chosen(terms: QuizRig) -> None:
    all_of_today(terms, chance=Random(1), ability=0)
    before = Counter(said(terms).values())
    terms.quiz.use_bank(kitchen(CAPERS, *KITCHEN))
    rows = DictReader(StringIO(answers_csv(terms.quiz.archive.saved(), terms.quiz.banks)))
    told = Counter(row["answer"] for row in rows if row["question"] != "v")
    assert told.total() == 4
    assert told & before
    assert all(len(each) == 12 for each in told - before)  # gone: named as it is kept


def test_a_running_session_keeps_the_options_of_what_was_answered(terms: QuizRig) -> None:
    session = begin(terms)
    if session.current.question.id == "v":
        session = terms.quiz.move_on(terms.quiz.answer(session, Side.SERVICE))
    session = terms.quiz.answer(session, "0")
    answered = session.current.question
    terms.quiz.use_bank(kitchen(replace(KITCHEN[0], text="Sodium chloride."), *KITCHEN[1:], CAPERS))
    assert terms.quiz.refreshed(session).current.question == answered


def test_terms_are_asked_in_the_words_of_the_exam_that_was_chosen(rig: QuizRig) -> None:
    salt = [Definition("salt", text, "A cook", exams=(exam,)) for exam, text in (("itil4", "A"), ("v5", "B"))]
    words = replace(VOCABULARY, definitions=(*salt, *KITCHEN[1:]))
    rig.quiz.use_bank(replace(bank(verdict(name="v")), vocabulary=words))
    all_of_today(rig)
    assert (overview(rig).cards, overview(rig).met) == (6, 6)
    rig.quiz.exam = "v5"
    assert (overview(rig).cards, overview(rig).met) == (5, 5)
    rig.seconds = DAY * 60
    asked = all_of_today(rig, new_a_day=0)
    assert len(asked) == 5
    assert not [each for each in asked if each.endswith("@itil4")]
    rig.quiz.exam = ""
    assert (overview(rig).cards, overview(rig).met, overview(rig).reset) == (6, 6, 0)


def test_a_bank_with_more_terms_takes_over_none_that_was_met(terms: QuizRig) -> None:
    go_through(terms.quiz, begin(terms))
    all_of_today(terms)  # the last of them nobody has computed yet
    other = replace(kitchen(*KITCHEN, CAPERS), id="other", questions=(verdict(name="w"),))
    terms.quiz.add_bank(other)
    now = overview(terms)
    assert (now.cards, now.met, now.reset) == (7, 5, 0)  # new are a scenario and a term
    terms.quiz.close_bank("demo")
    assert (overview(terms).cards, overview(terms).met) == (6, 0)
