"""An office chooses a layout profile, brings its own, and never loses the print for a broken one."""

import json
from dataclasses import replace

import pytest
from docx import Document
from docx.shared import Mm

from desktop_app.domain.records.award_folder import AwardFolder
from desktop_app.domain.records.office import Signing
from desktop_app.errors import ExportError, LedgerFileError, ReportProblemsError, ResourceError
from desktop_app.ledger.layout_desk import MEDIA_TYPE
from desktop_app.report.layout import load_layout

OWN = {"name": "cua_huyen", "title": "Của huyện", "portrait": {"right_mm": 18, "left_mm": 32},
       "header": {"left_mm": 68, "right_mm": 92}, "signature": {"left_mm": 70, "right_mm": 90}}  # fmt: skip


@pytest.fixture
def desk(sample):
    return sample.reporting.layouts


@pytest.fixture
def own_file(tmp_path):
    path = tmp_path / "Bố cục huyện.json"
    path.write_text(json.dumps(OWN, ensure_ascii=False), encoding="utf-8")
    return path


def test_the_usual_profile_is_chosen_at_first(sample, desk):
    chosen = desk.of(sample.office)
    assert (chosen.layout, chosen.warning) == (load_layout(), "")
    assert desk.choices()[0].key == "mttq_nd30"


def test_a_second_shipped_profile_is_used_when_chosen(sample, desk):
    office = replace(sample.office, layout_profile="mttq_nd30_13")
    assert desk.of(office).layout == load_layout("mttq_nd30_13")


def test_an_own_profile_is_kept_chosen_and_printed_with(sample, desk, own_file, tmp_path):
    added = desk.add(own_file)
    assert desk.add(own_file) == added
    assert [(one.title, one.is_own) for one in desk.choices() if one.key == added.key] == [
        ("Của huyện", True)
    ]
    sample.save_office(replace(sample.office, layout_profile=added.key))
    period = sample.reports.period(2023)
    assert sample.source(period).layout.portrait.right_mm == 18
    result = sample.export(period, tmp_path / "ra")
    word = Document(str(result.folder / "BaoCao.docx"))
    assert abs(word.sections[0].right_margin - Mm(18)) < Mm(0.1)


def test_it_can_be_taken_out_and_brought_back(desk, own_file, tmp_path):
    added = desk.add(own_file)
    desk.export(added.key, tmp_path / "ra.json")
    assert desk.add(tmp_path / "ra.json") == added
    desk.export("mttq_nd30", tmp_path / "mẫu.json")
    assert desk.add(tmp_path / "mẫu.json").title == load_layout().title


def test_a_faulty_file_is_refused_and_nothing_is_kept(sample, desk, tmp_path):
    path = tmp_path / "hỏng.json"
    path.write_text(json.dumps(OWN | {"portrait": {"left_mm": 150}}), encoding="utf-8")
    with pytest.raises(ResourceError, match="lề trái 150 mm"):
        desk.add(path)
    with pytest.raises(ResourceError, match="không có"):
        desk.add(tmp_path / "không có.json")
    assert sample.reporting.kept_files.of_type(MEDIA_TYPE) == []


@pytest.mark.parametrize("key", ["không_có", "0" * 64])
def test_a_missing_profile_gives_way_and_a_warning_says_so(sample, key):
    sample.save_office(replace(sample.office, layout_profile=key))
    period = sample.reports.period(2023)
    assert sample.source(period).layout == load_layout()
    told = [one for one in sample.check(period) if one.field == "layout_profile"]
    assert len(told) == 1
    assert not told[0].is_error
    assert "bố cục" in told[0].sentence


def test_a_profile_broken_since_it_was_kept_gives_way(sample, desk):
    # A newer program may refuse what an older one took.
    key = sample.reporting.kept_files.keep("cũ.json", MEDIA_TYPE, b'{"name": "a", "title": "b", "colour": 1}')
    chosen = desk.of(replace(sample.office, layout_profile=key))
    assert chosen.layout == load_layout()
    assert "cũ.json" in chosen.warning
    assert any("không dùng được" in one.title for one in desk.choices())


def test_a_file_that_cannot_be_written_is_told(desk, tmp_path):
    with pytest.raises(ExportError, match="Không tìm thấy thư mục"):
        desk.export("mttq_nd30", tmp_path / "không có" / "x.json")
    with pytest.raises(LedgerFileError):
        desk.export("0" * 64, tmp_path / "x.json")


def test_signing_that_cannot_be_blocks_the_export(sample, tmp_path):
    sample.save_office(replace(sample.office, signing=Signing.BY_ORDER))
    with pytest.raises(ReportProblemsError, match="Chánh Văn phòng"):
        sample.export(sample.reports.period(2023), tmp_path)


def test_plan_award_papers_and_letters_are_printed_in_the_same_layout(sample, desk, own_file, tmp_path):
    sample.save_office(replace(sample.office, layout_profile=desk.add(own_file).key))
    sample.planning.print_now(2023, tmp_path / "KH.docx")
    ids = tuple(one.id for one in sample.award_desk.of_year(2023))[:1]
    made = sample.export_awards(AwardFolder(authority="UBND huyện", ids=ids, year=2023), tmp_path)
    for path in (tmp_path / "KH.docx", *made.glob("*.docx")):
        section = Document(str(path)).sections[0]
        if section.page_width < section.page_height:
            assert abs(section.left_margin - Mm(32)) < Mm(0.1), path.name


def test_an_old_plan_keeps_the_layout_it_was_printed_in(sample, desk, own_file, tmp_path):
    sample.save_office(replace(sample.office, layout_profile=desk.add(own_file).key))
    sample.planning.print_now(2023, tmp_path / "1.docx")
    sample.save_office(replace(sample.office, layout_profile="mttq_nd30"))
    sample.planning.print_version(sample.planning.store.versions(2023)[0], tmp_path / "2.docx")
    assert abs(Document(str(tmp_path / "2.docx")).sections[0].left_margin - Mm(32)) < Mm(0.1)
