"""Settings: whose answers are kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.control_row import ControlRow
from quizapp.ui.look import Look
from quizapp.ui.setting_card import SettingCard
from quizapp.ui.settings_view import SettingsView
from quizapp.ui.text import Text


class ProfileCard(SettingCard):
    """Lends the program to a guest without mixing answers.

    Signals:
        guest_requested: keep a guest's answers from now on.
        own_requested: keep the owner's again.
        forget_requested: delete what is kept of the guest.
    """

    guest_requested = Signal()
    own_requested = Signal()
    forget_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Who is practising"), parent=parent)
        self._who = Text(look, "body")
        self._guest = ActionButton(look, self.tr("Practise as a guest"), "outline")
        self._own = ActionButton(look, self.tr("Back to my own answers"), "outline")
        self._forget = ActionButton(look, self.tr("Forget the guest’s answers …"), "quiet")
        self.body.addWidget(self._who)
        row = ControlRow(look)
        for button in (self._guest, self._own, self._forget):
            row.addWidget(button)
        self.body.addLayout(row)
        self._guest.clicked.connect(self.guest_requested)
        self._own.clicked.connect(self.own_requested)
        self._forget.clicked.connect(self.forget_requested)

    def show_settings(self, view: SettingsView) -> None:
        """Show whose answers are kept; the keyboard stays where it was."""
        held = self._guest.hasFocus() or self._own.hasFocus()
        self._who.setText(
            self.tr("A guest is practising: these answers are kept apart from yours.")
            if view.guest
            else self.tr("Your own answers are kept. A guest’s are kept apart and never mix with them.")
        )
        self._guest.setVisible(not view.guest)
        self._own.setVisible(view.guest)
        if held:
            (self._own if view.guest else self._guest).setFocus()
