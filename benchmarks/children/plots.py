"""How long a plot takes to be drawn at first, and again with another point in hand. Argument: its points."""

import json
import os
import sys
import time
from statistics import median

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quizapp import paths
from quizapp.domain.chance import wilson
from quizapp.ui.style import fonts
from quizapp.ui.style.appearance import Appearance, apply_appearance
from quizapp.ui.widgets.plots import LinePlot, LinePoint

_FRAMES = 60

app = QApplication([])
appearance = Appearance(fonts.load(paths.resources_dir() / "fonts"))
apply_appearance(app, appearance)
QTest.qWait(50)


def point(index: int) -> LinePoint:
    """A share that looks like chance."""
    right = (index * 7) % 21
    return LinePoint(right / 20, *wilson(right, 20), 0.5)


plot = LinePlot(appearance, "Right answers")
plot.resize(1280, 280)
points = [point(index) for index in range(int(sys.argv[1]))]
plot.show_points(
    points, lambda index: f"{index % 28 + 1} Nov", lambda index: f"{index}\n15 of 20", ("75 %", "n 20")
)
begun = time.thread_time()
plot.show()
app.processEvents()
first = 1e3 * (time.thread_time() - begun)
frames = []
for _ in range(_FRAMES):
    begun = time.thread_time()
    QTest.keyClick(plot, Qt.Key.Key_Right)
    plot.repaint()
    frames.append(1e3 * (time.thread_time() - begun))
json.dump({"first": first, "frame": median(frames)}, sys.stdout)
sys.stdout.flush()
os._exit(0)
