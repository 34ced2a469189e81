import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.errors import ResourceError
from desktop_app.report import fonts as fonts_module
from desktop_app.report.fonts import FontSet, installed_times, load_fonts, shipped_times

LOWER = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"


@pytest.fixture
def fresh_fonts() -> Iterator[None]:
    load_fonts.cache_clear()
    yield
    load_fonts.cache_clear()


def test_shipped_fonts_hold_every_vietnamese_letter_in_all_styles() -> None:
    fonts = FontSet(shipped_times())
    for bold in (False, True):
        for italic in (False, True):
            assert fonts.font(bold=bold, italic=italic).missing(LOWER + LOWER.upper() + "“”–…₫’") == []


def test_missing_characters_are_named_once_and_drawn_as_boxes() -> None:
    font = load_fonts().font()
    assert load_fonts().missing("a😀b☑😀") == ["😀", "☑"]
    assert font.drawable("a😀b\ud800") == "a□b□"
    assert font.word("😀")[1] == pytest.approx(font.width("□", 1.0))


def test_widths_are_those_of_times() -> None:
    font = load_fonts().font()
    assert font.width("A", 2048) == pytest.approx(1479, abs=1.1)
    assert font.width("ạ", 2048) == pytest.approx(909, abs=1.1)


def test_word_cache_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts_module, "_MOST_WORDS", 10)
    font = FontSet(shipped_times()).font()
    for number in range(100):
        assert font.word(str(number))[0] == str(number)
    assert len(font._words) <= 10


def _install(folder: Path, content: bytes | None = None) -> None:
    folder.mkdir(parents=True)
    names = ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")
    for name, source in zip(names, shipped_times(), strict=True):
        if content is None:
            shutil.copy(source, folder / name)
        else:
            folder.joinpath(name).write_bytes(content)


@pytest.mark.parametrize(
    ("variable", "parts"),
    [("WINDIR", ("Fonts",)), ("LOCALAPPDATA", ("Microsoft", "Windows", "Fonts"))],
)
def test_installed_times_is_preferred(
    variable: str, parts: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_fonts: None
) -> None:
    _install(tmp_path.joinpath(*parts))
    found = installed_times({variable: str(tmp_path)})
    assert found is not None
    monkeypatch.setattr(fonts_module, "installed_times", lambda: found)
    assert load_fonts().files == found


def test_an_incomplete_times_is_not_taken(tmp_path: Path) -> None:
    _install(tmp_path / "Fonts")
    tmp_path.joinpath("Fonts", "timesbi.ttf").unlink()
    assert installed_times({"WINDIR": str(tmp_path)}) is None
    assert installed_times({}) is None


def test_a_damaged_times_gives_way_to_the_shipped_font(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_fonts: None
) -> None:
    _install(tmp_path / "Fonts", b"no font at all")
    found = installed_times({"WINDIR": str(tmp_path)})
    monkeypatch.setattr(fonts_module, "installed_times", lambda: found)
    assert load_fonts().files == shipped_times()


def test_a_font_without_vietnamese_gives_way(monkeypatch: pytest.MonkeyPatch, fresh_fonts: None) -> None:
    monkeypatch.setattr(fonts_module, "installed_times", shipped_times)
    monkeypatch.setattr(fonts_module, "_speaks_vietnamese", lambda _: False)
    assert load_fonts().files == shipped_times()


def test_missing_shipped_fonts_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_fonts: None
) -> None:
    monkeypatch.setattr(fonts_module, "resource", lambda *parts: tmp_path.joinpath(*parts))
    with pytest.raises(ResourceError, match="phông chữ"):
        load_fonts()
