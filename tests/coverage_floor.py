"""Fails a whole run in which the rules or the storage are tested too little."""

from io import StringIO

import coverage
import pytest

FLOOR = 95.0
PACKAGES = ("quizapp/domain", "quizapp/storage", "quizapp/exchange")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Compare each package's coverage (branches included) with the floor, after a run of everything."""
    config = session.config
    whole_run = config.args_source is not pytest.Config.ArgsSource.ARGS
    chosen = config.getoption("keyword") or config.getoption("markexpr")
    selected = chosen or config.getoption("no_cov", default=False)
    is_worker = hasattr(config, "workerinput")  # of several that run tests side by side
    if session.exitstatus or selected or is_worker or not whole_run:
        return
    measured = coverage.Coverage(config_file=str(config.rootpath / "pyproject.toml"))
    measured.load()
    for package in PACKAGES:
        percent = measured.report(include=f"*/{package}/*", file=StringIO())
        if percent < FLOOR:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
            terminal = config.pluginmanager.get_plugin("terminalreporter")
            if terminal is not None:
                terminal.write_line(f"{package} is covered to {percent:.1f} %, less than {FLOOR} %", red=True)
