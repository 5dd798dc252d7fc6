"""Settings: where the answers lie, the notes, and beginning anew."""

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.ui.action_button import ActionButton
from quizapp.ui.flow_layout import FlowLayout
from quizapp.ui.layouts import in_turn
from quizapp.ui.look import Look
from quizapp.ui.reset_rows import ResetRows
from quizapp.ui.setting_card import SettingCard
from quizapp.ui.settings_view import SettingsView
from quizapp.ui.text import Text


class DataCard(SettingCard):
    """What is kept, and what a person can do with it.

    Signals:
        folder_requested: open the folder of the data.
        path_copy_requested: copy its path.
        export_requested: save the notes as a text.
        notes_copy_requested: copy the notes.
        reset_requested: let the answers of a bank count no more; carries its id.
        afresh_requested: begin with no answers at all.
    """

    folder_requested = Signal()
    path_copy_requested = Signal()
    export_requested = Signal()
    notes_copy_requested = Signal()
    reset_requested = Signal(object)
    afresh_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        lead = self.tr("Nothing leaves this computer: no account, no network, no statistics sent.")
        super().__init__(look, self.tr("Your data"), lead, parent)
        self._path = Text(look, "body", inset=5)
        self._backup = Text(look, "body", inset=5)
        self._notes = Text(look, "body", inset=5)
        self._export = ActionButton(look, self.tr("Export notes …"), "outline")
        self._copy = ActionButton(look, self.tr("Copy notes"), "quiet")
        self._resets = ResetRows(look)
        self._levels: list[QVBoxLayout] = []
        self._build()
        look.changed.connect(self._bring_level)
        self._bring_level()

    def _build(self) -> None:
        look = self._look
        folder = ActionButton(look, self.tr("Open the folder"), "outline", icon="folder-open")
        path = ActionButton(look, self.tr("Copy its path"), "quiet")
        afresh = ActionButton(look, self.tr("Start all afresh …"), "outline")
        self._add(
            self.tr("Folder"), self.tr("Answers, settings and copies lie here."), self._path, folder, path
        )
        self._add(self.tr("Newest copy"), self.tr("One is made on each day with new answers."), self._backup)
        self._add(
            self.tr("Notes on questions"),
            self.tr("Send them to whoever looks after the bank."),
            self._notes,
            self._export,
            self._copy,
        )
        resets = self.tr("Its answers and flags no longer count; nothing is deleted.")
        self.add_row(self.tr("Reset one bank"), resets).controls.addWidget(self._resets)
        self._add(
            self.tr("Everything"), self.tr("The old file of answers is kept, with its date."), None, afresh
        )
        for button, wish in (
            (folder, self.folder_requested),
            (path, self.path_copy_requested),
            (self._export, self.export_requested),
            (self._copy, self.notes_copy_requested),
            (afresh, self.afresh_requested),
        ):
            button.clicked.connect(wish)
        self._resets.requested.connect(self.reset_requested)

    def _add(self, name: str, note: str, words: Text | None, *buttons: ActionButton) -> None:
        """A row of words with buttons below them."""
        column = self.add_row(name, note).controls
        if words is not None:
            level = QVBoxLayout()
            self._levels.append(level)
            level.addWidget(words)
            column.addLayout(level)
        if buttons:
            row = FlowLayout(gap=4)
            for button in buttons:
                row.addWidget(button)
            column.addLayout(row)
        column.addStretch(1)

    def _bring_level(self) -> None:
        """Have words begin where the names beside them do."""
        for level in self._levels:
            level.setContentsMargins(0, self._look.px(13), 0, 0)

    def show_settings(self, view: SettingsView) -> None:
        """Show what is kept."""
        self._path.setText(str(view.folder))
        self._backup.setText(self._when(view.backup))
        self._notes.setText(self._count(view.notes))
        self._export.setEnabled(view.notes > 0)
        self._copy.setEnabled(view.notes > 0)
        self._resets.show_banks(view.banks)
        in_turn(self.findChildren(ActionButton))

    def _when(self, backup: QDateTime | None) -> str:
        if backup is None:
            return self.tr("None yet.")
        date = QLocale().toString(backup.date(), QLocale.FormatType.LongFormat)
        time = QLocale().toString(backup.time(), QLocale.FormatType.ShortFormat)
        return self.tr("{date}, {time}").format(date=date, time=time)

    def _count(self, notes: int) -> str:
        if notes == 0:
            return self.tr("None yet. N in a session makes one.")
        return self.tr("1 note") if notes == 1 else self.tr("{count} notes").format(count=notes)
