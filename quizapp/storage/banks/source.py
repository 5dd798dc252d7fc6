"""From a path to text: bounded bytes of a regular file, decoded, with line ends as one character."""

import codecs
import errno
import os
import stat
from dataclasses import dataclass

from quizapp.domain.digest import hex_digest
from quizapp.storage.banks.problems import Code, Fault, Place

MAX_BYTES = 16 * 2**20

_PIECE = 1 << 20
_FLAGS = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY")
)
_SAMPLE = 4096
_PADDING = bytes(8)  # more zeros than the last letter of any encoding has
_TEXT_BYTES = bytes([9, 10, 12, 13, 27, *range(32, 127), *range(128, 256)])
_AS_UTF8 = "Save the file as UTF-8: most editors offer it as “Encoding” in “Save as”."
_COPY_TEXT = "Open it in the program that made it, and copy its text into a new file."
_CUT = Fault(
    Code.ENCODING,
    "The file ends in the middle of a letter: it seems to be cut off here.",
    f"Restore it from a whole copy. If nothing is missing: {_AS_UTF8[0].lower()}{_AS_UTF8[1:]}",
)
_BEGINNING = 64
_OTHER_FILES = {
    b"%pdf-": "a PDF file, not a text file",
    b"pk\3\4": "a document of Word, Excel or LibreOffice or another packed file, not a text file",
    b"\xd0\xcf\x11\xe0": "a document of an old Word or Excel, not a text file",
    b"{\\rtf": "a document in Rich Text Format, not a text file",
    b"<!doctype html": "a web page, not a bank",
    b"<html": "a web page, not a bank",
    b"\x1f\x8b": "a packed file, not a text file",
}
"""How files begin that are often taken for text, in small letters."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFSOCK: "a socket",
}


@dataclass
class UnreadableError(Exception):
    """A file that gives no text; `place` is known when a byte of it is to blame."""

    fault: Fault
    place: Place | None = None


def read_bytes(path: str) -> bytes:
    """The bytes of a regular file, at most 16 MiB; never waits for a pipe or a device.

    Raises:
        UnreadableError: when there is no such file, it may not be read, or it is too large.
    """
    try:
        # Before it is opened: a socket cannot be, and a device may do things. Path("") would be a folder.
        _check_kind(os.stat(path))  # noqa: PTH116
        handle = os.open(path, _FLAGS)
        try:
            _check_kind(os.fstat(handle))
            return _read_bounded(handle)
        finally:
            os.close(handle)
    except OSError as error:
        raise UnreadableError(_explained(error)) from error
    except ValueError as error:  # a NUL in the path
        raise UnreadableError(Fault(Code.UNREADABLE, "No file can have this name.")) from error


def file_digest(path: str | os.PathLike[str]) -> str:
    """The hash of a file's bytes as a reading of it carries it; empty when it cannot be read."""
    try:
        return digest_of(read_bytes(os.fspath(path)))
    except UnreadableError:
        return ""


def digest_of(raw: bytes) -> str:
    """SHA-256 of the bytes, in hexadecimal digits."""
    return hex_digest(raw)


def decode(raw: bytes) -> str:
    """The text of UTF-8 (a byte order mark is dropped) or of UTF-16 with one; every line ends in a line feed.

    Raises:
        UnreadableError: when the bytes are no such text, at the first bad one.
    """
    if raw.startswith(_UTF32):
        raise UnreadableError(Fault(Code.ENCODING, "The file is stored as UTF-32.", _AS_UTF8))
    wide = raw.startswith(_UTF16)
    encoding = "utf-16" if wide else "utf-8"
    if not wide:
        raw = raw.removeprefix(codecs.BOM_UTF8)
        _check_end(raw)
        _check_text(raw[:_SAMPLE])
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        place = _end_of(raw[: error.start].decode(encoding, "replace"))
        fault = _CUT if _is_cut(raw, error) else _bad_byte(raw[error.start], wide=wide)
        raise UnreadableError(fault, place) from error
    return _line_feeds(text)


def _check_kind(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        kind = _KINDS.get(stat.S_IFMT(status.st_mode), "no file")
        raise UnreadableError(Fault(Code.NOT_A_FILE, f"This is {kind}, not a regular file."))
    if status.st_size > MAX_BYTES:
        raise _too_large()


def _read_bounded(handle: int) -> bytes:
    pieces = bytearray()
    while piece := os.read(handle, min(_PIECE, MAX_BYTES + 1 - len(pieces))):
        pieces += piece
        if len(pieces) > MAX_BYTES:
            raise _too_large()
    return bytes(pieces)


def _too_large() -> UnreadableError:
    hint = "Split the bank into several files."
    return UnreadableError(Fault(Code.TOO_LARGE, "The file is larger than 16 MiB.", hint))


def _explained(error: OSError) -> Fault:
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return Fault(Code.UNREADABLE, "There is no such file.", "Look for a mistyped name or folder.")
        case errno.EACCES | errno.EPERM:
            return Fault(Code.UNREADABLE, "This file may not be read.", "Change its permissions, or copy it.")
        case errno.ELOOP:
            return Fault(Code.UNREADABLE, "This is a link that leads back to itself.")
        case _:
            return Fault(Code.UNREADABLE, f"The file cannot be read: {error.strerror}.")


def _check_end(raw: bytes) -> None:
    """Refuses a text that goes over into zeros, as a file system may leave it when the power fails."""
    if not raw.endswith(_PADDING):
        return
    text = raw.rstrip(b"\0")
    _check_text(text[:_SAMPLE])
    message = "From here on the file holds nothing but zeros: it seems damaged, perhaps by a power cut."
    place = _end_of(text.decode("utf-8", "replace")) if text else None
    raise UnreadableError(Fault(Code.NOT_TEXT, message, "Restore it from a copy."), place)


def _check_text(sample: bytes) -> None:
    """Refuses what is plainly no text: a file of which one byte in twenty is a control character."""
    for begin, kind in _OTHER_FILES.items():
        if sample[:_BEGINNING].lstrip().lower().startswith(begin):
            place = (1, 1) if begin[:1] in b"<{" else None
            raise UnreadableError(Fault(Code.NOT_TEXT, f"This is {kind}.", _COPY_TEXT), place)
    odd = sample.translate(None, _TEXT_BYTES)
    if len(odd) * 20 <= len(sample) or not sample:
        return
    nuls = sample[::2].count(0), sample[1::2].count(0)
    if max(nuls) * 4 > len(sample) > 3 * 4 * min(nuls):
        raise UnreadableError(Fault(Code.ENCODING, "The file seems to be stored as UTF-16.", _AS_UTF8))
    raise UnreadableError(Fault(Code.NOT_TEXT, "This is not a text file.", _COPY_TEXT))


def _is_cut(raw: bytes, error: UnicodeDecodeError) -> bool:
    """Whether the bytes end before a letter is whole."""
    return error.end == len(raw) and error.reason in {"unexpected end of data", "truncated data"}


def _bad_byte(byte: int, *, wide: bool) -> Fault:
    if wide:
        return Fault(Code.ENCODING, "From here on the file is no proper UTF-16.", _AS_UTF8)
    meant = bytes([byte]).decode("cp1252", "ignore")
    guess = f" In Windows-1252 it would be “{meant}”." if meant.isprintable() and meant else ""
    return Fault(Code.ENCODING, f"The byte 0x{byte:02X} is not UTF-8.{guess}", _AS_UTF8)


def _end_of(text: str) -> Place:
    lines = _line_feeds(text)
    return lines.count("\n") + 1, len(lines) - lines.rfind("\n")


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
