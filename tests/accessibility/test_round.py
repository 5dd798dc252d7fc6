"""A round as a trainer leads it who sees nothing: keys, and what is said of them."""

import pytest

from tests.accessibility.desktop import Reader, spoken

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
def ways() -> tuple[str, ...]:
    """The keys that lead from hands to another way to answer, on the plan."""
    return ()


@pytest.fixture
def lobby(reader: Reader, ways: tuple[str, ...]) -> Reader:
    """A round of one scenario that is rehearsed, in its lobby."""
    reader.said("Ctrl+6", of="Rounds")
    reader.said("Ctrl+r", of="Title")
    tab_to(reader, "Questions of the bank")
    assert "Added as number 1." in reader.said("Return", of="Added")
    if ways:
        tab_to(reader, "Hands")
        reader.said(*ways)
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


TEAMS, BUZZ = ("Right",), ("Down",)
SPLIT = "Product: 2 of 3; Service: 1 of 3"


def told_once(reader: Reader, key: str, sentence: str) -> None:
    """Press a key that has one sentence read out, once."""
    assert spoken(reader.press(key)) == [sentence]


def key_in_three(lobby: Reader, *, is_private: bool) -> None:
    """Open the vote, and key in the answers of three teams: two for Product."""
    words = {"p": "Product", "s": "Service"} if is_private else {"p": "in", "s": "in"}
    lobby.said(" ", of="Ask")
    lobby.said(" ", of="Open")
    for number, letter in (("1", "p"), ("2", "s"), ("3", "p")):
        told_once(lobby, number, f"Team {number}: P or S, 0 for none")
        told_once(lobby, letter, f"Team {number}: {words[letter]}")


def shown(reader: Reader) -> str:
    """All words that are shown."""
    return "\n".join(f"{node.name} {node.description} {node.text}" for node in reader.tree())


@pytest.mark.parametrize("ways", [TEAMS])
def test_teams_are_keyed_by_ear_and_their_answers_stay_covered(lobby: Reader) -> None:
    key_in_three(lobby, is_private=False)
    told_once(lobby, "7", "There is no team 7. + adds one.")
    assert lobby.said(" ", of="Locked") == "Locked. Question 1 of 1"
    assert lobby.focus().name == "Round"
    assert covered(lobby) == []
    assert not any("Product" in each.spoken for each in lobby.everything[-40:])
    assert lobby.said("r", of="Reveal. ") == "Reveal. Question 1 of 1"
    assert "Your vote\nProduct\n2\nService\n1" in shown(lobby)


@pytest.mark.parametrize("ways", [BUZZ])
def test_who_has_the_turn_in_a_buzz_is_heard(lobby: Reader) -> None:
    lobby.said(" ", of="Ask")
    lobby.said(" ", of="Open")
    for key, sentence in (
        ("s", "Team 2 answers"),
        ("a", "Team 1: number 2 in turn"),
        ("BackSpace", "Team 1 answers"),
        ("1", "Team 1: in"),
        ("BackSpace", "Of two answers the other would be the key. Lock the vote instead."),
    ):
        told_once(lobby, key, sentence)
    assert covered(lobby) == []
    assert lobby.said(" ", of="Locked") == "Locked. Question 1 of 1"
    assert lobby.said("Ctrl+r", of="Reveal. ") == "Reveal. Question 1 of 1"


@pytest.mark.parametrize(("ways", "screens"), [(TEAMS, 2)])
def test_the_split_is_heard_after_a_lock_by_who_asks_for_it_alone(lobby: Reader) -> None:
    assert "On the wall now" in shown(lobby)  # the console, beside a wall of its own
    key_in_three(lobby, is_private=True)
    assert lobby.said(" ", of="Locked") == "Locked. Question 1 of 1"
    assert covered(lobby) == []
    assert SPLIT not in shown(lobby)
    told_once(lobby, "k", f"Key: Service, clear. {SPLIT}")
    assert SPLIT not in shown(lobby)  # the key was let go
    lobby.said("r", of="Reveal. ")
    assert SPLIT in shown(lobby)
