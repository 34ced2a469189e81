"""The package: a Data Package whose description fits its files, the same bytes for the same content."""

import json
import zipfile

import pytest

from desktop_app.domain.query import Query
from desktop_app.exchange.check_code import sha256
from desktop_app.exchange.package import DOCUMENT_TYPES, descriptor, path_of, write_package
from desktop_app.exchange.tabular import Dataset, Field

TABLE = Dataset("names", "Tên", (Field("id", "string", "Mã"),), [("Đ",), ("A",)])
DATA = {path_of(TABLE): TABLE.to_csv()}


def described():
    content = descriptor("BC_A", "Báo cáo", {"unit_code": "A"}, [TABLE], DATA, {"BaoCao.pdf": b"%PDF"})
    return json.loads(content)


def test_the_description_fits_the_files():
    package = described()
    assert package["profile"] == "data-package"  # a tabular one may hold no PDF, Word or Excel file
    assert package["name"] == "bc_a"
    assert package["sohangviet"]["unit_code"] == "A"
    assert package["sohangviet"]["signed"] is False
    table, document = package["resources"]
    content = DATA["data/names.csv"]
    assert (table["path"], table["rowcount"], table["bytes"]) == ("data/names.csv", 2, len(content))
    assert table["hash"] == f"sha256:{sha256(content)}"
    assert table["schema"] == TABLE.schema()
    assert (document["path"], document["mediatype"]) == ("BaoCao.pdf", DOCUMENT_TYPES[".pdf"])


def test_the_description_says_how_texts_are_guarded():
    note = described()["sohangviet"]["text_guard"]
    for sign in ("'='", "'+'", "'-'", "'@'", "\\t", "\\r"):
        assert sign in note


def test_the_same_files_give_the_same_bytes(tmp_path):
    files = {"datapackage.json": b"{}", "data/a.csv": b"x" * 10_000}
    for name in ("một.zip", "hai.zip"):
        write_package(tmp_path / name, files)
    assert (tmp_path / "một.zip").read_bytes() == (tmp_path / "hai.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "một.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == list(files)
        assert {one.create_system for one in archive.infolist()} == {3}
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("data/a.csv") == files["data/a.csv"]


def test_an_exported_package_is_whole_and_describes_itself(export, sample):
    result = export()
    with zipfile.ZipFile(result.package) as archive:
        package = json.loads(archive.read("datapackage.json"))
        names = set(archive.namelist())
        assert all(name.isascii() for name in names)
        assert names == {one["path"] for one in package["resources"]} | {"datapackage.json"}
        for one in package["resources"]:
            content = archive.read(one["path"])
            assert (len(content), f"sha256:{sha256(content)}") == (one["bytes"], one["hash"])
        about = package["sohangviet"]
    assert about["check_code"] == result.check_code
    assert (about["unit_code"], about["is_sample"], about["plan"]) == ("MAU-HTB", True, "BT2023")
    assert (about["data_from"], about["data_to"]) == ("2023-01-01", "2023-11-30")
    assert about["parent"] == ""
    assert about["signer"] == "Trần Thị Mỹ Ái"


@pytest.mark.parametrize(
    "name", ["report", "narrative", "figures", "content_figures", "activities", "awards"]
)
def test_a_package_holds_this_table(export, name):
    with zipfile.ZipFile(export().package) as archive:
        assert archive.getinfo(f"data/{name}.csv").file_size > 0


def test_nothing_personal_is_in_the_package(export, sample):
    secrets = [
        text
        for one in sample.awards.fetch(Query())
        for text in (sample.awards.get(one.id).national_id, sample.awards.get(one.id).address)
        if text
    ]
    assert len(secrets) > 12
    with zipfile.ZipFile(export().package) as archive:
        content = b"".join(map(archive.read, archive.namelist())).decode()
    assert not [one for one in secrets if one in content and one not in _places(sample)]


def _places(sample):
    """Return what the report may name: an address that is also a place of an activity or a unit."""
    records = sample.records(sample.reports.period(2023))
    words = [one.place for one in records.activities] + [one.unit for one in records.nominations]
    return "\n".join([*words, *(one.title for one in records.activities)])
