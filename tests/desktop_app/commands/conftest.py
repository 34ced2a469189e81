"""Run commands as a program would: arguments in, exit code and text out."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from desktop_app.commands.main import main


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def run():
    def _run(*arguments: object) -> Outcome:
        done = CliRunner().invoke(main, [str(one) for one in arguments], standalone_mode=True)
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Outcome(done.exit_code, done.stdout, done.stderr)

    return _run


@pytest.fixture
def sample_path(run, tmp_path) -> Path:
    path = tmp_path / "Nguyễn Thị Đào" / "Sổ mẫu.sohangviet"
    assert run("sample", "--ledger", path).code == 0
    return path
