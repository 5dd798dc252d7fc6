"""The peer of the start: a window with a label, gone once it is painted, or there to stay.

Argument: `stay`, or none.
"""

import os
import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class Probe(QObject):
    """Ends the process when what it watches was painted."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The paint event comes before the painting; a timer's turn comes after it."""
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, leave)
        return False


def leave() -> None:
    """End here and now: what follows is no part of the start."""
    os._exit(0)


app = QApplication(sys.argv[:1])
window = QMainWindow()
label = QLabel("Product or Service?")
window.setCentralWidget(label)
window.resize(1100, 720)
probe = Probe(window)
if "stay" not in sys.argv:
    label.installEventFilter(probe)
window.show()
app.exec()
