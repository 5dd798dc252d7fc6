"""Papers through the door of the quiz: drawn, sat, killed, slept through, handed in once."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.domain.attempt import Step
from quizapp.domain.bank import Bank
from quizapp.domain.paper import Paper, PaperHandedInError, UnknownPaperError
from quizapp.domain.paper_preset import BlueprintRow, PaperKind, Preset
from quizapp.domain.question import Choice
from quizapp.domain.selection import Selection
from quizapp.quiz import NothingToAskError
from tests.domain.examples import bank, choice, verdict
from tests.killed import told_before_death
from tests.quiz_rig import QuizRig, at

FORTY = Preset("forty", "Forty", 60, (BlueprintRow(10, level=1), BlueprintRow(30, level=2)), 75, 26)


def question(number: int, level: int) -> Choice:
    return replace(choice(number % 4, name=f"q{number}"), level=level, fact=f"f{number}")


def forty() -> Bank:
    return bank(*(question(number, 1 if number < 15 else 2) for number in range(60)))


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[QuizRig]:
    rig = QuizRig(tmp_path)
    rig.quiz.use_bank(forty())
    yield rig
    rig.quiz.close()


def answer_all(rig: QuizRig, paper: Paper, right: int, of: int) -> Paper:
    """Answer the first so many, the first of them right."""
    for position in range(of):
        rig.seconds += 5
        paper = rig.quiz.papers.go_to(paper, position)
        asked = paper.current.question
        assert isinstance(asked, Choice)
        key = asked.key if position < right else (asked.key + 1) % 4
        paper = rig.quiz.papers.answer(paper, str(key))
    return paper


def again(rig: QuizRig) -> QuizRig:
    """The program started anew on the same folder, at the same moment, without any bank."""
    rig.quiz.close()
    new = QuizRig(rig.file.parent)
    new.seconds = rig.seconds
    return new


# -- choosing --------------------------------------------------------------------------------------


def test_the_shipped_presets_are_the_exams_and_two_of_our_own(rig: QuizRig) -> None:
    listed = rig.quiz.papers.presets()
    assert listed.problems == ()
    exams = {each.exam: each for each in listed.presets if each.exam}
    assert set(exams) == {"itil4", "v5"}
    for each in exams.values():
        told = (each.questions, each.minutes, each.extra_minutes, each.pass_mark)
        assert told == (40, 60, 75, 26)
        assert all(row.kind is PaperKind.CHOICE for row in each.blueprint)


def test_own_presets_stand_beside_the_shipped_ones_or_in_their_place(rig: QuizRig) -> None:
    rig.quiz.papers.own_presets.write_text(
        "papers:\n  - {id: mine, title: Mine, minutes: 5, blueprint: [{questions: 2}]}\n"
        "  - {id: short, title: Shorter, minutes: 1, blueprint: [{questions: 1}]}\n",
        "utf-8",
    )
    titles = [each.title for each in rig.quiz.papers.presets().presets]
    assert "Mine" in titles
    assert "Shorter" in titles
    assert "A short paper" not in titles


def test_what_the_banks_lack_is_told(rig: QuizRig) -> None:
    (offer,) = rig.quiz.papers.offers(
        [replace(FORTY, blueprint=(BlueprintRow(20, level=1), BlueprintRow(20, level=2)))]
    )
    assert offer.found == 35
    assert [(lack.row.level, lack.missing) for lack in offer.lacks] == [(1, 5)]
    with pytest.raises(NothingToAskError):
        rig.quiz.papers.start(offer.preset)
    assert rig.quiz.running_papers() == ()


def test_questions_come_from_all_open_banks(rig: QuizRig) -> None:
    other = replace(bank(*(question(100 + number, 1) for number in range(9))), id="other")
    rig.quiz.add_bank(other)
    paper = rig.quiz.papers.start(replace(FORTY, blueprint=(BlueprintRow(69),)))
    assert {item.ref.bank_id for item in paper.items} == {"demo", "other"}


def test_new_questions_come_first_and_are_counted(rig: QuizRig) -> None:
    first = rig.quiz.papers.start(replace(FORTY, blueprint=(BlueprintRow(40),)))
    assert first.fresh == 40
    rig.quiz.papers.hand_in(answer_all(rig, first, 40, 40))
    second = rig.quiz.papers.start(replace(FORTY, blueprint=(BlueprintRow(40),)))
    assert second.fresh == 20
    asked = {item.ref.question_id for item in first.items}
    assert sum(item.ref.question_id not in asked for item in second.items) == 20


# -- sitting ---------------------------------------------------------------------------------------


def test_a_paper_is_no_session_to_resume(rig: QuizRig) -> None:
    rig.quiz.papers.start(FORTY)
    assert rig.quiz.unfinished() == ()
    (running,) = rig.quiz.running_papers()
    assert len(running.items) == 40


def test_nothing_counts_before_it_is_handed_in(rig: QuizRig) -> None:
    answer_all(rig, rig.quiz.papers.start(FORTY), 40, 40)
    assert rig.kept() == []
    assert rig.quiz.met() == 0


def test_what_is_handed_in_counts_as_first_answers(rig: QuizRig) -> None:
    past = rig.quiz.papers.hand_in(answer_all(rig, rig.quiz.papers.start(FORTY), 26, 30))
    kept = rig.kept()
    assert (past.result.score.earned, past.result.answered, past.result.has_passed) == (26, 30, True)
    assert len(kept) == 30
    assert sum(attempt.marks or 0 for attempt in kept) == 26
    assert {attempt.step for attempt in kept} == {Step.ANSWER}
    assert rig.quiz.met() == 30
    assert rig.quiz.reviews.overview(at(0).date(), None, None).met == 30
    assert rig.quiz.unfinished() == ()


def test_a_changed_answer_counts_with_the_time_of_all_its_changes(rig: QuizRig) -> None:
    papers, paper = rig.quiz.papers, rig.quiz.papers.start(FORTY)
    for seconds, place in ((3, 0), (4, 1)):
        rig.seconds += seconds
        paper = papers.answer(paper, paper.current.offered[place])
    paper = papers.answer(paper, paper.current.offered[1])  # the same once more: no change
    past = papers.hand_in(paper)
    (attempt,) = rig.kept()
    assert attempt.response == paper.items[0].offered[1]
    assert attempt.seconds == 7
    assert attempt.offered == paper.items[0].offered
    assert past.session.turns[0].answer == attempt.response


def test_what_is_no_answer_to_it_is_not_taken(rig: QuizRig) -> None:
    paper = rig.quiz.papers.start(FORTY)
    assert rig.quiz.papers.answer(paper, "9").answers == {}


def test_handing_in_twice_writes_once(rig: QuizRig) -> None:
    paper = answer_all(rig, rig.quiz.papers.start(FORTY), 5, 5)
    first = rig.quiz.papers.hand_in(paper)
    rig.seconds += 60
    assert rig.quiz.papers.hand_in(paper) == first
    assert len(rig.kept()) == 5
    with pytest.raises(PaperHandedInError):
        rig.quiz.papers.answer(paper.moved(9), "0")


def test_a_paper_given_up_is_gone_and_counts_for_nothing(rig: QuizRig) -> None:
    paper = answer_all(rig, rig.quiz.papers.start(FORTY), 5, 5)
    rig.quiz.papers.give_up(paper)
    rig.seconds += 9999
    assert rig.quiz.overdue_papers() == ()
    assert rig.quiz.running_papers() == ()
    assert rig.quiz.papers.past() == ()
    assert rig.kept() == []


def test_beginning_its_bank_afresh_gives_a_paper_up(rig: QuizRig) -> None:
    paper = answer_all(rig, rig.quiz.papers.start(FORTY), 5, 5)
    rig.quiz.reset_bank("demo")
    with pytest.raises(UnknownPaperError):
        rig.quiz.papers.hand_in(paper)
    assert rig.kept() == []
    assert rig.quiz.running_papers() == ()


def test_the_missed_ones_are_practised_in_their_wording(rig: QuizRig) -> None:
    past = rig.quiz.papers.hand_in(answer_all(rig, rig.quiz.papers.start(FORTY), 30, 38))
    session = rig.quiz.practise(past.session, past.result.missed)
    assert len(session.asked) == 10
    assert not session.is_finished


def test_scenarios_are_marked_by_the_answer_alone(tmp_path: Path) -> None:
    rig = QuizRig(tmp_path)
    rig.quiz.use_bank(bank(*(verdict(name=f"v{number}") for number in range(4))))
    paper = rig.quiz.papers.start(Preset("s", "S", 5, (BlueprintRow(4, PaperKind.SCENARIO),)))
    paper = rig.quiz.papers.answer(paper, "service")
    past = rig.quiz.papers.hand_in(paper)
    assert (past.result.score.earned, past.result.has_passed) == (1, None)
    assert all(not item.reasons for item in paper.items)


# -- time, sleep and sudden ends -------------------------------------------------------------------


def test_a_restart_loses_nothing_and_costs_its_time(rig: QuizRig) -> None:
    papers, paper = rig.quiz.papers, rig.quiz.papers.start(FORTY, extra_time=True)
    paper = answer_all(rig, paper, 7, 9)
    paper = papers.flag(papers.go_to(paper, 4), flagged=True)
    new = again(rig)
    new.seconds += 600
    (back,) = new.quiz.running_papers()
    assert (back.answers, back.position) == (paper.answers, 4)
    assert back.flagged == {4}
    assert back.items == paper.items
    assert (back.minutes, back.timer.left) == (75, 75 * 60 - new.seconds)


def test_a_paper_needs_no_bank_to_go_on_and_keeps_its_wording(rig: QuizRig) -> None:
    paper = rig.quiz.papers.start(FORTY)
    reworded = (replace(each, prompt="Another?") for each in forty().questions if isinstance(each, Choice))
    rig.quiz.use_bank(bank(*reworded))
    assert rig.quiz.papers.resume(paper).items == paper.items
    assert again(rig).quiz.running_papers()[0].items == paper.items


def test_after_the_deadline_nothing_changes_any_more(rig: QuizRig) -> None:
    paper = answer_all(rig, rig.quiz.papers.start(FORTY), 3, 3)
    rig.seconds += 3600
    late = rig.quiz.papers.answer(rig.quiz.papers.go_to(paper, 20), "0")
    late = rig.quiz.papers.flag(late, flagged=True)
    assert late.timer.is_over
    past = rig.quiz.papers.hand_in(late)
    assert (past.by_time, past.result.answered, past.ended_at) == (True, 3, at(3600))


def test_a_deadline_that_passed_while_away_hands_in_at_that_moment(rig: QuizRig) -> None:
    answer_all(rig, rig.quiz.papers.start(FORTY), 26, 27)
    new = again(rig)
    new.seconds = 9 * 86_400.0
    (past,) = new.quiz.overdue_papers()
    assert (past.by_time, past.ended_at, past.result.score.earned) == (True, at(3600), 26)
    assert new.quiz.overdue_papers() == ()
    assert new.quiz.running_papers() == ()
    assert len(new.kept()) == 27


def test_a_clock_set_back_gives_no_time_here_or_after_a_restart(rig: QuizRig) -> None:
    paper = answer_all(rig, rig.quiz.papers.start(FORTY), 10, 10)
    left = rig.quiz.papers.timed(paper).timer.left
    rig.seconds -= 7200  # of the wall clock; the monotonic one of the rig stands still for the timer
    assert rig.quiz.papers.timed(paper).timer.left <= left
    new = again(rig)
    assert new.quiz.running_papers()[0].timer.left <= left


def test_the_time_left_is_stored_though_nothing_is_done(rig: QuizRig) -> None:
    paper = rig.quiz.papers.start(FORTY)
    for _ in range(60):
        rig.seconds += 10
        paper = rig.quiz.papers.timed(paper)
    new = again(rig)
    new.seconds = 0.0  # set back to the start
    assert new.quiz.running_papers()[0].timer.left <= 3600 - 600 + 15


@pytest.mark.parametrize("lines", [1, 7, 20])
def test_a_paper_killed_in_its_middle_goes_on_where_it_was(tmp_path: Path, lines: int) -> None:
    told = told_before_death("tests.paper_child", tmp_path, lines)
    rig = QuizRig(tmp_path)
    rig.seconds = 10.0 * len(told)
    (paper,) = rig.quiz.running_papers()
    kept = {int(position): answer for position, answer in told}
    assert kept.items() <= paper.answers.items()
    assert len(paper.answers) <= len(kept) + 1  # one may be kept that could not be told any more
    assert {position for position in kept if position % 3 == 0} <= paper.flagged
    past = rig.quiz.papers.hand_in(paper)
    assert past.result.answered == len(paper.answers)
    assert len(rig.kept()) == len(paper.answers)
    rig.quiz.close()


def test_a_session_goes_on_beside_a_paper(rig: QuizRig) -> None:
    rig.quiz.papers.start(FORTY)
    session = rig.quiz.start(Selection(4711))
    assert [kept.start.id for kept in rig.quiz.unfinished()] == [session.start.id]
    assert len(rig.quiz.running_papers()) == 1
