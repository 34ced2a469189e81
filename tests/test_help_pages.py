"""The help stays true: what it calls a button, a menu or a page is written in the program just so."""

import ast
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HELP = ROOT / "resources" / "help"
PAGES = sorted(HELP.glob("*.html"))
KEYS_OF_WINDOWS = {"Enter", "Tab", "Esc", "Windows", "Ctrl+1", "Ctrl+9"}
VOID = {"meta", "link", "br", "img"}
MOST_BYTES = 9_000
"""A help page is short; the one for who installs and the licences are not."""


class Reader(HTMLParser):
    """What a page says: marked words, keys, links, anchors, and whether its tags close."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.marked: dict[str, list[str]] = {"b": [], "kbd": [], "q": []}
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.tags: set[str] = set()
        self.language = ""
        self.feed(page.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags.add(tag)
        self.language = values.get("lang", "") if tag == "html" else self.language
        self.links += [values[name] for name in ("href", "src") if values.get(name)]
        if values.get("id"):
            self.anchors.add(values["id"])
        if tag not in VOID:
            self.open.append(tag)
        if tag in self.marked:
            self.marked[tag].append("")

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data):
        if self.open and self.open[-1] in self.marked:
            self.marked[self.open[-1]][-1] += data


def read(name: str) -> Reader:
    return Reader(HELP / name)


def texts_of(source: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def strings_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for one in value.values() for text in strings_in(one))
    elif isinstance(value, list):
        yield from (text for one in value for text in strings_in(one))


def words_of_the_installer() -> Iterator[str]:
    """What the installer says: without the marks of keys and arrows, the lines of a sentence joined."""
    for script in ROOT.glob("build_scripts/packing/**/*.ns[ih]"):
        for text in re.findall(r'"([^"\n]+)"', script.read_text(encoding="utf-8-sig")):
            said = text.replace("${PRODUCT}", "Sổ Hàng Việt").replace("$\\r$\\n", " ").replace("&", "")
            yield said.strip(" <>")


@pytest.fixture(scope="module")
def words_of_the_program() -> set[str]:
    sources = [*ROOT.glob("ui/**/*.py"), *ROOT.glob("desktop_app/**/*.py")]
    words = {text.strip() for source in sources for text in texts_of(source)}
    for data in ROOT.glob("resources/*.json"):
        words.update(strings_in(json.loads(data.read_text(encoding="utf-8"))))
    return words | set(words_of_the_installer())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_marked_word_stands_in_the_program(page, words_of_the_program):
    said = {" ".join(text.split()) for text in Reader(page).marked["b"]}
    assert sorted(said - words_of_the_program) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_quoted_sentence_is_said_by_the_program_or_its_installer(page, words_of_the_program):
    said = {" ".join(text.split()) for text in Reader(page).marked["q"]}
    assert sorted(text for text in said if not any(text in word for word in words_of_the_program)) == []


def test_the_installer_is_quoted():
    assert len(read("cai_dat.html").marked["q"]) > 8
    assert "Sổ Hàng Việt đang mở." in read("cai_dat.html").marked["q"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_key_does_something_in_the_program(page, words_of_the_program):
    said = {" ".join(text.split()) for text in Reader(page).marked["kbd"]}
    assert sorted(said - words_of_the_program - KEYS_OF_WINDOWS) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_lead_somewhere_and_nothing_comes_from_the_network(page):
    reader = Reader(page)
    for link in reader.links:
        name, _, anchor = link.partition("#")
        assert not re.match(r"[a-z]+:|//", name), link
        target = HELP / (name or page.name)
        assert target.is_file(), link
        if anchor:
            assert anchor in read(target.name).anchors, link
    assert not reader.tags & {"script", "iframe", "object", "embed", "form", "video", "audio"}
    assert "url(" not in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_pages_are_whole_vietnamese_and_named(page):
    reader = Reader(page)
    text = page.read_text(encoding="utf-8")
    assert reader.faults == []
    assert reader.open == []
    assert reader.language == "vi"
    assert text.count("<h1>") == 1
    assert "<title>" in text
    assert "@" not in text.replace("@media", "").replace("@page", "")


@pytest.mark.parametrize("page", [one for one in PAGES if one.stem != "cai_dat"], ids=lambda page: page.stem)
def test_pages_are_short(page):
    assert len(page.read_bytes()) < MOST_BYTES


def test_every_page_is_reached_from_the_list():
    listed = {link.partition("#")[0] for link in read("index.html").links}
    assert {page.name for page in PAGES} - listed == {"index.html"}


def test_the_page_for_who_installs_needs_no_other_file():
    page = (HELP / "cai_dat.html").read_text(encoding="utf-8")
    assert (HELP / "help.css").read_text(encoding="utf-8") in page
    assert read("cai_dat.html").links == []


def test_the_look_serves_paper_and_dark_screens():
    look = (HELP / "help.css").read_text(encoding="utf-8")
    for part in ("size: A4", "@media print", "prefers-color-scheme: dark", "Segoe UI"):
        assert part in look
    assert "@import" not in look
    assert "url(" not in look


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("block", range(3), ids=["light", "dark", "paper"])
def test_every_ink_can_be_read_on_every_ground(block):
    look = (HELP / "help.css").read_text(encoding="utf-8")
    roles = [dict(re.findall(r"--(\w+): (#\w{6})", one)) for one in re.findall(r":root \{([^}]*)\}", look)]
    colours = roles[block]
    for ink in ("ink", "quiet", "accent"):
        for ground in ("ground", "card"):
            lighter, darker = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
            assert (lighter + 0.05) / (darker + 0.05) >= 4.5, (ink, ground)
