"""The one message between two starts of the program: which files to open."""

import json
import os
from collections.abc import Sequence
from pathlib import Path

MOST_FILES = 100
MOST_BYTES = 2**19
"""The longest message, without its head; a hundred of the longest paths fit in."""

HEAD = 4
"""Bytes in front of a message that hold its length."""

TAKEN = b"taken\n"
"""What the other side answers when it has the files."""


def packed(files: Sequence[Path]) -> bytes:
    """A message with files, the first hundred; their paths are made absolute."""
    body = json.dumps([str(path.absolute()) for path in files[:MOST_FILES]]).encode()
    return len(body).to_bytes(HEAD, "big") + body


def length(head: bytes) -> int | None:
    """The bytes that follow a head; None when there are too many to be a message."""
    told = int.from_bytes(head, "big")
    return told if told <= MOST_BYTES else None


def unpacked(body: bytes) -> tuple[Path, ...] | None:
    """The files in a message without its head; None when it is anything else."""
    try:
        texts = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(texts, list) or len(texts) > MOST_FILES or not all(map(_is_path, texts)):
        return None
    return tuple(Path(text) for text in texts)


def _is_path(text: object) -> bool:
    """Whether the system could have a file of this name, wherever it is asked from."""
    if not isinstance(text, str) or "\0" in text:
        return False
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        return False
    return Path(text).is_absolute()
