"""The upper level answers a package, the lower level takes the answer into its ledger: both by command."""

import json
import zipfile
from pathlib import Path

import pytest

from desktop_app.exchange.check_code import check_code, content_hash
from desktop_app.ledger import open_ledger


@pytest.fixture
def package(run, sample_path, tmp_path) -> Path:
    done = run("export", "--ledger", sample_path, "--year", 2023, "--out", tmp_path / "xuất", "--json")
    return Path(done.json["package"])


@pytest.fixture
def reply(run, package, tmp_path):
    def _reply(*options, kind="correction"):
        return run(
            *("--today", "2023-12-01", "reply", package, "--kind", kind, "--out", tmp_path / "phản hồi"),
            *options,
        )

    return _reply


def first_activity(package):
    with zipfile.ZipFile(package) as archive:
        heads, first = archive.read("data/activities.csv").decode().split("\r\n")[:2]
    assert heads.startswith("id,title")
    return first.split(",")[0]


def test_a_correction_reaches_the_ledger_with_its_record_and_deadline(run, reply, package, sample_path):
    activity = first_activity(package)
    item = f"activities:{activity}:Thiếu số người dự: bổ sung"
    options = ("--reason", "Bổ sung số liệu", "--deadline", "05/12/2023", "--item", item, "--sender", "Tỉnh")
    done = reply(*options, "--json")
    assert done.code == 0, done.err
    path = Path(done.json["file"])
    assert path.name == "PhanHoi_MAU-HTB_2023_L1_1.json"

    opened = run("open-reply", "--ledger", sample_path, path, "--json")
    assert opened.code == 0, opened.err
    told = opened.json
    assert (told["year"], told["period"], told["revision"], told["kind"]) == (2023, "", 1, "correction")
    assert (told["due_on"], told["reason"], told["already_noted"]) == ("2023-12-05", "Bổ sung số liệu", False)
    [one] = told["items"]
    assert (one["register"], one["record_id"], one["sentence"]) == (
        "activities",
        activity,
        "Thiếu số người dự: bổ sung",
    )
    with open_ledger(sample_path) as ledger:
        assert one["title"] == ledger.activities.get(activity).title
        [kept] = ledger.reporting.issuing.view(ledger.reports.period(2023)).replies
        assert kept.sender == "Tỉnh"
    again = run("open-reply", "--ledger", sample_path, path)
    assert again.code == 0
    assert "đã có trong sổ" in again.out
    assert "Hạn gửi lại: 05/12/2023" in again.out


@pytest.mark.parametrize("kind", ["receipt", "accepted"])
def test_a_receipt_needs_no_words(run, reply, sample_path, kind):
    done = reply(kind=kind)
    assert done.code == 0, done.err
    path = done.out.strip().splitlines()[-1].strip()
    assert run("open-reply", "--ledger", sample_path, path, "--json").json["kind"] == kind


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "phải ghi lý do"),
        (("--reason", "x", "--deadline", "30/11/2023"), "đã qua"),
        (("--reason", "x", "--deadline", "32/13"), "hãy nhập"),
        (("--item", "khác:1:Thiếu"), "không có sổ “khác”"),
        (("--item", "activities:1"), "phải ghi dạng SỔ:MÃ:NỘI_DUNG"),
        (("--item", "activities:khôngcó:Thiếu"), "không có bản ghi mã “khôngcó”"),
    ],
)
def test_what_cannot_be_answered_so_is_one_and_writes_nothing(reply, tmp_path, options, said):
    done = reply(*options)
    assert done.code == 1
    assert said in done.err
    assert not (tmp_path / "phản hồi").exists()


def test_wrong_usage_is_two(run, reply, package):
    assert reply(kind="deleted").code == 2
    assert run("reply", package, "--kind", "receipt").code == 2
    assert run("open-reply", package).code == 2


def changed_package(package, change):
    path = package.with_name("sửa.zip")
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = change(entry.filename, old.read(entry))
            if content is not None:
                new.writestr(entry.filename, content)
    return path


def forged(package, **about):
    """Return a package whose head says other things and fits its check code all the same."""
    with zipfile.ZipFile(package) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    told = json.loads(files["datapackage.json"])
    files |= about.pop("files", {})
    head = told["sohangviet"]
    head |= about
    data = content_hash({name: part for name, part in files.items() if name.startswith("data/")})
    head["check_code"] = check_code(head["unit_code"], head["year"], head["period"], head["revision"], data)
    files["datapackage.json"] = json.dumps(told).encode()
    return changed_package(package, lambda name, _old: files[name])


@pytest.mark.parametrize(
    "about",
    [
        {"period": "../../x"},
        {"period": "6T\n"},
        {"unit_name": "x" * 501},
        {"unit_code": ""},
        {"year": 99_999},
        {"revision": 0},
    ],
)
def test_a_package_that_says_impossible_things_is_not_answered(run, package, tmp_path, about):
    done = run("reply", forged(package, **about), "--kind", "receipt", "--out", tmp_path / "ra")
    assert done.code == 3
    assert "không phải gói báo cáo" in done.err
    assert not (tmp_path / "ra").exists()


def test_a_name_with_control_characters_is_cleaned(run, package, tmp_path):
    path = forged(package, unit_name="\x1b[31mhuyện\u202e")
    done = run("reply", path, "--kind", "receipt", "--out", tmp_path / "ra")
    assert done.code == 0
    assert "cho [31mhuyện," in done.out


@pytest.mark.parametrize("content", [b"id,title\n1," + b"x" * 200_000, b"\xff\xfe\x00id"])
def test_a_damaged_table_in_a_package_is_told(run, package, tmp_path, content):
    path = forged(package, files={"data/activities.csv": content})
    item = ("--item", "activities:1:Sai", "--out", tmp_path / "ra")
    done = run("reply", path, "--kind", "correction", *item)
    assert done.code == 3
    assert "data/activities.csv trong gói báo cáo bị hỏng" in done.err


def newer(name, content):
    if name != "datapackage.json":
        return content
    told = json.loads(content)
    told["sohangviet"]["format_version"] = "2.0"
    return json.dumps(told).encode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda name, content: content + b" " if name == "data/figures.csv" else content,
            "không khớp mã kiểm tra",
        ),
        (lambda name, content: None if name == "data/figures.csv" else content, "không khớp mã kiểm tra"),
        (lambda name, content: None if name == "datapackage.json" else content, "không phải gói báo cáo"),
        (lambda name, content: b"0" * 50_000_000 if name == "BaoCao.pdf" else content, "cấu trúc bất thường"),
        (newer, "phiên bản mới hơn"),
    ],
)
def test_an_altered_or_hostile_package_is_three(run, package, tmp_path, change, said):
    path = changed_package(package, change)
    done = run("reply", path, "--kind", "receipt", "--out", tmp_path / "ra")
    assert done.code == 3
    assert said in done.err
    assert not (tmp_path / "ra").exists()


def test_names_that_leave_the_package_are_refused(run, package, tmp_path):
    with zipfile.ZipFile(package, "a") as archive:
        archive.writestr("../ra ngoài.txt", b"x")
    done = run("reply", package, "--kind", "receipt", "--out", tmp_path / "ra")
    assert (done.code, "cấu trúc bất thường" in done.err) == (3, True)


def test_files_that_are_none_are_three(run, sample_path, tmp_path):
    other = tmp_path / "thư.txt"
    other.write_text("Kính gửi", encoding="utf-8")
    for arguments in (
        ("open-reply", "--ledger", sample_path, other),
        ("open-reply", "--ledger", sample_path, tmp_path / "không có.json"),
        ("open-reply", "--ledger", other, other),
        ("reply", other, "--kind", "receipt", "--out", tmp_path),
        ("reply", tmp_path / "không có.zip", "--kind", "receipt", "--out", tmp_path),
    ):
        done = run(*arguments)
        assert (done.code, done.out) == (3, "")


def test_a_reply_to_another_unit_is_one(run, reply, tmp_path):
    other = tmp_path / "Tháp Mười.sohangviet"
    run("sample", "--ledger", other, "--district", "thap_muoi")
    path = reply(kind="receipt").out.strip().splitlines()[-1].strip()
    done = run("open-reply", "--ledger", other, path)
    assert done.code == 1
    assert "không phải đơn vị của sổ" in done.err
