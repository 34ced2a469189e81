from dataclasses import replace

import pytest
from click.testing import CliRunner
from docx import Document

from desktop_app.commands.main import main
from desktop_app.errors import ExportError, LedgerFileError, WordFileError
from desktop_app.ledger import template_desk
from tests.desktop_app.report.template.making import replaced, shipped, with_line


@pytest.fixture
def period(sample):
    return sample.reports.period(2023)


@pytest.fixture
def desk(sample):
    return sample.reporting.templates


def use(sample, data: bytes, name: str = "Mẫu huyện.docx") -> None:
    """Let the office have a template, whatever is wrong with it."""
    key = sample.reporting.kept_files.keep(name, template_desk.MEDIA_TYPE, data)
    sample.save_office(replace(sample.office, word_template=key))


def words(folder) -> list[str]:
    return [one.text for one in Document(str(folder / "BaoCao.docx")).paragraphs]


def test_a_template_goes_out_is_changed_and_prints(sample, desk, period, tmp_path):
    path = tmp_path / "Mẫu của huyện.docx"
    desk.export(path, sample.office)
    word = Document(str(path))
    word.paragraphs[0].insert_paragraph_before("Chữ của huyện")
    word.save(str(path))
    review = desk.review(path, sample.office)
    assert (review.problems, review.warnings) == ((), ())
    sample.save_office(replace(sample.office, word_template=desk.keep(review)))
    state = desk.state(sample.office)
    assert (state.name, state.problem) == ("Mẫu của huyện.docx", "")
    assert state.chosen_at
    result = sample.export(period, tmp_path / "Báo cáo")
    assert result.notes == ()
    assert "Chữ của huyện" in words(result.folder)


def test_without_a_template_the_shipped_layout_prints(sample, desk, period, tmp_path):
    assert desk.state(sample.office).name == ""
    assert desk.of(sample.office) == template_desk.ChosenTemplate()
    assert sample.export(period, tmp_path / "Báo cáo").notes == ()


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04", with_line("{{ ''.__class__ }}"), with_line("{% include 'x' %}")],
    ids=["zip", "code", "file"],
)
def test_a_broken_template_never_blocks_the_export(sample, desk, period, tmp_path, data):
    use(sample, data)
    assert "Mẫu huyện.docx" in desk.state(sample.office).problem
    warned = [one for one in sample.check(period) if one.field == "word_template"]
    assert [one.is_error for one in warned] == [False]
    result = sample.export(period, tmp_path / "Báo cáo", reason="vẫn xuất")
    (note,) = result.notes
    assert "mẫu của chương trình" in note
    assert "Chọn lại" in note or "chọn lại" in note
    assert any(line.startswith("I. ") for line in words(result.folder))


def test_a_template_that_the_ledger_has_lost_never_blocks_the_export(sample, desk, period, tmp_path):
    use(sample, shipped())
    sample.reporting.kept_files.forget(sample.office.word_template)
    (note,) = sample.export(period, tmp_path / "Báo cáo", reason="vẫn xuất").notes
    assert "không còn giữ tệp mẫu" in note
    assert desk.state(sample.office).problem == note


def test_sections_without_a_place_are_told_after_the_export(sample, period, tmp_path):
    use(sample, replaced("{{ noi_dung }}", "{{ muc_I }}"))
    result = sample.export(period, tmp_path / "Báo cáo", reason="vẫn xuất")
    assert "muc_con_lai" in result.notes[0]
    assert any(line.startswith("II. ") for line in words(result.folder))


def test_the_command_says_what_became_of_the_template(sample, tmp_path):
    use(sample, b"PK\x03\x04")
    sample.close()
    line = [
        "export",
        "--ledger",
        str(sample.path),
        "--year",
        "2023",
        "--out",
        str(tmp_path / "ra"),
        "--reason",
        "x",
    ]
    run = CliRunner().invoke(main, line)
    assert run.exit_code == 0
    assert "mẫu của chương trình" in run.output


def test_the_template_in_force_can_be_saved(sample, desk, tmp_path):
    use(sample, shipped())
    desk.save_own(tmp_path / "m.docx", sample.office)
    assert (tmp_path / "m.docx").read_bytes() == shipped()
    with pytest.raises(ExportError):
        desk.save_own(tmp_path, sample.office)
    with pytest.raises(ExportError):
        desk.export(tmp_path, sample.office)
    sample.reporting.kept_files.forget(sample.office.word_template)
    with pytest.raises(LedgerFileError):
        desk.save_own(tmp_path / "n.docx", sample.office)


def test_a_file_that_cannot_be_read_is_told(sample, desk, tmp_path):
    with pytest.raises(WordFileError, match="Không tìm thấy"):
        desk.review(tmp_path / "không có.docx", sample.office)
