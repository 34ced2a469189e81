"""The second step: the year, the kind of unit, the unit itself, and whether it has a Ban Chỉ đạo."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from desktop_app.domain.labels.office import LEVELS, OFFICE, OFFICE_PLACES
from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.office_setup import LAST_DISTRICT_YEAR, office_of, report_day, usual_level
from desktop_app.domain.records.office import Office, UnitLevel
from desktop_app.domain.units import UnitTable
from desktop_app.vietnamese.order import sort_key
from desktop_app.vietnamese.text import clean
from ui.dialogs.first_start.step import Step, refuse
from ui.widgets.card import label
from ui.widgets.editors.choice import ChoiceEditor, FlagEditor
from ui.widgets.editors.listed import ListedEditor
from ui.widgets.editors.parsed import IntegerEditor
from ui.widgets.editors.text import TextEditor
from ui.widgets.fields import make_field, show_problems, show_usual
from ui.widgets.unit_picker import UnitPicker

_FIRST_YEAR, _LAST_YEAR = 2009, 2100
_NO_DISTRICTS = (
    f"Từ 01/7/2025 không còn cấp huyện. Hãy chọn “{LEVELS[UnitLevel.COMMUNE]}”, "
    f"hoặc ghi năm {LAST_DISTRICT_YEAR} trở về trước."
)
_BODY_EXAMPLE = "Sở Công Thương tỉnh Bình Thuận"
_FREE = FieldWords("Đơn vị không có trong danh mục, tôi tự ghi tên và mã")


class UnitStep(Step):
    """Asks whose ledger it is."""

    def __init__(self, table: UnitTable, today: date, parent: QWidget | None = None) -> None:
        super().__init__(
            "Đơn vị lập báo cáo", "Tên đơn vị quyết định tiêu đề và câu chữ của báo cáo.", parent
        )
        self._table = table
        self._year, self._level = IntegerEditor(grouped=False), ChoiceEditor(LEVELS)
        self._free, self._committee = FlagEditor(), FlagEditor()
        self._name, self._code, self._province = TextEditor(), TextEditor(), ListedEditor()
        self._fields = {
            "year": make_field("year", OFFICE_PLACES["year"], self._year, required=True),
            "level": make_field("level", OFFICE["level"], self._level),
            "unit_name": make_field("unit_name", OFFICE["unit_name"], self._name, required=True),
            "unit_code": make_field("unit_code", OFFICE["unit_code"], self._code, required=True),
            "province_name": make_field("province_name", OFFICE["province_name"], self._province),
        }
        self._free.bind("free", _FREE)
        self._committee.bind("has_committee", OFFICE["has_committee"])
        self._committee_help = label(OFFICE["has_committee"].help, tone="muted", size="small", wrap=True)
        self._picker = UnitPicker(table)
        self._picker_problem = label("", tone="bad", size="small", wrap=True)
        self._ways = QStackedWidget()
        self._lay_out()
        self._year.set_value(today.year)
        self._level.set_value(usual_level(today.year))
        self._committee.set_value(True)
        self._follow()

        self._year.edited.connect(self._follow)
        self._level.edited.connect(self._follow)
        self._free.edited.connect(self._follow)
        self._picker.picked.connect(self._on_picked)
        self._picker.accepted.connect(self._on_accepted)
        for editor in (self._year, self._level, self._name, self._code, self._province):
            editor.advanced.connect(self.advanced)

    def take_focus(self) -> None:
        """Begin with the year, so that typing replaces it."""
        self._year.setFocus(Qt.FocusReason.TabFocusReason)
        self._year.select_all()

    def year(self) -> int:
        """Return the year of the first report."""
        return int(self._year.value())

    def province_code(self) -> str:
        """Return the code of the province, "" where it is not known."""
        unit = self._picker.unit()
        if self._is_free():
            return str(self._province.value())
        return self._unit_province(unit.code) if unit is not None else ""

    def office(self) -> Office:
        """Return the office as far as it is known now."""
        committee = bool(self._committee.value())
        unit = self._picker.unit()
        if unit is not None and not self._is_free():
            return replace(office_of(unit, self._table, self._day()), has_committee=committee)
        name = clean(self._name.value())
        return Office(
            level=self._level.value(),
            unit_name=name,
            short_name=name,
            unit_code=clean(self._code.value()),
            province_name=self._province_name(),
            has_committee=committee,
        )

    def check(self) -> bool:
        """Require a year and a unit that exists in it."""
        found: dict[str, str] = {}
        year = self._year.value()
        if self._year.problem() or year is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
            found["year"] = f"Hãy ghi năm báo cáo, từ {_FIRST_YEAR} đến {_LAST_YEAR}."
        elif self._level.value() is UnitLevel.DISTRICT and year > LAST_DISTRICT_YEAR and not self._is_free():
            found["level"] = _NO_DISTRICTS
        if self._is_free():
            found |= self._free_problems()
        picked = self._is_free() or self._picker.unit() is not None
        self._show_picker_problem("" if picked or found else "Hãy chọn một đơn vị trong danh sách.")
        if not refuse(self._fields, found):
            return False
        if not picked:
            self._picker.take_focus()
        return picked

    def _free_problems(self) -> dict[str, str]:
        found: dict[str, str] = {}
        if not clean(self._name.value()):
            found["unit_name"] = "Hãy ghi tên đơn vị, cơ quan."
        code = clean(self._code.value())
        if not code or not code.isascii() or not all(one.isalnum() or one == "-" for one in code):
            found["unit_code"] = "Mã gồm chữ không dấu, số và dấu gạch ngang, ví dụ SKHDT-DT."
        return found

    def _is_free(self) -> bool:
        return self._level.value() is UnitLevel.MEMBER_BODY or bool(self._free.value())

    def _day(self) -> date:
        year = self._year.value()
        return report_day(year if year and _FIRST_YEAR <= year <= _LAST_YEAR else LAST_DISTRICT_YEAR)

    def _unit_province(self, code: str) -> str:
        unit = self._table.get(code, self._day())
        while unit is not None and unit.parent:
            unit = self._table.get(unit.parent, self._day())
        return unit.code if unit is not None else ""

    def _province_name(self) -> str:
        province = self._table.get(str(self._province.value()), self._day())
        return province.full_name if province is not None else ""

    def _follow(self) -> None:
        """Offer what fits the year and the kind of unit."""
        day, level = self._day(), self._level.value()
        is_body = level is UnitLevel.MEMBER_BODY
        if not is_body:
            self._picker.set_scope(level, day)
        provinces = sorted(self._table.provinces(day), key=lambda unit: sort_key(unit.name))
        self._province.set_choices([("", "Chưa chọn"), *((unit.code, unit.name) for unit in provinces)])
        show_usual(self._fields["unit_name"], _BODY_EXAMPLE if is_body else OFFICE["unit_name"].example)
        for widget in (self._free, self._committee, self._committee_help):
            widget.setVisible(not is_body)
        self._ways.setCurrentIndex(1 if self._is_free() else 0)
        show_problems(self._fields, {})
        self._show_picker_problem("")

    def _show_picker_problem(self, text: str) -> None:
        self._picker_problem.setText(text)
        self._picker_problem.setVisible(bool(text))
        self._picker.set_state("bad" if text else "")

    def _on_picked(self) -> None:
        if self._picker.unit() is not None:
            self._show_picker_problem("")

    def _on_accepted(self) -> None:
        self._committee.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        head = QGridLayout()
        head.setHorizontalSpacing(12)
        head.addWidget(self._fields["year"], 0, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._fields["level"], 0, 1, Qt.AlignmentFlag.AlignTop)
        head.setColumnStretch(0, 2)
        head.setColumnStretch(1, 3)
        free = QWidget()
        form = QGridLayout(free)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        form.addWidget(self._fields["unit_name"], 0, 0, 1, 2)
        form.addWidget(self._fields["unit_code"], 1, 0, Qt.AlignmentFlag.AlignTop)
        form.addWidget(self._fields["province_name"], 1, 1, Qt.AlignmentFlag.AlignTop)
        form.setRowStretch(2, 1)
        form.setColumnStretch(0, 1)
        form.setColumnStretch(1, 1)
        self._ways.addWidget(self._picker)
        self._ways.addWidget(free)
        self.fields.addLayout(head)
        self.fields.addWidget(self._ways)
        self.fields.addWidget(self._picker_problem)
        self.fields.addWidget(self._free)
        self.fields.addWidget(self._committee)
        self.fields.addWidget(self._committee_help)
        self.fields.addStretch()
