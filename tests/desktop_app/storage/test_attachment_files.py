"""What a file really is decides whether it comes in; what does not come in is told why."""

import os
from pathlib import Path

import pytest

from desktop_app.domain.attachments import MOST_DOCUMENT_BYTES, MOST_PHOTO_BYTES
from desktop_app.errors import AttachmentError
from desktop_app.storage.attachment_files import prepare_file, read_source
from tests.photos import SECRETS, encoded, jpeg, picture

PDF = b"%PDF-1.7\n" + b"x" * 100
ZIP = b"PK\x03\x04" + b"x" * 100


def refusal(content, name):
    with pytest.raises(AttachmentError) as caught:
        prepare_file(read_source(content, name), name)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    return sentence


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("Kế hoạch.pdf", PDF),
        ("quét.pdf", b"\xef\xbb\xbf" + PDF),
        ("Tờ trình.docx", ZIP),
        ("Tờ trình.doc", b"\xd0\xcf\x11\xe0" + b"x" * 100),
        ("Bảng.xlsx", ZIP),
        ("Bảng.ods", ZIP),
        ("Biên bản.odt", ZIP),
        ("Ghi chú.txt", "Đồng Giang".encode()),
        ("BM ghi chú.txt", "BM Đồng Giang".encode()),
        ("Thư.eml", b"From: a@example.invalid\n\nx"),
        ("Bộ hồ sơ.zip", b"PK\x05\x06" + bytes(18)),
        ("Số liệu.csv", b"a,b\n"),
    ],
)
def test_a_document_is_kept_as_it_is(name, content):
    prepared = prepare_file(read_source(content, name), name)
    assert prepared.data == content
    assert prepared.file_name == name
    assert (prepared.thumbnail, prepared.width) == (None, None)


@pytest.mark.parametrize(
    "name",
    [
        "a.exe",
        "a.BAT",
        "a.js",
        "a.lnk",
        "a.vbs",
        "a.ps1",
        "a.scr",
        "a.html",
        "ảnh.jpg.exe",
        "a.exe ",
        "ảnh\u202egpj.exe",
    ],
)
def test_what_can_run_is_refused_by_its_name(name):
    assert "không đính kèm" in refusal(PDF, name)


@pytest.mark.parametrize("name", ["a.docm", "a.xlsm", "Bảng.XLSB", "a.pptm"])
def test_macros_are_refused(name):
    assert "có chứa macro" in refusal(ZIP, name)


@pytest.mark.parametrize("name", ["a.pdf", "ảnh.jpg", "a.docx", "a.txt", "không đuôi"])
@pytest.mark.parametrize("start", [b"MZ\x90\0", b"\x7fELF\x02", b"#!/bin/sh\n"])
def test_a_program_under_another_name_is_refused(name, start):
    assert "là chương trình chạy được" in refusal(start + bytes(200), name)


@pytest.mark.parametrize("name", ["a.xyz", "phim.mp4", "không đuôi", "a.db"])
def test_other_kinds_are_refused_with_what_to_do(name):
    assert "Hãy lưu thành PDF" in refusal(b"something", name)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.zip", "a.7z", "a.rar"])
def test_a_document_that_is_something_else_is_refused(name):
    assert "bị hỏng hoặc không đúng loại" in refusal(b"<html>Not found</html>", name)


@pytest.mark.parametrize("content", [PDF, ZIP, b"<html>", b"x"])
def test_what_is_no_photo_under_the_name_of_one_is_refused(content):
    assert "không phải là ảnh" in refusal(content, "ảnh.jpg")


@pytest.mark.parametrize("brand", [b"heic", b"mif1", b"avif"])
def test_photos_of_newer_phones_are_refused_with_the_way_out(brand):
    assert "Tương thích nhất" in refusal(b"\0\0\0\x18ftyp" + brand + bytes(100), "IMG_1.HEIC")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("IMG_1.JPEG", "IMG_1.jpg"),
        ("ảnh.png", "ảnh.jpg"),
        ("Quét 12.5.pdf", "Quét 12.5.jpg"),
        ("ghi chú.txt", "ghi chú.jpg"),
        ("không đuôi", "không đuôi.jpg"),
        ("12.5.2023", "12.5.2023.jpg"),
    ],
)
def test_a_photo_is_a_photo_whatever_its_name_and_loses_its_metadata(name, wanted):
    prepared = prepare_file(jpeg(), name)
    assert (prepared.file_name, prepared.media_type) == (wanted, "image/jpeg")
    assert [secret for secret in SECRETS if secret in prepared.data] == []
    assert (prepared.width, prepared.height) == (1200, 900)


def test_a_bitmap_needs_the_name_of_one():
    data = encoded(picture(60, 40), "BMP")
    assert prepare_file(data, "ảnh.bmp").media_type.startswith("image/")
    assert prepare_file(data, "ảnh").media_type.startswith("image/")


# Reading


def test_an_empty_file_is_refused(tmp_path):
    (tmp_path / "a.pdf").touch()
    assert "trống (0 byte)" in refusal(tmp_path / "a.pdf", "a.pdf")
    assert "trống (0 byte)" in refusal(b"", "ảnh.jpg")


def test_a_document_beyond_the_limit_is_refused_unread(tmp_path):
    path = tmp_path / "a.pdf"
    with path.open("wb") as file:
        file.truncate(MOST_DOCUMENT_BYTES + 1)
    assert "nặng 16 MB, quá mức 15 MB" in refusal(path, "a.pdf")
    with path.open("wb") as file:
        file.truncate(8 * 1024**4)  # more than any memory
    assert "quá mức 15 MB" in refusal(path, "a.pdf")
    assert "quá mức 60 MB" in refusal(bytes(MOST_PHOTO_BYTES + 1), "ảnh.jpg")


def test_a_document_at_the_limit_comes_in():
    content = PDF + bytes(MOST_DOCUMENT_BYTES - len(PDF))
    assert len(prepare_file(read_source(content, "a.pdf"), "a.pdf").data) == MOST_DOCUMENT_BYTES


def test_a_folder_a_device_and_a_missing_file_are_refused(tmp_path):
    folder = tmp_path / "Ảnh.jpg"
    folder.mkdir()
    assert "là một thư mục" in refusal(folder, folder.name)
    assert "Không tìm thấy tệp" in refusal(tmp_path / "x.pdf", "x.pdf")
    assert "không phải là tệp thường" in refusal(Path(os.devnull), "thiết bị.pdf")


def test_names_that_no_system_takes_are_refused():
    assert "Không tìm thấy tệp “ab.pdf”" in refusal(Path("a\0b.pdf"), "a\0b.pdf")
    assert "quá dài" in refusal(Path("/") / ("đ" * 300 + ".pdf"), "x.pdf")
