"""The pages as a screen reader finds them: what has the focus, and what Tab goes to."""

import pytest

from tests.accessibility.desktop import Reader

pytestmark = pytest.mark.timeout(120)

PAGES = {
    "Learn": "Ctrl+2",
    "Practice": "Ctrl+3",
    "Papers": "Ctrl+4",
    "Progress": "Ctrl+5",
    "Library": "Ctrl+6",
    "Rounds": "Ctrl+7",
    "Banks": "Ctrl+8",
    "Settings": "Ctrl+,",
}
BEGINS = {"Library": "Find words"}
"""What is said where the keyboard begins in a field, not at the page."""
STEPS, LEAST = 12, 2


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_its_name_and_all_that_tab_goes_to(reader: Reader, page: str) -> None:
    begins = BEGINS.get(page, page)
    assert reader.said(PAGES[page], of=begins).startswith(begins)
    headings = [node.name for node in reader.tree() if node.role == "heading"]
    assert headings[0] == page
    assert all(headings)
    walked = reader.press(*["Tab"] * STEPS)
    passed = [each for each in walked if each.type.startswith("object:state-changed:focused") and each.on]
    assert len(passed) >= LEAST
    assert [each for each in passed if not each.name or each.role in ("filler", "unknown", "invalid")] == []


def test_the_overview_of_keys_has_one_name_a_row(reader: Reader) -> None:
    reader.said("F1")
    assert any(each.spoken == "Keyboard shortcuts. dialog" for each in reader.everything)
    rows = [node.name for node in reader.tree() if node.role == "label"]
    assert "Q: read the question again, with a screen reader" in rows
    assert "1 to 6 or A to F: choose this option or reason" in rows
