"""A person's notes on questions as a text to send to whoever mends the bank."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject

from quizapp.domain.history import Note


class _Words(QObject):
    """The words around a note."""

    def head(self) -> str:
        return self.tr("Notes on questions from “Product or Service?”")

    def bank(self, title: str, bank_id: str) -> str:
        if not title:
            return self.tr("Bank: {id} (not open now)").format(id=bank_id)
        return self.tr("Bank: {title} ({id})").format(title=title, id=bank_id)

    def question(self, question_id: str, revision: str) -> str:
        return self.tr("Question: {id}, revision {revision}").format(id=question_id, revision=revision)

    def date(self, date: str) -> str:
        return self.tr("Date: {date}").format(date=date)


def notes_text(notes: Iterable[Note], titles: Mapping[str, str]) -> str:
    """All notes one below the other, in the order given.

    Args:
        notes: what was noted.
        titles: the title of each open bank by its id.

    Returns:
        Plain text: for each note its bank, question, revision, local date and words.
    """
    words = _Words()
    parts = [words.head()]
    for note in notes:
        asked = note.question
        head = (
            words.bank(titles.get(asked.bank_id, ""), asked.bank_id),
            words.question(asked.question_id, asked.revision),
            words.date(note.at.astimezone().strftime("%Y-%m-%d %H:%M")),
        )
        parts.append("\n".join((*head, "", note.text.strip())))
    return "\n\n\n".join(parts) + "\n"
