"""Reasons go with the export, and are printed as a table that the package does not hold."""

import zipfile

import pytest
from docx import Document as WordDocument

from desktop_app.report.explanation import NO_REASON


@pytest.fixture
def period(sample):
    return sample.reports.period(2023)


def test_one_reason_for_all_is_kept_with_the_export_and_for_each_warning(sample, period, tmp_path):
    sample.export(period, tmp_path, reason="Số liệu bổ sung sau")
    assert sample.reports.exports(2023)[0].reason == "Số liệu bổ sung sau"
    review = sample.review(period)
    assert review.unsettled() == []
    assert {one.reason for one in review.reasons.values()} == {"Số liệu bổ sung sau"}


def test_own_reasons_stay_and_are_told_with_their_warnings(sample, period, tmp_path):
    first, *others = sample.review(period).unsettled()
    sample.reporting.reasons.keep(period, {first.key: (first.sentence, "Đã đối chiếu")})
    sample.export(period, tmp_path, reason="Bổ sung sau")
    told = sample.reports.exports(2023)[0].reason.split("\n")
    assert f"Đã đối chiếu: {first.sentence}" in told
    assert len(told) == 2
    assert all(one.sentence in told[1] for one in others)
    assert sample.review(period).reason_of(first).reason == "Đã đối chiếu"


def test_an_export_without_reasons_says_so_only_where_others_have_one(sample, period, tmp_path):
    sample.export(period, tmp_path)
    assert sample.reports.exports(2023)[0].reason == ""
    first = sample.review(period).unsettled()[0]
    sample.reporting.reasons.keep(period, {first.key: (first.sentence, "Đã đối chiếu")})
    sample.export(period, tmp_path)
    assert "Chưa ghi lý do: " in sample.reports.exports(2023)[0].reason


def cells(path):
    (table,) = WordDocument(str(path)).tables[1:2]
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_table_of_reasons_holds_every_warning(sample, period, tmp_path):
    first = sample.review(period).unsettled()[0]
    sample.reporting.reasons.keep(period, {first.key: (first.sentence, "Đã đối chiếu")})
    path = tmp_path / "GiaiTrinh.docx"
    sample.reporting.reasons.write(period, path)
    rows = cells(path)
    assert rows[0] == ["TT", "Nội dung cần xem lại", "Lý do", "Người ghi", "Ngày ghi"]
    assert rows[1] == ["1", first.sentence, "Đã đối chiếu", "Đào", "20/11/2023"]
    assert [row[2] for row in rows[2:]] == [NO_REASON] * (len(sample.check(period)) - 1)
    text = "\n".join(one.text for one in WordDocument(str(path)).paragraphs)
    assert "BẢNG GIẢI TRÌNH" in text
    assert "trong đó 01 mục đã ghi lý do" in text


def test_the_table_goes_into_the_folder_when_asked_and_never_into_the_package(sample, period, tmp_path):
    result = sample.reporting.export(period, tmp_path, reason="Bổ sung sau", explains=True)
    assert result.files[-1].name == "GiaiTrinh.docx"
    assert {row[2] for row in cells(result.files[-1])[1:]} == {"Bổ sung sau"}
    with zipfile.ZipFile(result.package) as package:
        assert not [name for name in package.namelist() if "GiaiTrinh" in name]
    plain = sample.reporting.export(period, tmp_path / "khác", reason="Bổ sung sau")
    assert not (plain.folder / "GiaiTrinh.docx").exists()
    assert plain.check_code == result.check_code


def test_a_table_that_cannot_be_written_does_not_end_the_export(sample, period, tmp_path):
    result = sample.reporting.export(period, tmp_path)
    (result.folder / "GiaiTrinh.docx").mkdir()
    source = sample.source(period)
    told = sample.reporting.reasons.put_beside(result, source, sample.check(period))
    assert told.files == result.files
    assert told.notes[-1].startswith("Chưa ghi được Bảng giải trình: ")
