"""The plan of a year as the officer changes it: contents, deadlines, addressees, legal bases, days of the year."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.labels.plans import DEADLINES, PLACEHOLDERS, PLAN
from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.legal_bases import LegalBasis
from desktop_app.domain.plan_editing import changed, items_of, plan_fault, shown_template, stored_template
from desktop_app.domain.plan_parts import Deadlines
from desktop_app.domain.plans import Plan
from desktop_app.vietnamese.text import clean
from ui.widgets.buttons import make_button
from ui.widgets.card import Card, label
from ui.widgets.editors.base import Editor
from ui.widgets.editors.due_date import DueDateEditor
from ui.widgets.editors.legal_bases import LegalBasesEditor
from ui.widgets.editors.lines import LinesEditor
from ui.widgets.editors.parsed import DateEditor
from ui.widgets.editors.plan_items import ItemsEditor
from ui.widgets.editors.plan_rows import EventsEditor, RecipientsEditor
from ui.widgets.editors.text import TextEditor
from ui.widgets.fields import fields_grid, focus_field, make_field, raw_of, show_raw, unread
from ui.widgets.form_field import FormField
from ui.widgets.notice_bar import NoticeBar

_TEXTS = ("name", "kind", "number", "issuer", "title", "email")
_NEEDED = {
    "name": "Kế hoạch cần có tên để chọn trong danh sách.",
    "kind": "Hãy ghi loại văn bản, ví dụ Kế hoạch.",
    "issuer": "Hãy ghi cơ quan ban hành kế hoạch.",
    "title": "Hãy ghi trích yếu; báo cáo dẫn kế hoạch theo trích yếu này.",
    "items": "Kế hoạch cần có ít nhất một nội dung.",
    "addressees": "Hãy ghi nơi kính gửi.",
    "recipients": "Kế hoạch cần có ít nhất một dòng nơi nhận.",
}
_ITEMS_NOTE = (
    "Báo cáo trình bày kết quả theo các mục này; C1–C8 là nhóm nội dung chung để cộng số liệu. "
    "Hoạt động thuộc nội dung bị bỏ sẽ vào mục “Nội dung khác”."
)


class PlanForm(QWidget):
    """Everything of a plan that an officer may change; the outline of the report stays as shipped.

    Attributes:
        edited: something was typed.
        library_requested: the user wants to take legal bases from the library.
    """

    edited = Signal()
    library_requested = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("see_through", True)
        self._plan: Plan | None = None
        self._loading = False
        self._editors: dict[str, Editor] = {
            **{name: TextEditor() for name in _TEXTS},
            "issued_on": DateEditor(today),
            "items": ItemsEditor(),
            **{name: DueDateEditor() for name in DEADLINES},
            "addressees": LinesEditor(2),
            "recipients": RecipientsEditor(),
            "legal_bases": LegalBasesEditor(today),
            "standing_events": EventsEditor(),
        }
        self._fields: dict[str, FormField] = {
            name: make_field(name, _words(name), editor) for name, editor in self._editors.items()
        }
        self._fault = NoticeBar("circle-alert", "bad")
        self.library_button = make_button("Lấy từ thư viện", "library_button", icon_name="library")
        self._lay_out()

        for editor in self._editors.values():
            editor.edited.connect(self._on_edited)
            editor.left.connect(self.show_messages)
        self.library_button.clicked.connect(self.library_requested)

    def show_plan(self, plan: Plan) -> None:
        """Show a plan."""
        self._plan = plan
        self._loading = True
        for name in (*_TEXTS, "issued_on", "recipients", "legal_bases", "standing_events"):
            value = getattr(plan, name)
            self._editors[name].set_value("" if value is None and name != "issued_on" else value)
        self._editors["addressees"].set_value(tuple(map(shown_template, plan.addressees)))
        self._editors["items"].set_value(plan.items)
        for name in DEADLINES:
            self._editors[name].set_value(getattr(plan.deadlines, name))
        self._loading = False
        self.show_messages()

    def plan(self) -> Plan:
        """Return the plan as typed; call it when there are no problems."""
        if self._plan is None:
            raise RuntimeError("no plan is shown")
        values: dict[str, Any] = {name: editor.value() for name, editor in self._editors.items()}
        texts: dict[str, Any] = {name: clean(values[name]) for name in _TEXTS}
        return changed(
            self._plan,
            **texts | {"number": texts["number"] or None, "email": texts["email"] or None},
            issued_on=values["issued_on"],
            items=items_of(self._plan, values["items"]),
            deadlines=Deadlines(**{name: values[name] for name in DEADLINES}),
            addressees=tuple(stored_template(clean(one)) for one in values["addressees"]),
            recipients=values["recipients"],
            legal_bases=values["legal_bases"],
            standing_events=values["standing_events"],
        )

    def bases(self) -> tuple[LegalBasis, ...]:
        """Return the legal bases that are typed in full."""
        return tuple(self._editors["legal_bases"].value())

    def add_bases(self, chosen: Sequence[LegalBasis]) -> None:
        """Put legal bases below those that stand there."""
        editor = self._editors["legal_bases"]
        if isinstance(editor, LegalBasesEditor):
            editor.add(chosen)

    def problems(self) -> dict[str, str]:
        """Return what prevents saving: field -> sentence; "" names the plan as a whole."""
        found = {
            name: sentence for name, sentence in _NEEDED.items() if not self._fields[name].editor.value()
        } | unread(self._fields)
        if not found and (fault := plan_fault(self.plan())):
            found[""] = fault
        return found

    def raw(self) -> dict[str, object]:
        """Return what is typed, finished or not."""
        return raw_of(self._fields)

    def set_raw(self, raw: Mapping[str, object]) -> None:
        """Show again what was typed but not saved."""
        self._loading = True
        show_raw(self._fields, raw)
        self._loading = False
        self.show_messages()

    def focus_field(self, name: str) -> bool:
        """Put the cursor into a field and say whether there is one of this name."""
        return focus_field(self._fields, name)

    def show_messages(self) -> None:
        """Say below each field what is wrong."""
        found = self.problems()
        for name, field in self._fields.items():
            field.show_message(found.get(name, ""), "")
        self._fault.say(found.get("", ""))

    def _on_edited(self) -> None:
        if not self._loading:
            self.edited.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._fault)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._about_card(), 3, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._deadline_card(), 2, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self._list_card("Các nội dung của kế hoạch", _ITEMS_NOTE, "items"))
        column.addWidget(self._send_card())
        bases = self._list_card("Căn cứ", "Văn bản mà kế hoạch dựa vào.", "legal_bases")
        bases.add_to_head(self.library_button)
        column.addWidget(bases)
        note = "Những ngày mà năm nào kế hoạch cũng yêu cầu có hoạt động."
        column.addWidget(self._list_card("Ngày trong năm", note, "standing_events"))

    def _about_card(self) -> Card:
        card = Card("Văn bản kế hoạch")
        places = {
            "name": (0, 0, 3),
            "kind": (1, 0, 1),
            "number": (1, 1, 1),
            "issued_on": (1, 2, 1),
            "issuer": (2, 0, 3),
            "title": (3, 0, 3),
        }
        card.content.addLayout(fields_grid(self._fields, places))
        return card

    def _deadline_card(self) -> Card:
        card = Card("Hạn gửi hằng năm")
        card.content.addWidget(
            label("“Trước 30/11” là gửi chậm nhất ngày 29/11.", tone="muted", size="small", wrap=True)
        )
        for name in DEADLINES:
            card.content.addWidget(self._fields[name])
        card.content.addWidget(self._fields["email"])
        return card

    def _send_card(self) -> Card:
        card = Card("Kính gửi, nơi nhận")
        words = ", ".join(f"{{{word}}}" for word in PLACEHOLDERS.values())
        note = f"Chỗ trong ngoặc nhọn được điền theo đơn vị và năm: {words}."
        card.content.addWidget(label(note, tone="muted", size="small", wrap=True))
        card.content.addWidget(self._fields["addressees"])
        card.content.addWidget(self._fields["recipients"])
        return card

    def _list_card(self, title: str, note: str, name: str) -> Card:
        card = Card(title)
        card.content.addWidget(label(note, tone="muted", size="small", wrap=True))
        card.content.addWidget(self._fields[name])
        return card


def _words(name: str) -> FieldWords:
    if name in DEADLINES:
        return FieldWords(DEADLINES[name])
    return PLAN[name]
