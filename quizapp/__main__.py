"""Where the program starts: a command for the shell, or a window."""

import builtins
import gc
import sys
from pathlib import Path


def main(argv: list[str] | None = None) -> int:
    """Run a command, or open the window; a first word that is no command is a bank file to open.

    Returns:
        The exit status: 0 fine, 1 trouble, 2 could not run, 70 after a bug.
    """
    words = sys.argv[1:] if argv is None else argv
    if not words:  # the usual start, which need not wait for the parser of commands
        return _open_window(None, [])
    from quizapp import cli  # noqa: PLC0415 - commands and window share nothing but this module

    if cli.is_command(words):
        return cli.main(words)
    if trouble := cli.unknown_command(words):
        return _say(trouble)
    options = cli.window_options(words)
    return _open_window(options.data_dir, options.files)


def main_window() -> int:
    """The same without a console: `quizapp-window`."""
    return main()


def _open_window(data_dir: str | None, files: list[Path]) -> int:
    from quizapp.ui.shell import display_check  # noqa: PLC0415 - no command needs it

    trouble = display_check.trouble()
    if trouble:
        return _say(trouble)
    gc.disable()  # nothing is freed while all of it is being made; `program` switches it on again
    try:
        _import_qt()
        from quizapp import app  # noqa: PLC0415 - Qt is loaded only for a window
    except ImportError as error:
        sentence = display_check.library_trouble(error)
        if not sentence:
            raise
        return _say(sentence)
    return app.run(data_dir, files)


def _import_qt() -> None:
    """Load Qt's core, and let Python import the rest as it does without it.

    PySide6 reads the source of every module imported after it, in search of `__feature__`, which is
    not used here: 20 ms of a start.
    """
    import PySide6.QtCore  # noqa: F401, PLC0415 - Qt is loaded only for a window

    plain = getattr(builtins, "__orig_import__", None)  # PySide6's name for it
    if plain is not None:
        builtins.__import__ = plain


def _say(sentence: str) -> int:
    if sys.stderr is not None:
        sys.stderr.write(f"quizapp: {sentence}\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
