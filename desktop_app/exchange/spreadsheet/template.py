"""The workbook that offices fill: one sheet for each register, with lists, instructions and examples."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from desktop_app.domain.contents import load_contents
from desktop_app.domain.fields import FieldKind, FieldSpec
from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.base import Record
from desktop_app.domain.registers import REGISTERS
from desktop_app.domain.rules import Register
from desktop_app.exchange.spreadsheet.cells import names_of
from desktop_app.exchange.spreadsheet.columns import (
    EXAMPLE_MARK,
    ID_HEADING,
    Column,
    columns_of,
    value_of,
)
from desktop_app.exchange.spreadsheet.preview import GUIDE_SHEET
from desktop_app.exchange.spreadsheet.structures import row_parts
from desktop_app.exchange.spreadsheet.writing import written
from desktop_app.report.template_model import ColumnKind, Template, TemplateColumn, TemplateSheet, Value
from desktop_app.report.writers import write_template as write_file

LISTS_SHEET = "Danh mục"
TITLE = "Biểu mẫu nhập số liệu Sổ Hàng Việt"

_KINDS: Mapping[FieldKind, ColumnKind] = {
    FieldKind.DATE: "date",
    FieldKind.INTEGER: "integer",
    FieldKind.MONEY: "integer",
    FieldKind.DECIMAL: "decimal",
    FieldKind.LONG_TEXT: "long_text",
    FieldKind.FUNDS: "long_text",
    FieldKind.PAST_AWARDS: "long_text",
    FieldKind.ROWS: "long_text",
}
_GUIDE = (
    (
        "Cách dùng",
        "Mỗi tờ là một sổ theo dõi, mỗi dòng là một mục. Không đổi tên tiêu đề; có thể bỏ cột không dùng.",
    ),
    ("Ô tiêu đề màu vàng", "Bắt buộc phải ghi thì mục mới được nhập."),
    ("Ngày", "Ghi ngày/tháng/năm, ví dụ 09/01/2023."),
    (
        "Số, số tiền",
        "Ghi số, hoặc chữ như 1.234, 1,5 triệu, 1,7 tỷ đồng; dấu chấm tách hàng nghìn, dấu phẩy thập phân.",
    ),
    ("Danh sách", "Ô có mũi tên: chọn trong danh sách. Ô nhận nhiều mục: cách nhau bằng dấu chấm phẩy."),
    (
        "Bảng con trong một ô",
        "Mỗi dòng trong ô (Alt+Enter) là một dòng của bảng con, các phần cách nhau bằng dấu |.",
    ),
    (
        "Số có số 0 ở đầu",
        "Các cột chữ đã định dạng Text nên “03” giữ nguyên; khi dán từ nơi khác, hãy dán giá trị.",
    ),
    ("Cột “Mã”", "Để trống với mục mới. Mục xuất từ sổ có mã sẵn: giữ nguyên mã để sửa đúng mục đó."),
    ("Ô để trống", "Không đổi gì: mục đã có trong sổ giữ giá trị cũ."),
    ("Dòng ví dụ", f"Hai dòng đầu, cột “Mã” ghi “{EXAMPLE_MARK}”, được bỏ qua khi nhập; có thể xóa."),
    (
        "Nhập vào sổ",
        "Chương trình cho xem trước từng dòng (mới, thay đổi, lỗi ở ô nào) rồi mới ghi, và hoàn tác được.",
    ),
)


def write_template(
    path: Path,
    registers: Sequence[str] = tuple(REGISTERS),
    *,
    personal: bool = False,
    plan: Plan | None = None,
    records: Mapping[str, Sequence[Record]] | None = None,
    year: int = 0,
) -> None:
    """Write the workbook.

    Args:
        path: the .xlsx file; one that is there is replaced.
        registers: names of the registers that get a sheet, in this order.
        personal: with the columns of personal data.
        plan: of the working year; its items are listed in the instructions.
        records: register -> records that stand in its sheet, to be changed and read back.
        year: of the days in the examples; that of today when 0.

    Raises:
        ExportError: the file cannot be written.
    """
    sheets = [
        _sheet(REGISTERS[name], (records or {}).get(name, ()), year or date.today().year, personal=personal)
        for name in registers
    ]
    write_file(
        Template(TITLE, GUIDE_SHEET, _guide(registers, plan, personal=personal), LISTS_SHEET, sheets), path
    )


def sheet_name(register: Register[Any]) -> str:
    """Return the name of a register's sheet, as Excel allows it."""
    return register.words.page.translate(str.maketrans("[]:*?/\\", "       "))[:31].strip()


def _sheet(register: Register[Any], records: Sequence[Record], year: int, *, personal: bool) -> TemplateSheet:
    columns = columns_of(register.name, personal=personal)
    described = [_column(register, column) for column in columns]
    return TemplateSheet(
        sheet_name(register),
        (*described, TemplateColumn(ID_HEADING, note="Để trống với mục mới.")),
        [_example(register, columns, number, year) for number in (0, 1)],
        [_values(register, columns, record) for record in records],
    )


def _values(register: Register[Any], columns: Sequence[Column], record: Record) -> tuple[Value, ...]:
    cells = [written(register.words, column.spec, value_of(column, record)) for column in columns]
    return (*cells, record.id)


def _column(register: Register[Any], column: Column) -> TemplateColumn:
    spec = column.spec
    choices: tuple[str, ...] = ()
    if spec.kind is FieldKind.CHOICE:
        choices = tuple(names_of(register.words, spec))
    elif spec.kind is FieldKind.FLAG:
        choices = ("Có", "Không")
    elif spec.kind is FieldKind.CONTENT:
        choices = tuple(f"{one.code} {one.short_name}" for one in load_contents())
    elif spec.kind is FieldKind.INDICATOR:
        choices = tuple(f"{one.label} ({one.unit})" for one in load_indicators() if one.is_typed)
    return TemplateColumn(
        column.heading, _KINDS.get(spec.kind, "text"), choices, _note(register, column), spec.required
    )


def _note(register: Register[Any], column: Column) -> str:
    """Return what a filler must know of a column."""
    parts = [column.help]
    if column.spec.kind is FieldKind.CHOICES:
        parts.append(
            "Ghi các mục sau, cách nhau bằng dấu chấm phẩy: "
            + "; ".join(names_of(register.words, column.spec))
        )
    if column.spec.kind is FieldKind.LINK:
        linked = REGISTERS.get(column.spec.register)
        parts.append(f"Ghi tên hoặc mã của mục ở tờ “{sheet_name(linked)}”." if linked else "")
    if column.spec.kind is FieldKind.VOTES:
        parts.append("Ghi tổng số/có mặt/đồng ý, ví dụ 15/14/14.")
    names = _part_names(register, column)
    if names:
        parts.append(f"Mỗi dòng trong ô: {' | '.join(names)}")
    return " ".join(filter(None, parts))


def _part_names(register: Register[Any], column: Column) -> list[str]:
    words = register.words.rows.get(column.field, {})
    usual = {
        FieldKind.FUNDS: ["nguồn", "nhóm nguồn", "số tiền", "hiện vật (Có/Không)"],
        FieldKind.PAST_AWARDS: ["hình thức", "cấp khen", "năm"],
    }
    if column.spec.kind in usual:
        return usual[column.spec.kind]
    return [words[name].label if name in words else name for name, _ in row_parts(column.spec)]


def _example(register: Register[Any], columns: Sequence[Column], number: int, year: int) -> tuple[Value, ...]:
    values = [
        "" if column.part and number else _example_value(register, column, column.spec, number, year)
        for column in columns
    ]
    return (*values, EXAMPLE_MARK)


def _example_value(register: Register[Any], column: Column, spec: FieldSpec, number: int, year: int) -> Value:
    if column.field == register.naming_field:
        words = register.words
        name = words.fields[column.field].example or f"Ví dụ: {words.one}"
        return f"{name} (2)" if number else name
    if spec.kind is FieldKind.DATE:
        return date(year, 5, 15 + number) if spec.required else ""
    if spec.kind is FieldKind.CHOICE:
        names = names_of(register.words, spec)
        return names[min(number, len(names) - 1)]
    samples: Mapping[FieldKind, Value] = {
        FieldKind.INTEGER: 45 if spec.most is None else int(min(45, spec.most)),
        FieldKind.MONEY: 1_500_000,
        FieldKind.DECIMAL: 82.5,
        FieldKind.FLAG: "Không",
        FieldKind.CONTENT: load_contents()[number].code,
        FieldKind.FUNDS: "Ngân sách xã | Ngân sách nhà nước | 5.000.000 | Không",
        FieldKind.VOTES: "15/14/14",
    }
    if spec.kind in samples:
        return samples[spec.kind]
    return register.words.fields[column.field].example if not column.part else ""


def _guide(registers: Sequence[str], plan: Plan | None, *, personal: bool) -> list[tuple[str, str]]:
    lines = [(TITLE, ""), *_GUIDE]
    if personal:
        lines.append(
            (
                "Dữ liệu cá nhân",
                "Tệp này có cột dữ liệu cá nhân: chỉ gửi cho người có trách nhiệm, xóa khi xong.",
            )
        )
    lines.append(("", ""))
    lines += [
        ("Các tờ", ""),
        *((sheet_name(REGISTERS[name]), f"Sổ {REGISTERS[name].words.page}") for name in registers),
    ]
    if plan is not None:
        lines += [("", ""), ("Nội dung của kế hoạch", "Ghi ký hiệu ở cột “Nội dung của kế hoạch”.")]
        lines += [(item.key, item.title) for item in plan.items]
    return lines
