"""Read the data rows of one sheet: values with their doubts, and the record that each row means."""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from desktop_app.domain.fields import FieldKind
from desktop_app.domain.import_preview import Problem, RowPreview, RowState, SheetMatch
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.steering_committee import CommitteeBody
from desktop_app.domain.registers import REGISTERS, STEERING_COMMITTEE
from desktop_app.exchange.spreadsheet.book import Cell, Sheet, address, column_letters
from desktop_app.exchange.spreadsheet.cells import read_cell, text_of
from desktop_app.exchange.spreadsheet.columns import ID_KEY, Column, columns_of
from desktop_app.exchange.spreadsheet.context import Context, Reading
from desktop_app.exchange.spreadsheet.known_records import KnownRecords, key_fields, key_of
from desktop_app.exchange.spreadsheet.matching import titles_of
from desktop_app.exchange.spreadsheet.settling import settled
from desktop_app.exchange.spreadsheet.spans import read_spread
from desktop_app.exchange.spreadsheet.structures import READERS
from desktop_app.exchange.spreadsheet.table_rows import DataRow, data_rows
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.text import shorten

_OWN_ID = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9._-]{8,40}")
"""What an id of this program looks like, so that the number of a line is not taken for one."""
_COMMITTEE_TOO = re.compile(r"thanh vien ban chi dao|chi dao(?:,| va| &) .*giup viec")
_NUMERIC = frozenset({FieldKind.INTEGER, FieldKind.DECIMAL, FieldKind.MONEY})


class SheetRows:
    """The rows of one sheet.

    Args:
        sheet, match: what is read, and how.
        known: the records of its register.
        context: for all cells; the unit of money is that of each column.
        plan: of the working year, for the common code that follows from a plan's item.
    """

    def __init__(
        self, sheet: Sheet, match: SheetMatch, known: KnownRecords, context: Context, plan: Plan | None
    ) -> None:
        self._sheet = sheet
        self._match = match
        self._known = known
        self._register = REGISTERS[match.register]
        columns = {column.key: column for column in columns_of(match.register)}
        self._columns: dict[str, tuple[Column, Context]] = {
            one.key: (columns[one.key], dataclasses.replace(context, unit=one.unit))
            for one in match.columns
            if one.key in columns
        }
        self._places = {one.key: one.place for one in match.columns}
        self._letters = {
            column.field: column_letters(self._places[key]) for key, (column, _) in self._columns.items()
        }
        self._codes = {item.key: item.content_codes for item in plan.items} if plan else {}
        self._seen_ids: dict[str, int] = {}
        self._seen_keys: dict[tuple[object, ...], int] = {}
        self._content_field, self._items_field = _content_fields(match.register)
        self._is_team = match.register == STEERING_COMMITTEE.name and is_support_team(titles_of(sheet))

    def read(self, *, with_hidden: bool) -> Iterator[RowPreview]:
        """Yield the rows in their order."""
        required = [name for name, spec in self._register.specs.items() if spec.required]
        for data in data_rows(self._sheet, self._match, required, with_hidden=with_hidden):
            row = RowPreview(self._sheet.name, self._register.name, data.row + 1, RowState.SKIPPED)
            if data.skipped:
                title = next(
                    (shorten(str(one.text or one.value), 80) for one in data.cells.values() if one.value), ""
                )
                yield dataclasses.replace(row, remarks=(data.skipped,), title=title)
            else:
                yield self._meant(self._valued(row, data), data)

    def _valued(self, row: RowPreview, data: DataRow) -> RowPreview:
        """Return the row with its values, problems and remarks."""
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        remarks: list[str] = []
        for key, cell in data.cells.items():
            if key not in self._columns:
                continue
            column, context = self._columns[key]
            reading = self._spread(key, cell, data, values) or self._reading(column, cell, context, data)
            if reading.problem:
                problems.append(Problem(address(data.row, cell.column), column.heading, reading.problem))
            elif not reading.is_empty:
                if column.part:
                    values.setdefault(column.field, {})[column.part] = reading.value
                else:
                    values[column.field] = reading.value
            if reading.remark:
                remarks.append(f"{address(data.row, cell.column)}: {reading.remark}")
        self._add_content(values)
        if self._is_team and "body" not in self._columns:
            values["body"] = CommitteeBody.SUPPORT_TEAM
            remarks.append("Theo tên bảng, người này thuộc Tổ giúp việc.")
        title = shorten(str(values.get(self._register.naming_field, "")), 200)
        return dataclasses.replace(
            row,
            values=values,
            title=title,
            problems=tuple(problems),
            remarks=tuple(remarks),
            letters=self._letters,
            state=RowState.ERROR if problems else RowState.NEW,
        )

    def _spread(self, key: str, cell: Cell, data: DataRow, values: dict[str, Any]) -> Reading | None:
        """Return the first day of a span, its end set into the other field unless that has a cell of its own."""
        found = read_spread(self._register.name, key, cell, self._columns[key][1])
        if found is None or found[0] in data.cells or key in data.merged:
            return None
        other, (reading, value) = found
        values[other] = value
        return reading

    def _reading(self, column: Column, cell: Cell, context: Context, data: DataRow) -> Reading:
        reading = read_cell(self._register.words, column.spec, cell, context, READERS)
        block = data.merged.get(column.key)
        if block is None or reading.is_empty or reading.problem:
            return reading
        if column.spec.kind in _NUMERIC:
            return Reading(
                problem=f"Số nằm trong ô gộp nhiều dòng ({block}), không rõ thuộc dòng nào; hãy tách ô và ghi riêng."
            )
        remark = f"Lấy giá trị của ô gộp {block} cho dòng này."
        return reading._replace(remark=f"{reading.remark} {remark}".strip())

    def _add_content(self, values: dict[str, Any]) -> None:
        """Set the common code that follows from the plan's item, as the form does."""
        items = values.get(self._items_field) if self._items_field else None
        if items and self._content_field not in values:
            codes = self._codes.get(items[0], ())
            if len(codes) == 1:
                values[self._content_field] = codes[0]

    def _meant(self, row: RowPreview, data: DataRow) -> RowPreview:
        """Return the row with the record it means."""
        cell = data.cells.get(ID_KEY)
        given = (text_of(cell, multiline=False).value or "") if cell is not None else ""
        record = self._known.by_id.get(given)
        if given and record is None and not _OWN_ID.fullmatch(given):
            row = _remarked(
                row, f"Mã “{shorten(given, 20)}” không phải mã của sổ nên không dùng để đối chiếu."
            )
            given = ""
        if record is not None:
            return self._by_id(row, given, data)
        if row.problems:
            return row
        return self._by_key(row, given)

    def _by_id(self, row: RowPreview, given: str, data: DataRow) -> RowPreview:
        record = self._known.by_id[given]
        place = address(data.row, self._places[ID_KEY])
        sentence = ""
        if record.deleted_at:
            sentence = "Mục có mã này đang ở thùng rác; hãy khôi phục mục đó rồi nhập lại, hoặc xóa mã."
        elif given in self._seen_ids:
            sentence = f"Mã này đã có ở dòng {self._seen_ids[given]} của tờ; mỗi mục chỉ một dòng."
        self._seen_ids.setdefault(given, row.row)
        if sentence:
            problems = (*row.problems, Problem(place, "Mã", sentence))
            return dataclasses.replace(row, state=RowState.ERROR, problems=problems)
        return row if row.problems else settled(self._register, row, record)

    def _by_key(self, row: RowPreview, given: str) -> RowPreview:
        matching = self._known.matching(row.values)
        if given and not matching:
            row = _remarked(row, "Mã chưa có trong sổ này; dòng được thêm mới với mã đó.")
        if len(matching) > 1:
            return self._asked(row, matching, f"Sổ có {len(matching)} mục cùng {self._key_words()}.")
        key = key_of(self._register, row.values)
        twin = self._seen_keys.get(key) if None not in key[:1] else None
        if twin is None and matching:
            twin = self._seen_ids.get(matching[0].id)
        if twin is not None:
            return self._asked(row, matching, f"Dòng này giống dòng {twin} ({self._key_words()}).")
        self._seen_keys[key] = row.row
        if matching:
            self._seen_ids[matching[0].id] = row.row
            return settled(self._register, row, matching[0])
        if self._known.is_in_trash(row.values):
            row = _remarked(row, "Thùng rác có mục cùng tên; dòng này vẫn được thêm mới.")
        done = settled(self._register, row, None, given)
        if done.record is not None:
            self._seen_ids[done.record.id] = row.row
            self._known.announce(done.record)
        return done

    def _asked(self, row: RowPreview, matching: list[Any], sentence: str) -> RowPreview:
        """Return the row as a question; an answer is checked like any other row."""
        return dataclasses.replace(
            _remarked(row, f"{sentence} Hãy chọn mục cần sửa, hoặc thêm mới, hoặc bỏ dòng."),
            state=RowState.DOUBTFUL,
            candidates=tuple(map(self._known.candidate, matching)),
            bases={record.id: record for record in matching},
        )

    def _key_words(self) -> str:
        return ", ".join(self._register.label(field).lower() for field in key_fields(self._register))


def is_support_team(titles: Iterable[str]) -> bool:
    """Tell whether the titles of a sheet speak of the helper team and not of the committee too."""
    folded = [fold(text) for text in titles]
    is_team = any("giup viec" in text for text in folded)
    return is_team and not any(_COMMITTEE_TOO.search(text) for text in folded)


def _remarked(row: RowPreview, remark: str) -> RowPreview:
    return dataclasses.replace(row, remarks=(*row.remarks, remark))


def _content_fields(name: str) -> tuple[str, str]:
    """Return the fields of the common code and of the plan's items, "" where a register has none."""
    kinds: Mapping[FieldKind, str] = {spec.kind: field for field, spec in REGISTERS[name].specs.items()}
    items = kinds.get(FieldKind.PLAN_ITEMS, "")
    content = kinds.get(FieldKind.CONTENT, "")
    return (content, items) if content and items else ("", "")
