"""What the console says: the words for steps, phases, votes and advice."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from quizapp.domain.advice import Advice, AdviceKind
from quizapp.domain.chance import ENOUGH
from quizapp.domain.movement import Movement
from quizapp.domain.question import Choice, Question, Strength, Verdict
from quizapp.domain.round import Phase, Round, Ruling
from quizapp.domain.round_events import Event, Rule, Skip
from quizapp.domain.round_plan import AnsweringMode, RoundPlan
from quizapp.ui.rounds.console.commands import Command, NextStep, key_name
from quizapp.ui.rounds.wording import RoundWords
from quizapp.ui.wording import LETTERS


class ConsoleWords(QObject):
    """The sentences of the console, in one place, so that they sound alike."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roster = RoundWords(self)

    def steps(self) -> Mapping[NextStep, str]:
        """What the filled button says at each step."""
        return {
            NextStep.ASK: self.tr("Show question 1"),
            NextStep.OPEN: self.tr("Open the vote"),
            NextStep.LOCK: self.tr("Lock the vote"),
            NextStep.DECIDE: self.tr("Discuss or reveal"),
            NextStep.DISCUSS: self.tr("Discuss"),
            NextStep.REVEAL: self.tr("Reveal"),
            NextStep.GO_ON: self.tr("Go on"),
            NextStep.OPEN_AGAIN: self.tr("Vote again"),
            NextStep.EXPLAIN: self.tr("Show the reason"),
            NextStep.SCORES: self.tr("Show the scores"),
            NextStep.NEXT_QUESTION: self.tr("Next question"),
            NextStep.WRAP_UP: self.tr("Wrap up"),
            NextStep.RESUME: self.tr("Resume"),
            NextStep.OVER: self.tr("Wrap-up"),
        }

    def commands(self) -> Mapping[Command, str]:
        """What the other buttons say."""
        return {
            Command.MORE_TIME: self.tr("10 s more"),
            Command.PAUSE: self.tr("Pause"),
            Command.DISCUSS: self.tr("Discuss"),
            Command.REVEAL: self.tr("Reveal"),
            Command.VOID: self.tr("Void"),
            Command.BACK: self.tr("Back"),
            Command.SKIP: self.tr("Skip"),
            Command.UNLOCK: self.tr("Unlock"),
            Command.RELEASE: self.tr("Show first vote"),
            Command.SCORES: self.tr("Scores"),
            Command.BOTH: self.tr("Accept both"),
            Command.DISPUTE: self.tr("Disputed"),
            Command.CORRECT: self.tr("Correct"),
            Command.BLACK: self.tr("Black"),
            Command.SWAP: self.tr("Swap"),
            Command.FINISH: self.tr("Finish"),
            Command.LEAVE: self.tr("Leave"),
        }

    def meanings(self) -> Mapping[Command, str]:
        """What the shorter of those mean."""
        return {
            Command.VOID: self.tr("This question counts for nothing; press again to let it count"),
            Command.BOTH: self.tr("Every answer counts as right; press again for the key alone"),
            Command.RELEASE: self.tr("The wall shows the first vote while the room talks"),
            Command.DISPUTE: self.tr("Note why the room disputes this question"),
            Command.CORRECT: self.tr("Change what was entered wrongly, after the verdict"),
            Command.BLACK: self.tr("The wall turns black; the same key shows it again"),
            Command.SWAP: self.tr("Wall and console change screens"),
            Command.FINISH: self.tr("End the round; it asks first"),
            Command.UNLOCK: self.tr("Open the locked vote again, after a slip"),
            Command.SKIP: self.tr("Leave this question out"),
        }

    # -- where the round stands ----------------------------------------------------------------

    def position(self, round_: Round) -> str:
        """Which question is in front, and what is special about it."""
        if round_.phase is Phase.LOBBY:
            return self.tr("{count} questions").format(count=len(round_.items))
        words = [
            self.tr("Question {position} of {total}").format(
                position=round_.position + 1, total=len(round_.items)
            )
        ]
        if round_.phase in {Phase.WRAP_UP, Phase.CLOSED}:
            words = [self.tr("Wrap-up")]
        elif round_.is_warm_up(round_.position):
            words.append(self.tr("warm-up"))
        if round_.phase in {Phase.OPEN, Phase.LOCKED} and len(round_.item.ballots) > 1:
            words.append(self.tr("second vote"))
        if round_.item.ruling is not Ruling.NONE:
            is_void = round_.item.ruling is Ruling.VOID
            words.append(self.tr("void") if is_void else self.tr("both accepted"))
        if round_.item.dispute:
            words.append(self.tr("disputed"))
        if round_.item.corrected:
            words.append(self.tr("votes corrected"))
        return " · ".join(words)

    def phase(self, phase: Phase) -> str:
        """The name of a phase; the two steps of a reveal share one."""
        names = {
            Phase.LOBBY: self.tr("Lobby"),
            Phase.ASK: self.tr("Ask"),
            Phase.OPEN: self.tr("Open"),
            Phase.LOCKED: self.tr("Locked"),
            Phase.DISCUSS: self.tr("Discuss"),
            Phase.REVEAL: self.tr("Reveal"),
            Phase.EXPLAIN: self.tr("Reveal"),
            Phase.SCORES: self.tr("Scores"),
            Phase.WRAP_UP: self.tr("Wrap-up"),
            Phase.CLOSED: self.tr("Closed"),
        }
        return names[phase]

    def time_left(self, seconds: int | None) -> str:
        """The time left of a vote; empty while none runs."""
        if seconds is None:
            return ""
        return self.tr("{minutes}:{seconds:02d} left").format(minutes=seconds // 60, seconds=seconds % 60)

    def present(self, round_: Round) -> str:
        """How many are there, and once a vote is open how many of them are in."""
        ballot, headcount, number = round_.ballot, round_.plan.headcount, len(round_.present)
        if round_.mode is AnsweringMode.HANDS:
            if ballot is None:
                return self.tr("{n} people").format(n=headcount) if headcount else ""
            told = self.tr("{n} of {of} hands counted") if headcount else self.tr("{n} hands counted")
            return told.format(n=ballot.number, of=headcount)
        if round_.mode is AnsweringMode.BUZZ and ballot is not None:
            return ""  # whose turn it is says more
        if ballot is None:
            return self.tr("{n} take part").format(n=number)
        return self.tr("{n} of {of} are in").format(n=number - len(round_.missing), of=number)

    # -- what a key did that is not seen on the wall ---------------------------------------------

    def told(self, before: Round, event: Event) -> str:
        """What an event did to a round, and how it is taken back; empty where the wall says enough.

        Args:
            before: the round before it.
            event: what happened.
        """
        match event:
            case Skip() if before.is_last:
                return self.tr("Question {n} was left out.").format(n=before.position + 1)
            case Skip():
                told = self.tr("Question {n} was left out. Page Up brings it back.")
                return told.format(n=before.position + 1)
            case Rule() if before.phase is not Phase.WRAP_UP:
                return self._ruled(before, event)
            case _:
                return ""

    def _ruled(self, before: Round, event: Rule) -> str:
        """What a ruling does; of one that was asked about enough was said."""
        number, was_both = event.position + 1, before.items[event.position].ruling is Ruling.BOTH
        if event.ruling == Ruling.BOTH:
            told = self.tr("Every answer to question {n} counts as right. {key} takes that back.")
            return told.format(n=number, key=key_name(Command.BOTH, before.mode))
        if event.ruling == Ruling.NONE and was_both:
            return self.tr("Taken back: only the key of question {n} counts as right.").format(n=number)
        return self.tr("Question {n} counts again.").format(n=number) if event.ruling == Ruling.NONE else ""

    # -- answers and votes ---------------------------------------------------------------------

    def key(self, question: Question) -> str:
        """The key in words."""
        if isinstance(question, Choice):
            key = question.key
            return self.tr("Key: {letter}. {text}").format(
                letter=LETTERS[key], text=question.options[key].text
            )
        side = self._roster.answer(question.answer)
        match question.strength:
            case Strength.CLEAR:
                return self.tr("Key: {side}, clear").format(side=side)
            case Strength.LEANING:
                return self.tr("Key: leaning to {side}").format(side=side)
            case _:
                return self.tr("Arguable, leaning to {side}").format(side=side)

    def share(self, share: float, low: float, high: float) -> str:
        """A share and its 95 % interval."""
        return self.tr("{share} %, could be {low}–{high} %").format(
            share=round(100 * share), low=round(100 * low), high=round(100 * high)
        )

    # -- advice --------------------------------------------------------------------------------

    def advice(self, advice: Advice) -> str:
        """What might be done now."""
        sentences = {
            AdviceKind.EXPLAIN: self.tr("Explain it first."),
            AdviceKind.DISCUSS: self.tr("Let them discuss, and vote again."),
            AdviceKind.MOVE_ON: self.tr("Move on."),
            AdviceKind.DEBATE: self.tr("Worth a debate."),
            AdviceKind.AGREED: self.tr("They agree; a debate is not needed."),
            AdviceKind.NOTHING: self.tr("Nobody has voted."),
        }
        return sentences[advice.kind]

    def ground(self, advice: Advice) -> str:
        """On what the advice rests, with its doubt."""
        if advice.kind is AdviceKind.NOTHING:
            return ""
        if advice.number < ENOUGH:
            return self._few(advice)
        share = self.share(advice.share, advice.low, advice.high)
        if advice.kind in {AdviceKind.DEBATE, AdviceKind.AGREED}:
            return self.tr("The smaller side has {share} (95 %, {n} votes).").format(
                share=share, n=advice.number
            )
        return self.tr("Right: {share} (95 %, {n} votes).").format(share=share, n=advice.number)

    def _few(self, advice: Advice) -> str:
        """The ground of an advice that rests on so few votes that a share says little."""
        votes, part = advice.number, round(advice.share * advice.number)
        if advice.kind in {AdviceKind.DEBATE, AdviceKind.AGREED}:
            return self.tr("The smaller side has {part} of {n}: few votes.").format(part=part, n=votes)
        return self.tr("{part} of {n} right: few votes.").format(part=part, n=votes)

    def source(self, plan: RoundPlan, question: Question) -> str:
        """Where the thresholds of the advice come from."""
        if isinstance(question, Verdict) and question.strength is Strength.ARGUABLE:
            return self.tr("From 30 % for the smaller side a debate pays (our own estimate).")
        bands = plan.choice_bands if isinstance(question, Choice) else plan.verdict_bands
        limits = self.tr("Below {low} % explain, to {high} % discuss, above it move on.").format(
            low=round(100 * bands.low), high=round(100 * bands.high)
        )
        source = (
            self.tr("Crouch and Mazur, 2001.")
            if isinstance(question, Choice)
            else self.tr("Our own estimate for two answers, from the 35 and 70 % of Crouch and Mazur, 2001.")
        )
        return f"{limits} {source}"

    # -- before and after ----------------------------------------------------------------------

    def change(self, moved: Movement) -> str:
        """Every answer before and after."""
        lines = (
            f"{self._roster.answer(answer)} {before} → {after}"
            for answer, before, after in zip(moved.answers, moved.before, moved.after, strict=True)
            if before or after
        )
        return ", ".join(lines)

    def moves(self, moved: Movement) -> str:
        """Who moved, in number only; empty where nobody can know."""
        if not moved.known:
            return ""
        if not moved.moves:
            return self.tr("Nobody moved.")
        told = (
            self.tr("{n} from {before} to {after}").format(
                n=move.number,
                before=self._roster.answer(move.before),
                after=self._roster.answer(move.after),
            )
            for move in moved.moves
        )
        return self.tr("Moved: {moves}; {moved} of {known} in all.").format(
            moves=", ".join(told), moved=moved.moved, known=moved.known
        )
