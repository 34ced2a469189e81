import pytest
import xlsxwriter


@pytest.fixture
def sheet(tmp_path):
    def _sheet(*rows):
        path = tmp_path / "bảng.xlsx"
        workbook = xlsxwriter.Workbook(path)
        page = workbook.add_worksheet()
        for number, row in enumerate((("Tên hoạt động", "Từ ngày", "Địa điểm"), *rows)):
            page.write_row(number, 0, row)
        workbook.close()
        return path

    return _sheet


def test_a_template_and_back(run, sample_path, tmp_path):
    empty = tmp_path / "mẫu trống.xlsx"
    assert run("template", "--out", empty).code == 0
    assert run("import", "--ledger", sample_path, empty, "--json").json["written"] is False
    filled = tmp_path / "mẫu.xlsx"
    assert run("template", "--out", filled, "--ledger", sample_path, "--personal").code == 0
    outcome = run("import", "--ledger", sample_path, filled, "--json")
    assert outcome.code == 0
    assert outcome.json["counts"]["same"] > 50
    assert outcome.json["counts"]["changed"] == outcome.json["counts"]["error"] == 0


def test_import_and_undo(run, sample_path, sheet):
    before = run("totals", "--ledger", sample_path, "--year", 2023, "--json").json
    path = sheet(("Phiên chợ thêm", "9/5/2023", "Xã La Dạ"))
    dry = run("import", "--ledger", sample_path, path, "--dry-run", "--json").json
    assert (dry["written"], dry["counts"]["new"]) == (False, 1)
    assert run("totals", "--ledger", sample_path, "--year", 2023, "--json").json == before
    done = run("import", "--ledger", sample_path, path, "--json").json
    assert done["written"]
    assert done["backup"]
    assert done["sheets"][0]["columns"] == {"A": "title", "B": "date_start", "C": "place"}
    after = run("totals", "--ledger", sample_path, "--year", 2023, "--json").json
    assert after["activities"] == before["activities"] + 1
    undone = run("undo", "--ledger", sample_path)
    assert undone.code == 0
    assert "Đã hoàn tác" in undone.out
    assert run("totals", "--ledger", sample_path, "--year", 2023, "--json").json == before


def test_errors_write_nothing_and_name_the_cell(run, sample_path, sheet):
    path = sheet(("Đúng", "9/5/2023", ""), ("Sai", "31/2/2023", ""))
    outcome = run("import", "--ledger", sample_path, path, "--json")
    assert outcome.code == 1
    assert outcome.json["written"] is False
    assert outcome.json["rows"][1]["problems"][0][0] == "B3"
    said = run("import", "--ledger", sample_path, path)
    assert said.code == 1
    assert "B3" in said.err
    assert "Chưa ghi gì" in said.out


def test_a_file_that_cannot_be_read(run, sample_path, tmp_path):
    path = tmp_path / "ảnh.xlsx"
    path.write_bytes(b"\x89PNG")
    outcome = run("import", "--ledger", sample_path, path)
    assert outcome.code == 3
    assert "không phải là bảng tính" in outcome.err


def test_the_encoding_is_asked_for(run, sample_path, tmp_path):
    path = tmp_path / "cũ.xlsx"
    workbook = xlsxwriter.Workbook(path)
    page = workbook.add_worksheet()
    page.write_row(0, 0, ["Tªn ho¹t ®éng", "Tõ ngµy"])
    page.write_row(1, 0, ["Héi nghÞ tuyªn truyÒn hµng ViÖt", "9/5/2023"])
    workbook.close()
    asked = run("import", "--ledger", sample_path, path, "--json")
    assert asked.code == 1
    assert asked.json["sheets"][0]["guess"] == "tcvn3"
    told = run("import", "--ledger", sample_path, path, "--encoding", "tcvn3", "--json")
    assert told.json["rows"][0]["title"] == "Hội nghị tuyên truyền hàng Việt"
    assert told.json["written"]


def test_nothing_to_undo(run, sample_path):
    outcome = run("undo", "--ledger", sample_path)
    assert outcome.code == 1
    assert "Không còn thao tác" in outcome.err


def test_wrong_usage(run, sample_path, sheet):
    assert run("import", "--ledger", sample_path).code == 2
    assert run("import", "--ledger", sample_path, sheet(), "--encoding", "viscii").code == 2
    assert run("template").code == 2
