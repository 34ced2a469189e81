"""Every requirement of the three plans has its place in the program, told in desktop_app/README.md."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROW = re.compile(r"^\| (\d+) \| ([^|]+) \| ([^|]+) \| `([^`]+)` \|$", re.MULTILINE)


def rows():
    return ROW.findall((ROOT / "desktop_app" / "README.md").read_text(encoding="utf-8"))


def test_every_requirement_has_one_row():
    assert [int(number) for number, *_ in rows()] == list(range(1, 100))


def test_every_place_exists():
    assert [place for *_, place in rows() if not (ROOT / place).is_file()] == []
