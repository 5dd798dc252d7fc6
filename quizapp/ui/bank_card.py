"""One open bank: what it holds, who made it, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.domain.bank import Bank
from quizapp.domain.question import Verdict
from quizapp.ui.action_button import ActionButton
from quizapp.ui.banks_view import BankView, ProblemsView
from quizapp.ui.card import Card
from quizapp.ui.control_row import ControlRow
from quizapp.ui.counting import Counting
from quizapp.ui.folded_problems import FoldedProblems
from quizapp.ui.look import Look
from quizapp.ui.rows import ReachingColumn
from quizapp.ui.text import Text
from quizapp.ui.topics import shown_topic, topics_of


class BankCard(Card):
    """Shows one open bank.

    Signals:
        use_requested: draw the coming sets from it; carries its id.
        close_requested: close it; carries its id.
    """

    use_requested = Signal(object)
    close_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, padding=(22, 18))
        self._bank_id = ""
        self._counting = Counting(self)
        self._state = Text(look, "caption", colour="muted")
        self._title = Text(look, "section")
        self._holds = Text(look, "body")
        self._topics = Text(look, "body", colour="muted")
        self._credits = Text(look, "body", colour="muted")
        self._place = Text(look, "label", colour="muted")
        self._problems = FoldedProblems(look)
        self._use = ActionButton(look, self.tr("Use this one"), "outline")
        self._close = ActionButton(look, self.tr("Close"), "outline")
        for text in (self._state, self._title, self._holds, self._topics, self._credits, self._place):
            self.body.addWidget(text)
        column = ReachingColumn(look)
        column.addWidget(self._problems)
        self.body.addLayout(column)
        self._buttons = ControlRow(look)
        self._buttons.addWidget(self._use)
        self._buttons.addWidget(self._close)
        self.body.addLayout(self._buttons)
        self._use.clicked.connect(self._ask_to_use)
        self._close.clicked.connect(self._ask_to_close)

    def show_bank(self, view: BankView, problems: ProblemsView | None = None) -> None:
        """Show another bank, or the same one changed, and what has to be mended in its file."""
        bank = view.bank
        self._bank_id = bank.id
        self._state.setText(
            self.tr("In use: the next sets come from it") if view.is_used else self.tr("Open")
        )
        self._title.setText(bank.title)
        self._holds.setText(self._contents(bank))
        self._topics.setText(self._named_topics(bank))
        self._credits.setText("\n".join(text for text in self._credited(bank) if text))
        came = self.tr("It came with the program.")
        self._place.setText(came if view.is_shipped else str(view.path))
        self._use.setVisible(not view.is_used)
        self._close.setVisible(not view.is_shipped)
        self._problems.show_problems(problems)
        for button in (self._use, self._close):
            button.setAccessibleDescription(bank.title)
        for text in (self._topics, self._credits):
            text.setVisible(bool(text.text()))

    def _contents(self, bank: Bank) -> str:
        scenarios = sum(isinstance(question, Verdict) for question in bank.questions)
        choices = len(bank.questions) - scenarios
        count = self._counting.questions(len(bank.questions))
        if not choices:
            return count
        return self.tr("{count}: {scenarios} with a scenario, {choices} with options").format(
            count=count, scenarios=scenarios, choices=choices
        )

    def _named_topics(self, bank: Bank) -> str:
        topics = [shown_topic(topic) for topic in topics_of(bank)]
        return self.tr("Topics: {topics}").format(topics=", ".join(topics)) if topics else ""

    def _credited(self, bank: Bank) -> list[str]:
        """By whom, in which version, under which terms; a line each."""
        version = self.tr("Version {version}").format(version=bank.version) if bank.version else ""
        edition = " · ".join(text for text in (version, bank.licence) if text)
        return [bank.author, bank.reviewed, edition, bank.notice]

    def _ask_to_use(self) -> None:
        self.use_requested.emit(self._bank_id)

    def _ask_to_close(self) -> None:
        self.close_requested.emit(self._bank_id)
