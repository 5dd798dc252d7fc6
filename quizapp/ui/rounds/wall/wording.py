"""The words that stand on the wall beside those of the bank."""

from PySide6.QtCore import QObject

from quizapp.domain.question import Side, Strength
from quizapp.domain.round import Ruling
from quizapp.domain.round_plan import AnsweringMode
from quizapp.domain.wall_view import Revealed, Split, WallView
from quizapp.ui.wording import LETTERS


class WallWords(QObject):
    """All the wall's own words in one place, so that they sound alike."""

    def side(self, side: Side) -> str:
        """The name of a side."""
        return self.tr("Product") if side is Side.PRODUCT else self.tr("Service")

    def answer(self, view: WallView, index: int) -> str:
        """How an answer is called: a side, or a letter."""
        return LETTERS[index] if view.answers else self.side(list(Side)[index])

    def strength(self, strength: Strength) -> str:
        """The word for a strength."""
        words = {
            Strength.CLEAR: self.tr("Clear"),
            Strength.LEANING: self.tr("Leaning"),
            Strength.ARGUABLE: self.tr("Arguable"),
        }
        return words[strength]

    def verdict(self, view: WallView, revealed: Revealed) -> str:
        """The verdict in a word or two."""
        if revealed.strength is Strength.ARGUABLE:
            return self.tr("Both can be argued")
        return self.answer(view, revealed.key)

    def position(self, view: WallView) -> str:
        """Which question is in front; in the lobby and at the end what the round is called."""
        if not view.stem:
            return view.title
        return self.tr("Question {position} of {total}").format(position=view.position, total=view.total)

    def remark(self, view: WallView) -> str:
        """What is to be known about the question in front."""
        if view.is_warm_up:
            return self.tr("Warm-up – no points")
        return self.tr("No points for this one") if view.is_unscored else ""

    def questions(self, view: WallView) -> str:
        """How many questions will come."""
        if view.total == 1:
            return self.tr("1 question. Decide for yourself, then say why.")
        return self.tr("{total} questions. Decide for yourself, then say why.").format(total=view.total)

    def how(self, view: WallView) -> str:
        """How the room answers."""
        sentences = {
            AnsweringMode.HANDS: self.tr("You answer with your hand or a card."),
            AnsweringMode.TEAMS: self.tr("Each team gives one answer."),
            AnsweringMode.BUZZ: self.tr("The team that buzzes first answers."),
            AnsweringMode.PAPER: self.tr("You answer on your sheet."),
        }
        return sentences[view.mode]

    def seats(self) -> str:
        """What the lobby says first."""
        return self.tr("Please take your seats")

    def think(self) -> str:
        """What to do before the vote is open."""
        return self.tr("Read, and decide for yourself.")

    def answer_now(self, view: WallView) -> str:
        """What to do while the vote is open and nobody counts along."""
        match view.mode:
            case AnsweringMode.PAPER:
                return self.tr("Please mark your sheet now")
            case AnsweringMode.BUZZ:
                return self.tr("Buzz to answer")
            case _:
                return self.tr("Please show your hand or card now")

    def turn(self) -> str:
        """What stands above the name of the team whose turn it is."""
        return self.tr("Answering:")

    def locked(self) -> str:
        """That no vote counts any more."""
        return self.tr("Locked.")

    def out_of(self, number: int) -> str:
        """`of 27`, below the number that have answered."""
        return self.tr("of {number}").format(number=number)

    def answered(self) -> str:
        """What the number above it counts."""
        return self.tr("have answered")

    def have_answered(self, number: int, of: int) -> str:
        """`23 of 27 have answered`."""
        return self.tr("{number} of {of} have answered").format(number=number, of=of)

    def sign(self, *, is_in: bool) -> str:
        """Whether a team's answer is in."""
        return self.tr("in") if is_in else self.tr("not yet")

    def waiting_for(self, names: str) -> str:
        """Whose answers are not in."""
        return self.tr("Not yet: {names}").format(names=names)

    def convince(self) -> str:
        """What to do between two votes."""
        return self.tr("Convince your neighbour:")

    def convince_of_one(self) -> str:
        """What to do between two votes where one of several options is right."""
        return self.tr("Convince your neighbour: why yours and no other?")

    def votes(self) -> tuple[str, str]:
        """The names of the two votes."""
        return self.tr("First vote"), self.tr("After talking")

    def only_vote(self) -> str:
        """What a vote is called that nobody talked after."""
        return self.tr("Your vote")

    def movement(self, view: WallView, revealed: Revealed) -> str:
        """How many more gave the right answer after talking; empty where that says nothing."""
        if revealed.before is None or revealed.after is None or revealed.strength is Strength.ARGUABLE:
            return ""
        more = revealed.after.numbers[revealed.key] - revealed.before.numbers[revealed.key]
        answer = self.answer(view, revealed.key)
        if more > 0:
            return self.tr("{more} more for {answer} after talking").format(more=more, answer=answer)
        if more < 0:
            return self.tr("{fewer} fewer for {answer} after talking").format(fewer=-more, answer=answer)
        return self.tr("As many for {answer} as before").format(answer=answer)

    def ruling(self, revealed: Revealed) -> str:
        """What the trainer ruled; empty for nothing."""
        rulings = {
            Ruling.NONE: "",
            Ruling.VOID: self.tr("This question does not count."),
            Ruling.BOTH: self.tr("Every answer counts here.")
            if revealed.side is None
            else self.tr("Both answers count here."),
        }
        return rulings[revealed.ruling]

    def why(self, view: WallView, revealed: Revealed) -> str:
        """The heading of why the answer fits."""
        if revealed.strength is Strength.ARGUABLE:
            return self.tr("Why both can be argued")
        return self.tr("Why {answer}").format(answer=self.answer(view, revealed.key))

    def case(self, side: Side) -> str:
        """The heading of one case of two."""
        return self.tr("The case for {side}").format(side=self.side(side))

    def decides(self) -> str:
        """The heading of the deciding words."""
        return self.tr("The words that decide it")

    def right(self, letter: str) -> str:
        """The verdict of a choice."""
        return self.tr("{letter} is right").format(letter=letter)

    def winner(self, revealed: Revealed) -> str:
        """Which team was right in a buzz; empty where none was, or nobody buzzed."""
        return self.tr("Right: {team}").format(team=revealed.winner) if revealed.winner else ""

    def said(self, view: WallView, split: Split) -> str:
        """A split in one line: `Product 16, Service 11`."""
        numbers = enumerate(split.numbers)
        return ", ".join(f"{self.answer(view, index)} {number}" for index, number in numbers)

    def points(self, right: int, seen: int) -> str:
        """`7 of 9`: how many are right, of how many that counted."""
        return self.tr("{right} of {seen}").format(right=right, seen=seen)

    def more(self, number: int) -> str:
        """Below standings that are not all shown."""
        return self.tr("and {number} more").format(number=number)

    def scores(self) -> str:
        """The heading of the standings."""
        return self.tr("Right so far")

    def at_the_end(self) -> str:
        """The heading of the standings when no question follows."""
        return self.tr("Right in this round")

    def thanks(self) -> str:
        """What the wall says when the round is over."""
        return self.tr("Thank you – that was the round")

    def done(self, view: WallView) -> str:
        """Between two questions, when there are no scores to show."""
        left = view.total - view.position
        if left <= 0:
            return self.tr("That was the last question")
        if left == 1:
            return self.tr("One more question")
        return self.tr("{number} more questions").format(number=left)

    def pause(self) -> str:
        """What the wall says while nothing happens."""
        return self.tr("A short pause")

    def test_line(self) -> str:
        """What the wall asks before a round."""
        return self.tr("Can the back row read this line?")

    def page(self, page: int, count: int) -> str:
        """`1 of 2`, below a text that takes several pages."""
        return self.tr("Page {page} of {count}").format(page=page, count=count)

    def clock(self, seconds: int) -> str:
        """`0:48`."""
        return f"{seconds // 60}:{seconds % 60:02}"
