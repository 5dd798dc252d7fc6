"""Tables of whole rows, to be read and not to be written in."""

from PySide6.QtWidgets import QAbstractItemView, QTableView


def show_whole_rows(table: QTableView, name: str) -> None:
    """Have a table show rows of which one is chosen as a whole; it scrolls smoothly, and Tab leaves it.

    Args:
        table: the table, which has its model.
        name: what screen readers call it.
    """
    table.setAccessibleName(name)
    table.setShowGrid(False)
    table.setCornerButtonEnabled(False)
    table.setTabKeyNavigation(False)  # Tab would never leave it
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionsClickable(False)
