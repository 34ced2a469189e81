"""A package that an officer looks at: what is whole opens, what is altered is named, what is hostile is refused."""

import json
import random
import struct
import zipfile
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.package_view import PartState
from desktop_app.errors import ExportError, SheetFileError
from desktop_app.exchange.check_code import sha256
from desktop_app.exchange.package_contents import DESCRIPTOR_FILE, MOST_BYTES, MOST_ENTRIES, unpacked
from desktop_app.exchange.package_view import open_package, save_documents

DOCUMENTS = ["BaoCao.pdf", "BaoCao.docx", "SoLieu.xlsx"]


@pytest.fixture(scope="module")
def exported(shipped_samples, tmp_path_factory):
    """The package of a sample, read only: each test changes a copy of its parts."""
    from desktop_app.ledger import open_ledger
    from tests.conftest import StandingClock

    folder = tmp_path_factory.mktemp("gói")
    copy = folder / "sổ.sohangviet"
    copy.write_bytes((shipped_samples / "ham_thuan_bac.sohangviet").read_bytes())
    with open_ledger(copy, StandingClock(), "Đào") as ledger:
        return ledger.export(ledger.reports.period(2023), folder / "out", reason="Thử").package


@pytest.fixture
def parts(exported):
    return unpacked(exported.read_bytes(), exported.name)


@pytest.fixture
def zipped(tmp_path):
    """Write parts as a package and return its path."""

    def write(parts, name="Gói nhận được.zip"):
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, content in parts.items():
                archive.writestr(part, content)
        return path

    return write


def described(parts, **changes):
    """Return the parts with another head."""
    head = json.loads(parts[DESCRIPTOR_FILE])
    head["sohangviet"] |= changes
    return parts | {DESCRIPTOR_FILE: json.dumps(head).encode()}


def states(opened):
    return {one.name: one.state for one in opened.view.parts if not one.is_sound}


def test_a_whole_package_tells_its_report(exported):
    opened = open_package(exported)
    view = opened.view
    assert (view.unit_name, view.unit_code, view.period) == ("huyện Hàm Thuận Bắc", "MAU-HTB", "năm 2023")
    assert (view.revision, len(view.check_code), view.number, view.issued_on) == (1, 10, "", None)
    assert (view.is_whole, view.faults(), view.is_sample) == (True, (), True)
    assert [one.name for one in view.parts[:3]] == DOCUMENTS
    assert list(opened.documents) == DOCUMENTS
    assert sum(one.activities for one in view.contents) == 45
    assert sum(one.attendees for one in view.contents) == 12_230
    assert view.awards == 12
    assert view.contents[0].content.startswith("C1 ")


def test_number_and_day_of_an_issued_report(parts, zipped):
    view = open_package(zipped(described(parts, number="21/BC", issued_on="2023-11-22", period="Q1"))).view
    assert (view.number, view.issued_on) == ("21/BC", date(2023, 11, 22))
    assert view.period == "quý I năm 2023"
    assert view.fits_code is False  # the period belongs to the code


@pytest.mark.parametrize("name", [*DOCUMENTS, "data/activities.csv"])
def test_an_altered_file_is_named_and_not_given_out(parts, zipped, name):
    opened = open_package(zipped(parts | {name: parts[name][:-1] + b"!"}))
    assert states(opened) == {name: PartState.ALTERED}
    assert name in " ".join(opened.view.faults())
    assert name not in opened.documents
    assert opened.view.fits_code is not name.startswith("data/")


def test_data_that_were_altered_give_no_totals(parts, zipped):
    name = "data/activities.csv"
    content = parts[name].replace(b"2023-01-09", b"2023-01-08")
    head = parts[DESCRIPTOR_FILE].decode().replace(sha256(parts[name]), sha256(content)).encode()
    view = open_package(zipped(parts | {name: content, DESCRIPTOR_FILE: head})).view
    assert all(one.is_sound for one in view.parts)
    assert not view.is_whole
    assert "không khớp mã kiểm tra" in " ".join(view.faults())
    assert (view.contents, view.awards) == ((), None)


def test_missing_and_added_files_are_named(parts, zipped):
    del parts["BaoCao.docx"]
    opened = open_package(zipped(parts | {"VirusThu.exe": b"MZ"}))
    assert states(opened) == {"BaoCao.docx": PartState.MISSING, "VirusThu.exe": PartState.STRANGE}
    missing, strange = opened.view.faults()
    assert "BaoCao.docx" in missing
    assert "VirusThu.exe" in strange
    assert list(opened.documents) == ["BaoCao.pdf", "SoLieu.xlsx"]


def test_a_program_under_the_name_of_a_report_is_not_given_out(parts, zipped):
    program = b"MZ" + parts["BaoCao.pdf"][2:]
    head = parts[DESCRIPTOR_FILE].decode().replace(sha256(parts["BaoCao.pdf"]), sha256(program)).encode()
    opened = open_package(zipped(parts | {"BaoCao.pdf": program, DESCRIPTOR_FILE: head}))
    assert states(opened) == {"BaoCao.pdf": PartState.ALTERED}


def test_a_flipped_byte_within_a_file_leaves_the_others_to_be_opened(exported, tmp_path):
    data = bytearray(exported.read_bytes())
    with zipfile.ZipFile(exported) as archive:
        entry = archive.getinfo("BaoCao.pdf")
    data[entry.header_offset + 30 + len("BaoCao.pdf") + 5_000] ^= 1
    path = tmp_path / "g.zip"
    path.write_bytes(data)
    opened = open_package(path)
    assert states(opened) == {"BaoCao.pdf": PartState.DAMAGED}
    assert list(opened.documents) == DOCUMENTS[1:]


def test_random_bytes_flipped_anywhere_are_always_told(exported, tmp_path):
    whole = exported.read_bytes()
    sound = open_package(exported)
    chance = random.Random(7)
    path = tmp_path / "g.zip"
    for _ in range(150):
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        try:
            opened = open_package(path)
        except SheetFileError:
            continue
        # What a flip in the zip's own notes (times, rights) leaves as it was is as it was.
        assert not opened.view.is_whole or opened.documents == sound.documents


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.9, 0.999])
def test_a_cut_file_is_refused(exported, tmp_path, share):
    path = tmp_path / "Gói cụt.zip"
    data = exported.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(SheetFileError, match="bị cắt cụt"):
        open_package(path)


@pytest.mark.parametrize(
    "name",
    [
        "../BaoCao.pdf",
        "/etc/passwd",
        "C:\\Windows\\a.pdf",
        "data/../../a.csv",
        "data\\a.csv",
        "a/b/c.pdf",
        "Báo cáo.pdf",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(parts, zipped, tmp_path, name):
    path = zipped(parts | {name: b"x"})
    before = sorted(tmp_path.parent.rglob("*"))
    with pytest.raises(SheetFileError, match="bất thường"):
        open_package(path)
    assert sorted(tmp_path.parent.rglob("*")) == before


def test_names_that_differ_by_capitals_only_are_refused(parts, zipped):
    with pytest.raises(SheetFileError, match="bất thường"):
        open_package(zipped(parts | {"BAOCAO.pdf": parts["BaoCao.pdf"]}))


@pytest.mark.parametrize("name", ["DataPackage.json", "DATAPACKAGE.JSON"])
def test_a_head_under_another_name_is_no_head(parts, zipped, name):
    parts[name] = parts.pop(DESCRIPTOR_FILE)
    with pytest.raises(SheetFileError, match="không phải gói báo cáo"):
        open_package(zipped(parts))


def test_a_bomb_is_refused_before_it_is_unpacked(parts, zipped):
    with pytest.raises(SheetFileError, match="bất thường"):
        open_package(zipped(parts | {"data/bomb.csv": bytes(80_000_000)}))


def test_an_entry_that_lies_about_its_size_gives_no_more_than_it_says(parts, zipped):
    path = zipped(parts | {"data/zzz.csv": bytes(900_000)})
    data = path.read_bytes()
    assert data.count(struct.pack("<I", 900_000)) == 2
    path.write_bytes(data.replace(struct.pack("<I", 900_000), struct.pack("<I", 9)))
    opened = open_package(path)
    assert "data/zzz.csv" in states(opened)
    assert all(one.size <= 900_000 for one in opened.view.parts)


def test_thousands_of_entries_are_refused(parts, zipped):
    with pytest.raises(SheetFileError, match="bất thường"):
        open_package(zipped(parts | {f"data/x{n}.csv": b"" for n in range(MOST_ENTRIES + 1)}))


def test_a_file_larger_than_any_package_is_not_read(tmp_path):
    path = tmp_path / "g.zip"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(SheetFileError, match="quá lớn"):
        open_package(path)


@pytest.mark.parametrize("content", [b"", b"PK", b"%PDF-1.7", b"\x00" * 5_000, b"PK\x05\x06" + bytes(18)])
def test_what_is_no_package_is_said(tmp_path, content):
    path = tmp_path / "ảnh.zip"
    path.write_bytes(content)
    with pytest.raises(SheetFileError, match="không phải gói báo cáo"):
        open_package(path)


def test_a_package_that_is_gone_or_a_folder_is_said(tmp_path):
    for path in (tmp_path / "không có.zip", tmp_path):
        with pytest.raises(SheetFileError, match="Không đọc được tệp"):
            open_package(path)


@pytest.mark.parametrize("head", [b"", b"{}", b"[1]", b"\xff\xfe", b"[" * 200_000, b'{"sohangviet": 5}'])
def test_a_damaged_head_is_said(parts, zipped, head):
    with pytest.raises(SheetFileError, match="không phải gói báo cáo"):
        open_package(zipped(parts | {DESCRIPTOR_FILE: head}))


@pytest.mark.parametrize(
    "resources", [5, [{"path": 5}], [{"path": "a" * 300}], [{"path": f"x{n}"} for n in range(500)]]
)
def test_a_damaged_list_of_files_is_said(parts, zipped, resources):
    head = json.loads(parts[DESCRIPTOR_FILE]) | {"resources": resources}
    with pytest.raises(SheetFileError, match="Danh mục tệp"):
        open_package(zipped(parts | {DESCRIPTOR_FILE: json.dumps(head).encode()}))


def test_a_head_without_a_list_vouches_for_nothing(parts, zipped):
    head = json.loads(parts[DESCRIPTOR_FILE])
    del head["resources"]
    opened = open_package(zipped(parts | {DESCRIPTOR_FILE: json.dumps(head).encode()}))
    assert (opened.view.is_whole, dict(opened.documents)) == (False, {})


def test_a_list_that_names_places_outside_gives_nothing_from_there(parts, zipped):
    head = json.loads(parts[DESCRIPTOR_FILE])
    head["resources"].append({"path": "../../etc/passwd", "hash": "sha256:0", "bytes": 3})
    opened = open_package(zipped(parts | {DESCRIPTOR_FILE: json.dumps(head).encode()}))
    assert states(opened) == {"../../etc/passwd": PartState.MISSING}
    assert list(opened.documents) == DOCUMENTS


def test_another_major_version_is_named(parts, zipped):
    with pytest.raises(SheetFileError, match=r"phiên bản mới hơn.*định dạng 2\.0.*Hãy cài"):
        open_package(zipped(described(parts, format_version="2.0")))
    assert open_package(zipped(described(parts, format_version="1.7", invented=[1]))).view.is_whole


def test_words_of_a_stranger_stay_on_one_line(parts, zipped):
    view = open_package(zipped(described(parts, number="1\n2\u202e" * 20, signer="<b>x</b>"))).view
    assert "\n" not in view.number
    assert "\u202e" not in view.number
    assert view.signer == "<b>x</b>"


def test_saved_files_replace_nothing(exported, tmp_path):
    opened = open_package(exported)
    folder = tmp_path / "Đã lưu"
    folder.mkdir()
    (folder / "BaoCao.pdf").write_bytes(b"mine")
    made = save_documents(opened, opened.documents, folder)
    assert [one.name for one in made] == ["BaoCao (2).pdf", "BaoCao.docx", "SoLieu.xlsx"]
    assert (folder / "BaoCao.pdf").read_bytes() == b"mine"
    assert made[0].read_bytes() == opened.documents["BaoCao.pdf"]
    again = save_documents(opened, ["BaoCao.pdf"], folder)
    assert again[0].name == "BaoCao (3).pdf"
    assert list(folder.glob("*.tmp")) == []


def test_a_link_in_the_folder_is_not_followed(exported, tmp_path):
    target = tmp_path / "đích.pdf"
    (tmp_path / "BaoCao.pdf").symlink_to(target)
    (made,) = save_documents(open_package(exported), ["BaoCao.pdf"], tmp_path)
    assert made.name == "BaoCao (2).pdf"
    assert not target.exists()


def test_a_folder_that_cannot_be_written_is_said(exported, tmp_path):
    (tmp_path / "tệp").write_text("x", encoding="utf-8")
    with pytest.raises(ExportError, match="không phải thư mục"):
        save_documents(open_package(exported), ["BaoCao.pdf"], tmp_path / "tệp")


def test_what_windows_notes_of_a_file_from_outside_goes_with_its_parts(exported, tmp_path):
    note = b"[ZoneTransfer]\r\nZoneId=3\r\n"
    path = tmp_path / "goi.zip"
    path.write_bytes(exported.read_bytes())
    Path(f"{path}:Zone.Identifier").write_bytes(note)
    (made,) = save_documents(open_package(path), ["BaoCao.docx"], tmp_path / "a", on_windows=True)
    assert Path(f"{made}:Zone.Identifier").read_bytes() == note
    (own,) = save_documents(open_package(exported), ["BaoCao.docx"], tmp_path / "b", on_windows=True)
    assert list(own.parent.iterdir()) == [own]
