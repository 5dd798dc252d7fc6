"""What the trainer might do and say: advice after a vote, questions for the room, the author’s notes."""

from PySide6.QtWidgets import QWidget

from quizapp.domain.advice import advice
from quizapp.domain.bank import Vocabulary
from quizapp.domain.question import Question, Verdict
from quizapp.domain.round import Phase
from quizapp.domain.round_record import RoundRecord
from quizapp.ui.card import Card
from quizapp.ui.console.card_head import CardHead
from quizapp.ui.console.covered import Covered
from quizapp.ui.console.words import ConsoleWords
from quizapp.ui.look import Look
from quizapp.ui.text import Text

_ADVISED = frozenset({Phase.LOCKED, Phase.DISCUSS})


class AdviceCard(Card):
    """Private like the key: it rests on it.

    Args:
        look: the look in force.
        parent: the page.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(18, 12))
        self.setAccessibleName(self.tr("Advice and notes"))
        self._words = ConsoleWords(self)
        self._covered = Covered(look, self.accessibleName())
        self._advice = Text(look, "body_strong")
        self._ground = Text(look, "label")
        self._source = Text(look, "smallest", colour="muted")
        self._ask_heading = Text(look, "caption", self.tr("To ask the room"), "muted")
        self._asks = Text(look, "label")
        self._notes_heading = Text(look, "caption", self.tr("Notes"), "muted")
        self._notes = Text(look, "label")
        self._nothing = Text(look, "label", self.tr("This question has no notes."), "muted")
        self._shown: tuple[str, int] | None = None
        self._build(look)

    def _build(self, look: Look) -> None:
        self.body.addWidget(CardHead(look, "lightbulb", self.accessibleName(), tall=True))
        self.body.addWidget(self._covered, 1)
        parts = (self._advice, self._ground, self._source, self._ask_heading, self._asks)
        for part in (*parts, self._notes_heading, self._notes, self._nothing):
            self._covered.column.addWidget(part)
        self._covered.column.addStretch(1)

    def show_record(self, record: RoundRecord) -> None:
        """Show what can be said about the question in front."""
        self._show_advice(record)
        asks, notes = prompts(record.question, record.bank.vocabulary), record.question.notes
        self._asks.setText("\n".join(asks))
        self._notes.setText(notes)
        for part in (self._ask_heading, self._asks):
            part.setVisible(bool(asks))
        for part in (self._notes_heading, self._notes):
            part.setVisible(bool(notes))
        self._nothing.setVisible(not asks and not notes)
        if self._shown != (record.id, record.round.place):
            self._shown = (record.id, record.round.place)
            self._covered.to_top()

    def _show_advice(self, record: RoundRecord) -> None:
        is_advised = record.round.phase in _ADVISED
        for part in (self._advice, self._ground, self._source):
            part.setVisible(is_advised)
        if is_advised:
            given = advice(record.round, record.question)
            self._advice.setText(self._words.advice(given))
            self._ground.setText(self._words.ground(given))
            self._source.setText(self._words.source(record.round.plan, record.question))

    def cover(self, *, covered: bool) -> None:
        """Cover it, or take the cover off."""
        self._covered.cover(covered=covered)

    def scroll_by(self, share: float) -> None:
        """Scroll by a share of what is visible, while it is."""
        self._covered.scroll_by(share)


def prompts(question: Question, vocabulary: Vocabulary) -> list[str]:
    """What the cues of a question's own evidence ask; a choice has none."""
    if not isinstance(question, Verdict):
        return []
    cues = dict.fromkeys(evidence.cue for evidence in question.evidence)
    known = (vocabulary.cues[cue] for cue in cues if cue in vocabulary.cues)
    return [cue.asks for cue in known if cue.asks]
