"""Around the program: the zip for a stick, icons, file properties, sums, sizes, and what its self-test said."""

import ast
import hashlib
import json
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from packing import checksums, file_properties, icons, limits, portable, self_test
from packing.names import Names
from PIL import Image

ROOT = Path(__file__).parents[3]
NAMES = Names.read(ROOT)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "SoHangViet"
    for name, size in (
        ("SoHangViet.exe", 4000),
        ("_internal/PySide6/Qt6Core.dll", 3000),
        ("_internal/lxml/etree.pyd", 2000),
    ):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_bytes(b"x" * size)
    return made


def test_the_zip_has_one_folder_with_the_marker(folder, tmp_path):
    target = portable.pack(folder, tmp_path / "out", NAMES)
    assert [path.name for path in target.parent.iterdir()] == [NAMES.portable]
    with ZipFile(target) as archive:
        assert archive.testzip() is None
        assert sorted(archive.namelist()) == [
            *("SoHangViet/SoHangViet.exe", "SoHangViet/_internal/PySide6/Qt6Core.dll"),
            *("SoHangViet/_internal/lxml/etree.pyd", "SoHangViet/mang-theo.txt"),
        ]
        assert archive.read("SoHangViet/_internal/lxml/etree.pyd") == b"x" * 2000
        marker = archive.read("SoHangViet/mang-theo.txt")
    # Notepad of every Windows 10 reads it.
    assert marker.startswith(b"\xef\xbb\xbf")
    assert "“Du lieu”" in marker.decode("utf-8-sig")
    assert marker.count(b"\n") == marker.count(b"\r\n") > 3


def test_the_same_program_gives_the_same_zip(folder, tmp_path):
    first = portable.pack(folder, tmp_path / "a", NAMES).read_bytes()
    (folder / "SoHangViet.exe").touch()
    assert portable.pack(folder, tmp_path / "b", NAMES).read_bytes() == first


def test_icons_in_every_size(tmp_path):
    pictures = icons.draw(ROOT, tmp_path / "pictures")
    colours = {}
    for name in icons.ICONS:
        with Image.open(pictures.icon(name)) as icon:
            assert icon.info["sizes"] == {(size, size) for size in icons.SIZES}
            for size in icons.SIZES:
                icon.size = (size, size)
                whole = icon.convert("RGBA")
                shown = [pixel for pixel in whole.get_flattened_data() if pixel[3] > 200]
                assert len(shown) > size * size / 3, (name, size)
                # Red of the program is on each: rows and colours are in their order.
                assert any(red > 150 and green < 60 and blue < 70 for red, green, blue, _ in shown), (
                    name,
                    size,
                )
                colours[name, size] = whole.tobytes()
    assert len(set(colours.values())) == len(colours)
    assert pictures.band.read_bytes()[:2] == b"BM"
    with Image.open(BytesIO(pictures.header.read_bytes())) as header:
        assert header.size == (150, 57)


def test_an_icon_stands_upright():
    """Rows of a bitmap in an icon go from the bottom up."""
    with Image.open(
        BytesIO(icons.icon_file([icons.image(ROOT / "resources/icons/app/program.svg", 32)]))
    ) as icon:
        whole = icon.convert("RGBA")
        # Pages of the book lie at its lower edge.
        assert min(whole.getpixel((20, 27))[:3]) > 200
        assert min(whole.getpixel((20, 4))[:3]) < 60


def test_a_missing_drawing_is_told(tmp_path):
    with pytest.raises(OSError, match=r"program_small\.svg"):
        icons.draw(tmp_path, tmp_path / "pictures")


def test_properties_are_words_that_pyinstaller_reads():
    text = file_properties.text(NAMES)
    ast.parse(text, mode="eval")
    strings = [node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant)]
    assert {"Sổ Hàng Việt", NAMES.version, "SoHangViet.exe", NAMES.publisher, "042A04B0"} <= set(strings)
    assert f"filevers={NAMES.numbers}" in text


def test_sums(folder):
    one = folder / "SoHangViet.exe"
    line = checksums.write([one], folder).read_text(encoding="ascii")
    assert line == f"{hashlib.sha256(b'x' * 4000).hexdigest()}  SoHangViet.exe\n"


def test_sizes_are_told_piece_by_piece(folder):
    assert limits.pieces(folder) == {"SoHangViet.exe": 0.004, "PySide6/Qt6Core.dll": 0.003, "lxml": 0.002}
    table = limits.report(folder, [folder / "SoHangViet.exe"]).splitlines()
    assert table[-2].split() == ["0.0", "MB", "the", "folder"]
    limits.keep(folder, [folder / "SoHangViet.exe"])


def test_too_large_a_program_is_no_program(folder, monkeypatch):
    monkeypatch.setattr(limits, "PRODUCT_MB", 0.0035)
    with pytest.raises(SystemExit, match=r"SoHangViet\.exe has"):
        limits.keep(folder, [folder / "SoHangViet.exe"])
    monkeypatch.setattr(limits, "FOLDER_MB", 0.008)
    with pytest.raises(SystemExit, match=r"the folder has"):
        limits.keep(folder, [])


GOOD = {"ok": True, "checks": [{"name": "export", "ok": True, "detail": ""}]}
BAD = {"ok": False, "checks": [{"name": "export", "ok": False, "detail": "no font"}]}


def _program(result, code=0):
    body = (
        ""
        if result is None
        else f"pathlib.Path(sys.argv[2], 'result.json').write_text({json.dumps(result)!r})"
    )
    return [
        sys.executable,
        "-c",
        f"import pathlib, sys\nassert sys.argv[1] == '--self-test'\n{body}\nsys.exit({code})",
    ]


def test_a_good_self_test(tmp_path):
    assert self_test.run(_program(GOOD), tmp_path / "new") == GOOD


@pytest.mark.parametrize(
    ("result", "code", "words"),
    [
        (BAD, 1, "export: no font"),
        (GOOD, 3, "3"),
        (None, 0, "no result"),
        ({"ok": True, "checks": []}, 0, "failed"),
        ([], 0, "no result"),
    ],
)
def test_a_bad_self_test_ends_the_build(tmp_path, result, code, words):
    with pytest.raises(SystemExit, match=words):
        self_test.run(_program(result, code), tmp_path)


def test_an_old_result_does_not_count(tmp_path):
    (tmp_path / "result.json").write_text(json.dumps(GOOD), encoding="utf-8")
    with pytest.raises(SystemExit, match="no result"):
        self_test.run(_program(None), tmp_path)
