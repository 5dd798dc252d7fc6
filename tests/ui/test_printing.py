"""PDFs: whole or not there, in pages that tear nothing, from nothing but the document."""

import os
import re
import shutil
import subprocess
import zlib
from collections.abc import Callable
from itertools import pairwise
from math import ceil
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPalette, QTextDocument
from PySide6.QtWidgets import QApplication

from quizapp import paths
from quizapp.exchange.document import document
from quizapp.exchange.markup import element, joined, table
from quizapp.ui import printing
from quizapp.ui.printing import PrintingError, pdf_of
from quizapp.ui.rounds.card_sheet import cards
from quizapp.ui.style.theme import DARK, palette

pytestmark = [pytest.mark.smoke, pytest.mark.usefixtures("family")]

LINE = "Each night the supplier backs up the pay data and manages the storage as it fills. "


def pages(pdf: Path) -> int:
    return len(re.findall(rb"/Type /Page\b[^s]", pdf.read_bytes()))


def drawn(pdf: Path) -> list[bytes]:
    """What is painted on the pages, in Qt's own order."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf.read_bytes(), re.DOTALL)
    return [zlib.decompress(stream) for stream in streams if stream[:1] == b"\x78"]


def question(number: int, length: int) -> str:
    rows = [("Product", "12"), ("Service", "8")]
    return joined(
        element("h2", f"Question {number}"),
        element("p", LINE * length, class_="scenario"),
        element("h3", "Service"),
        table("Votes", ("Answer", "First"), *rows),
        element("h3", "Why"),
        *(element("p", LINE * each) for each in (3, length, 1)),
    )


def short_question(number: int, length: int) -> str:
    return joined(element("h2", f"Question {number}"), element("p", LINE * length), element("p", "Which?"))


def laid_out(html: str) -> QTextDocument:
    made = QTextDocument()
    made.setHtml(html)
    made.setPageSize(QSizeF(520, 760))
    printing.keep_together(made)
    return made


def test_a_document_becomes_numbered_pages_of_a4(tmp_path: Path) -> None:
    target = tmp_path / "handout.pdf"
    pdf_of(document("t", *(question(n, 6) for n in range(8))), target, title="Tuesday")
    assert pages(target) > 2
    assert re.search(rb"/MediaBox \[0 0 595[.\d]* 842[.\d]*\]", target.read_bytes())
    assert list(tmp_path.iterdir()) == [target]


def test_an_empty_document_is_one_page(tmp_path: Path) -> None:
    pdf_of("", tmp_path / "empty.pdf", title="")
    assert pages(tmp_path / "empty.pdf") == 1


@pytest.mark.parametrize("length", [1, 4, 6, 9])
@pytest.mark.parametrize("ask", [question, short_question])
def test_nothing_is_torn_left_alone_or_lost(ask: Callable[[int, int], str], length: int) -> None:
    made = laid_out(document("t", *(ask(n, length) for n in range(20))))
    height = made.pageSize().height()
    pieces = printing._pieces(made)
    positions = [printing._place(made, piece.what) for piece in pieces]
    tops = [int((position.top() + 1) // height) for position in positions]
    assert tops == [int((position.bottom() - 1) // height) for position in positions]
    alone = [
        here
        for here, there, piece in zip(tops, tops[1:], pieces, strict=False)
        if piece.must and here != there
    ]
    assert alone == []
    assert all(position.height() > 0 for position in positions)
    assert all(here.bottom() <= there.top() + 1 for here, there in pairwise(positions))
    assert printing.pages_of(made) == ceil((positions[-1].bottom() - 1) / height)


def test_a_question_stays_with_its_answer_where_both_fit_on_a_page() -> None:
    made = laid_out(document("t", *(question(n, 5) for n in range(10))))
    height, pieces = made.pageSize().height(), printing._pieces(made)
    tops = [int((printing._place(made, piece.what).top() + 1) // height) for piece in pieces]
    parted = [
        here
        for (here, there), piece in zip(pairwise(tops), pieces, strict=False)
        if piece.should and here != there
    ]
    assert parted == []


def test_a_paragraph_longer_than_a_page_runs_on() -> None:
    made = laid_out(document("t", element("h2", "Question"), element("p", LINE * 200)))
    assert printing.pages_of(made) > 2
    assert printing._place(made, made.begin()).top() < made.pageSize().height()


@pytest.mark.timeout(20)
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize(
    "html",
    ["<img src='{url}'>", "<style>@import url('{url}');</style>", "<link rel=stylesheet href='{url}'><p>x"],
)
def test_nothing_is_loaded_from_anywhere(tmp_path: Path, html: str) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)  # whoever reads it waits for ever
    pdf_of(html.format(url=pipe.as_uri()), tmp_path / "made.pdf", title="")
    pdf_of(html.format(url=pipe), tmp_path / "made.pdf", title="")
    assert pages(tmp_path / "made.pdf") == 1


def test_a_dark_window_prints_ink_on_paper(tmp_path: Path, qapp: QApplication) -> None:
    light, dark, before = tmp_path / "light.pdf", tmp_path / "dark.pdf", QPalette(qapp.palette())
    html = "<p>Without a colour of its own</p><ul><li>one</li></ul>"
    pdf_of(html, light, title="x")
    try:
        qapp.setPalette(palette(DARK))
        pdf_of(html, dark, title="x")
    finally:
        qapp.setPalette(before)
    assert drawn(light)[0] == drawn(dark)[0]


@pytest.mark.parametrize("name", ["missing/handout.pdf", "folder"])
def test_a_file_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(PrintingError, match="could not be written: "):
        pdf_of("<p>x</p>", tmp_path / name, title="")


def test_what_was_there_stays_when_the_new_one_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "handout.pdf"
    target.write_bytes(b"the old one")
    monkeypatch.setattr("quizapp.ui.printing.keep_together", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        pdf_of("<p>x</p>", target, title="")
    assert target.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(("number", "sheets"), [(6, 3), (5, 3), (2, 1), (1, 1)])
def test_cards_come_two_to_a_page(tmp_path: Path, number: int, sheets: int) -> None:
    cards(tmp_path / "letters.pdf", sides=False, letters=number)
    assert pages(tmp_path / "letters.pdf") == sheets


def test_the_two_sides_share_a_page(tmp_path: Path) -> None:
    cards(tmp_path / "cards.pdf", sides=True)
    assert pages(tmp_path / "cards.pdf") == 1


def test_what_stands_beside_figures_can_be_found_in_the_file(tmp_path: Path) -> None:
    target = tmp_path / "made.pdf"
    pdf_of("<p>(53 %) 27–68 [4] 4.0-5.0</p>", target, title="")
    assert [each for each in "()–[]-" if f"<{ord(each):04X}>".encode() not in target.read_bytes()] == []


def letters_of_the_banks() -> str:
    """Every letter of the shipped files, and those that look like others: each has to come back as itself."""
    texts = [path.read_text("utf-8") for path in paths.questions_dir().glob("*.yaml")]
    letters = {letter for text in texts for letter in text if letter.isprintable() and not letter.isspace()}
    return "".join(sorted(letters | set("’‘“”–—…·•×÷ιΔΩμµ▶◀①←→“ÄÖÜßéèñçåøłőžΑΒΓабв½€£°§")))


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed")
def test_a_pdf_gives_its_text_back_as_it_was_written(tmp_path: Path) -> None:
    words = letters_of_the_banks()
    lines = [words[start : start + 12] for start in range(0, len(words), 12)]
    html = document("Letters", *(element(tag, line) for tag in ("h2", "p") for line in lines))
    pdf_of(html, tmp_path / "letters.pdf", title="Letters")
    command = ["pdftotext", "-raw", str(tmp_path / "letters.pdf"), "-"]
    told = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    read = set(told.split("\n"))
    assert [line for line in lines if line not in read] == []
