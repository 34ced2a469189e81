"""`--self-test FOLDER`: the program tries on this computer whether all of it works, and writes down what it found."""

import faulthandler
import json
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import click

from desktop_app.version import VERSION

Check = tuple[str, Callable[[], str]]
"""Its name, and what tries it: returns what it saw, raises when something is wrong."""
Checks = Callable[[Path], Iterable[Check]]
"""Gives the checks of a part of the program; they may write below the folder."""

RESULT_FILE, TRACE_FILE = "result.json", "trace.txt"
_MOST_SECONDS = 300
"""A test that hangs (a window that nobody can answer) ends by itself and says where it stood."""
_LONGEST_DETAIL = 4_000
_USAGE = "Hãy ghi một thư mục để chứa kết quả, ví dụ: --self-test “D:\\Kiểm tra”."
_NO_FOLDER = "Không ghi được vào thư mục “{}”; hãy chọn thư mục khác rồi chạy lại."


@dataclass(frozen=True)
class Checked:
    """What came of one check: `detail` says what was seen, or what went wrong; `seconds` how long it took."""

    name: str
    ok: bool
    seconds: float
    detail: str


class Record:
    """What was found so far; the file is whole after every step, so that it also tells where the program died."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / RESULT_FILE
        self.checks: list[Checked] = []
        self._write("")

    def take(self, name: str, check: Callable[[], str]) -> None:
        """Try something and note it."""
        self._write(name)
        begin = time.perf_counter()
        try:
            ok, detail = True, check()
        except Exception as error:  # whatever is broken: saying it is what this is for
            ok, detail = False, _told(error)
        self.checks.append(Checked(name, ok, round(time.perf_counter() - begin, 3), detail))
        self._write("")

    def finish(self) -> bool:
        """Note that everything was tried; return whether all of it works."""
        ok = bool(self.checks) and all(one.ok for one in self.checks)
        self._write("", ok=ok, finished=True)
        return ok

    def _write(self, running: str, *, ok: bool = False, finished: bool = False) -> None:
        told = {
            "ok": ok,
            "finished": finished,
            "running": running,
            "version": VERSION,
            "frozen": bool(getattr(sys, "frozen", False)),
            "platform": sys.platform,
            "python": sys.version.split()[0],
            "program": sys.executable,
            "seconds": round(sum(one.seconds for one in self.checks), 3),
            "checks": [asdict(one) for one in self.checks],
        }
        building = self._path.with_suffix(".tmp")
        building.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        os.replace(building, self._path)


def main(arguments: list[str], parts: Mapping[str, Callable[[], Checks]]) -> int:
    """Test the program; return 0 when all of it works, 1 when something does not, 2 or 3 when nothing was tried.

    What it writes lies below the folder, in a new one for each run; nothing of the user's is read or changed.

    Args:
        arguments: the folder for `result.json`.
        parts: by the name of a part of the program what loads its checks, in order; a module that cannot be
            loaded is a result, too.
    """
    if len(arguments) != 1 or not arguments[0]:
        click.echo(_USAGE, err=True)
        return 2
    folder = Path(arguments[0]).absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix="Bản thử ", dir=folder))
        with _ended_when_hanging(folder):
            ok = _try_everything(Record(folder), work, parts)
    except OSError as error:
        click.echo(f"{_NO_FOLDER.format(folder)} ({error})", err=True)
        return 3
    return 0 if ok else 1


def _try_everything(record: Record, work: Path, parts: Mapping[str, Callable[[], Checks]]) -> bool:
    for part, load in parts.items():
        loaded: list[Checks] = []
        record.take(f"{part}: modules", partial(_load, load, loaded))
        for checks in loaded:
            for name, check in checks(work):
                record.take(f"{part}: {name}", check)
    ok = record.finish()
    for one in record.checks:
        click.echo(f"{'đạt' if one.ok else 'HỎNG':5}{one.seconds:8.2f} s  {one.name}: {one.detail}")
    passed = sum(one.ok for one in record.checks)
    click.echo(f"Tự kiểm tra: đạt {passed}/{len(record.checks)} mục.")
    return ok


def _load(load: Callable[[], Checks], loaded: list[Checks]) -> str:
    loaded.append(load())
    return "loaded"


@contextmanager
def _ended_when_hanging(folder: Path) -> Iterator[None]:
    """Let a crash of a library, or a test without an end, leave its trace; a usual run leaves none."""
    path = folder / TRACE_FILE
    with path.open("w", encoding="utf-8") as trace:
        faulthandler.enable(trace)
        faulthandler.dump_traceback_later(_MOST_SECONDS, exit=True, file=trace)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
            faulthandler.disable()
    if not path.stat().st_size:
        path.unlink()


def _told(error: Exception) -> str:
    """Return what went wrong, and where: the last lines of the trace are the ones that tell."""
    trace = "".join(traceback.format_exception(error)).strip()
    return trace if len(trace) <= _LONGEST_DETAIL else f"…{trace[-_LONGEST_DETAIL:]}"
