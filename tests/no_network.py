"""Makes a test fail during which Python reached for the network; this computer itself does not count."""

import sys
from collections.abc import Iterator

import pytest

_EVENTS = {"socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}
_HERE = {"127.0.0.1", "::1", "localhost"}

reached: list[str] = []


def host_of(event: str, arguments: tuple[object, ...]) -> str:
    """Which other computer an audit event is about; empty for none, as with sockets of the file system."""
    if event not in _EVENTS:
        return ""
    address = arguments[1] if event in {"socket.connect", "socket.bind", "socket.sendto"} else arguments[0]
    host = address[0] if isinstance(address, tuple) else address if "get" in event else ""
    return "" if host in _HERE else str(host or "")


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith("socket.") and (host := host_of(event, arguments)):
        reached.append(f"{event} {host}")


sys.addaudithook(_note)  # it cannot be taken away again, nor slept through


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    reached.clear()
    yield
    assert not reached, f"reached for the network: {reached}"
