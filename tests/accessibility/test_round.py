"""A round on one screen as a trainer leads it who sees nothing: keys, and what is said of them."""

import pytest

from tests.accessibility.desktop import Reader

pytestmark = pytest.mark.timeout(180)

SECRET = ("WHY-", "WHOLE-", "FLIPS", "Clearly", "Leans to")
MOST_TABS = 80


def tab_to(reader: Reader, name: str) -> None:
    """Press Tab until the control of this name has the focus."""
    for _ in range(MOST_TABS):
        if reader.said("Tab").startswith(name):
            return
    raise AssertionError(f"Tab does not reach {name}")


@pytest.fixture
def lobby(reader: Reader) -> Reader:
    """A round of one scenario that is rehearsed, in its lobby."""
    reader.said("Ctrl+7", of="Rounds")
    reader.said("Ctrl+r", of="Title")
    tab_to(reader, "Questions of the bank")
    assert "Added as number 1." in reader.said("Return", of="Added")
    tab_to(reader, "Rehearse")
    assert reader.said("Return", of="Before the room").endswith("panel")
    reader.said("Return", of="Lobby. 1 question")
    return reader


def covered(reader: Reader) -> list[str]:
    """What gives the answer away, anywhere in the tree or in what happened since the lobby."""
    parts = [f"{node.name} {node.description} {node.text}" for node in reader.tree(hidden=True)]
    begun = next(at for at, each in enumerate(reader.everything) if each.data.startswith("Lobby"))
    events = [f"{each.name} {each.description} {each.data}" for each in reader.everything[begun:]]
    return [words for words in parts + events if any(secret in words for secret in SECRET)]


def test_each_step_of_a_round_is_said_with_its_key_and_gives_nothing_away(lobby: Reader) -> None:
    steps = (
        (" ", "Ask. Question 1 of 1", "Open the vote"),
        (" ", "Open. Question 1 of 1", "Lock the vote"),
    )
    for key, phase, does in steps:
        assert lobby.said(key, of=phase) == phase
        assert (lobby.focus().name, lobby.focus().description) == (does, "Key: Space")
        assert covered(lobby) == []
    assert lobby.said("3").startswith("Hands for Product. password text")
    assert lobby.said("Tab").startswith("Hands for Service. password text")
    lobby.press("5")
    assert lobby.said(" ", of="Locked") == "Locked. Question 1 of 1"
    assert any(each.data == "8 hands counted" for each in lobby.everything)
    assert covered(lobby) == []
    assert lobby.said(" ", of="Press D") == "Press D to discuss, or R to reveal."
    assert lobby.said("r", of="Reveal. ") == "Reveal. Question 1 of 1"


def test_every_button_of_a_round_says_its_key(lobby: Reader) -> None:
    lobby.said(" ", of="Ask")
    buttons = [node for node in lobby.tree() if node.role in ("push button", "check box")]
    assert {node.name for node in buttons} >= {"Open the vote", "Discuss", "Reveal", "10 s more", "Pause"}
    assert [node.name for node in buttons if not node.description.startswith("Key: ")] == []
