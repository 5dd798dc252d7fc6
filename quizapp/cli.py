"""The commands for the shell: `quizapp check` and `quizapp schema`; they never load Qt."""

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from quizapp import __version__, paths
from quizapp.domain.bank import Vocabulary
from quizapp.domain.errors import QuizError

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

CLEAN, PROBLEMS, COULD_NOT_RUN = 0, 1, 2
INTERRUPTED = 130

_SCHEMA_SIZE = 2**20  # far more than any version of the schema has
_GONE = (errno.EPIPE, errno.EINVAL)  # Windows has the latter for a reader that went away

_NAMES = ("check", "schema")
_COMMANDS = frozenset({*_NAMES, "-h", "--help", "-V", "--version"})
_USAGE = """quizapp [FILE ...] [--data-dir DIR]
       quizapp check FILE ... [--format text|json|sarif|github]
       quizapp schema [--write FILE]"""
_DESCRIPTION = """\
A quiz on one distinction: product or service? Without a command a window opens, with the banks named as
FILE beside those that come with the program; --data-dir keeps answers and settings in a folder of its own."""
_EXAMPLES = """\
examples:
  quizapp                                    open the window
  quizapp my-class.yaml                      open it with a bank of your own
  quizapp check my-class.yaml                say what is wrong in a bank, with the lines
  quizapp check *.yaml --format github       the same as annotations of a pull request
  quizapp schema --write bank.schema.json    put the schema that editors use beside a bank
"""
_STATUSES = (
    "Exit status: 0 nothing wrong or warnings only, 1 errors, a file that cannot be read among them, "
    "2 could not run."
)


def is_command(argv: Sequence[str]) -> bool:
    """Whether the words of a command line are for `main`; otherwise they open a window."""
    return bool(argv) and argv[0] in _COMMANDS


def unknown_command(argv: Sequence[str]) -> str:
    """What to say where the first word is neither a command nor a file; empty where it is one of them.

    Whatever has a dot or a separator in it is meant as a file, whether there is one or not.
    """
    word = argv[0] if argv else ""
    if not word.isalpha() or word in _COMMANDS or Path(word).exists():
        return ""
    near = get_close_matches(word.lower(), _NAMES, 1, 0.5)
    meant = f"did you mean “quizapp {near[0]}”?" if near else "“quizapp --help” lists the commands."
    return f"There is no command “{word}” and no such file; {meant}"


def main(argv: Sequence[str]) -> int:
    """Runs a command.

    Args:
        argv: the words behind the program's name.

    Returns:
        The exit status: 0 clean or warnings only, 1 errors, 2 could not run, 130 after Ctrl+C.
    """
    try:
        return _run(build_parser().parse_args(argv))
    except QuizError as error:
        trouble = str(error)
    except OSError as error:
        trouble = f"This did not work: {error.strerror}."
    except KeyboardInterrupt:
        return INTERRUPTED
    if sys.stderr is not None:
        print(f"quizapp: {trouble}", file=sys.stderr)
    return COULD_NOT_RUN


def build_parser() -> argparse.ArgumentParser:
    """The parser of the commands; its help describes the window as well."""
    parser = _Parser(
        "quizapp",
        usage=_USAGE,
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("-V", "--version", action="version", version=f"quizapp {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="command", required=True, prog="quizapp")
    check = commands.add_parser("check", help="look for problems in question files", epilog=_STATUSES)
    check.add_argument("files", nargs="+", metavar="FILE", help="a bank or a vocabulary")
    check.add_argument(
        "--format", choices=("text", "json", "sarif", "github"), default="text", help="the form of the report"
    )
    schema = commands.add_parser("schema", help="print the JSON Schema that editors use for question files")
    schema.add_argument("--write", metavar="FILE", type=Path, help="write it to a file, best beside a bank")
    return parser


def window_options(argv: Sequence[str]) -> argparse.Namespace:
    """The options of the window: `files`, a list of paths, and `data_dir`, a folder's name or None."""
    parser = argparse.ArgumentParser("quizapp", usage=_USAGE, description=_DESCRIPTION)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="a bank to open")
    parser.add_argument("--data-dir", metavar="DIR", help="the folder for answers and settings")
    return parser.parse_args(argv)


class _Parser(argparse.ArgumentParser):
    """Prints help as everything else is printed."""

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        if file is sys.stdout:
            _say(message)
        else:
            super()._print_message(message, file)


def _run(options: argparse.Namespace) -> int:
    if options.command == "check":
        return _check(options.files, options.format)
    return _schema(options.write)


def _check(files: Sequence[str], form: str) -> int:
    # Imported here, so that help and the window's start do not wait for the parser and the validator.
    from quizapp.storage.banks import reader, report  # noqa: PLC0415
    from quizapp.storage.banks.content_rules import remarks  # noqa: PLC0415

    readings = reader.read_all(files, vocabulary=_shipped_vocabulary(), remarks_of=remarks)
    _say(report.FORMATS[form](readings))
    return PROBLEMS if any(reading.errors for reading in readings) else CLEAN


def _shipped_vocabulary() -> Vocabulary:
    from quizapp.storage.banks import reader  # noqa: PLC0415 - as above

    path = paths.questions_dir() / "vocabulary.yaml"
    vocabulary = reader.read_vocabulary(path).vocabulary
    if vocabulary is None:
        raise QuizError(f"The program's own vocabulary cannot be used: check {path}, or install it again.")
    return vocabulary


def _schema(target: Path | None) -> int:
    from quizapp.storage.banks.json_schema import is_ours, schema_text  # noqa: PLC0415 - as above

    if target is None:
        _say(schema_text())
        return CLEAN
    if not target.parent.is_dir():
        raise QuizError(f"There is no folder {target.parent}; make it first.")
    if target.exists() and not (target.is_file() and is_ours(_beginning(target))):
        raise QuizError(f"{target} exists and is no schema of this program; it is left as it is.")
    target.write_text(schema_text(), encoding="utf-8")
    return CLEAN


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_SCHEMA_SIZE)


def _say(text: str) -> None:
    """Prints a text at once; letters that the terminal does not know come as escapes.

    Raises:
        QuizError: when it cannot be printed; that nobody reads any more is no trouble.
    """
    if sys.stdout is None:
        return
    encoding = sys.stdout.encoding or "utf-8"
    try:
        sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
        sys.stdout.flush()
    except OSError as error:
        _drop(sys.stdout)
        if error.errno not in _GONE:
            raise QuizError(f"The output cannot be written: {error.strerror}.") from error


def _drop(stream: TextIO) -> None:
    """Lets what a stream still holds go nowhere, so that Python does not try again when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
