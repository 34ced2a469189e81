"""Tables of Word files are read as text; hidden text apart, hostile files refused."""

import zipfile
from io import BytesIO

import pytest

from desktop_app.errors import SheetFileError
from desktop_app.exchange.word_table import is_word_file, read_word_tables

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(body, head=""):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"{head}<w:document {NS}><w:body>{body}</w:body></w:document>")
    return out.getvalue()


def run(text, *, hidden=False, value=""):
    mark = f"<w:rPr><w:vanish{value}/></w:rPr>" if hidden else ""
    return f"<w:r>{mark}<w:t>{text}</w:t></w:r>"


def cell(*runs):
    return f"<w:tc><w:p>{''.join(runs)}</w:p></w:tc>"


def read(tmp_path, body, head=""):
    return read_word_tables(tmp_path / "a.docx", packed(body, head))


def table(*cells):
    return f"<w:tbl><w:tr>{''.join(cells)}</w:tr></w:tbl>"


def test_text_of_split_runs_comes_together_and_hidden_text_apart(tmp_path):
    first = cell(run("1"), run("{sta", hidden=True), run("lls}", hidden=True))
    tables = read(tmp_path, table(first, cell(run("1"), run("2"))))
    assert [(one.text.strip(), one.hidden) for one in tables.rows[0]] == [("1", "{stalls}"), ("12", "")]


def test_shown_again_means_not_hidden(tmp_path):
    shown = run("thấy", hidden=True, value=' w:val="0"')
    assert read(tmp_path, table(cell(shown))).rows[0][0].text.strip() == "thấy"


def test_a_table_within_a_cell_is_text_of_the_cell(tmp_path):
    inner = f"<w:tbl><w:tr>{cell(run('trong'))}</w:tr></w:tbl>"
    tables = read(tmp_path, f"<w:tbl><w:tr><w:tc>{inner}<w:p>{run('ngoài')}</w:p></w:tc></w:tr></w:tbl>")
    assert len(tables.rows) == 1
    assert tables.rows[0][0].text.split() == ["trong", "ngoài"]


def test_hidden_lines_outside_of_tables_are_kept(tmp_path):
    tables = read(
        tmp_path, f"<w:p>{run('mã', hidden=True)}{run(' biểu', hidden=True)}</w:p><w:p>{run('chữ')}</w:p>"
    )
    assert tables.hidden == ["mã biểu"]


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ("<w:p>", ""),
        ("&x;", '<!DOCTYPE a [<!ENTITY x "lol">]>'),
        ("&x;", " " * 5000 + '<!DOCTYPE a [<!ENTITY x "lol">]>'),
    ],
)
def test_damaged_and_hostile_documents_are_refused(tmp_path, body, head):
    with pytest.raises(SheetFileError, match="Word"):
        read(tmp_path, body, head)


def test_a_bomb_is_refused(tmp_path):
    with pytest.raises(SheetFileError, match="Word"):
        read(tmp_path, run("a" * 40_000_000))


def test_only_zips_with_a_document_are_word_files():
    assert is_word_file(packed(""))
    assert not is_word_file(b"PK\x03\x04 something")
    assert not is_word_file(b"word/document.xml")
