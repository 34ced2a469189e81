"""All fields of the reporting unit, grouped in cards; empty ones show what is used instead."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain import office_wording as wording
from desktop_app.domain.labels.office import LEVELS, OFFICE, SIGNINGS
from desktop_app.domain.layout_choice import LayoutChoice
from desktop_app.domain.office_setup import plan_addressees, plan_recipients
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.office import Office
from desktop_app.domain.signing import head_title, signer_title, signing_problems
from desktop_app.vietnamese.text import clean
from ui.widgets.buttons import make_button
from ui.widgets.card import Card, label
from ui.widgets.editors.base import Editor
from ui.widgets.editors.choice import ChoiceEditor, FlagEditor
from ui.widgets.editors.layout_profile import LayoutEditor
from ui.widgets.editors.lines import LinesEditor
from ui.widgets.editors.text import TextEditor
from ui.widgets.fields import fields_grid, focus_field, make_field, raw_of, show_raw, show_usual
from ui.widgets.report_look_card import ReportLookCard
from ui.widgets.signing_card import SigningCard, flag_row

_NEEDED = {
    "unit_name": "Chưa có tên đơn vị nên chưa xuất được báo cáo.",
    "unit_code": "Chưa có mã đơn vị nên chưa xuất được báo cáo.",
    "place_name": "Chưa có địa danh nên chưa xuất được báo cáo.",
}
_LONGEST_CONTACT = 180
_HEAD_NOTE = "Để trống thì dùng dòng chữ mờ trong ô, theo loại đơn vị."
_SEND_NOTE = "Để trống thì theo kế hoạch của năm (dòng chữ mờ trong ô)."


class OfficeForm(QWidget):
    """The unit, block 2 of the report, the signer, the recipients, how reports are printed.

    Attributes:
        look_card: asks for layout profiles from a file or into one.
        edited: something was typed.
        unit_requested: the user wants to pick the unit from the table.
    """

    edited = Signal()
    unit_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("see_through", True)
        self._office = Office()
        self._plan: Plan | None = None
        self._year = 0
        self._loading = False
        self._layout_editor = LayoutEditor()
        self._editors = _editors_of_form(self._layout_editor)
        self._fields = {name: make_field(name, OFFICE[name], one) for name, one in self._editors.items()}
        self._signing_card = SigningCard(self._fields)
        self.look_card = ReportLookCard(self._fields)
        self.unit_button = make_button("Chọn từ danh mục…", "unit_button", icon_name="landmark")
        self._lay_out()

        self.unit_button.clicked.connect(self.unit_requested)
        for editor in self._editors.values():
            editor.edited.connect(self._on_edited)
            editor.left.connect(self.show_messages)

    def show_office(self, office: Office, plan: Plan, year: int) -> None:
        """Show the stored unit."""
        self._office, self._plan, self._year = office, plan, year
        self._fill(office)

    def show_unit(self, office: Office) -> None:
        """Put the office of another unit into the fields, unsaved."""
        self._fill(office)
        self.edited.emit()

    def office(self) -> Office:
        """Return the unit as typed."""
        values: dict[str, Any] = {name: _cleaned(editor.value()) for name, editor in self._editors.items()}
        return replace(self._office, **values)

    def is_changed(self) -> bool:
        """Say whether anything differs from what is stored."""
        return self.office() != self._office

    def problems(self) -> dict[str, str]:
        """Return what prevents saving: field -> sentence."""
        found: dict[str, str] = {}
        office = self.office()
        code = office.unit_code
        if code and not (code.isascii() and all(one.isalnum() or one == "-" for one in code)):
            found["unit_code"] = "Mã gồm chữ không dấu, số và dấu gạch ngang, ví dụ SCT-BT."
        email = office.recipient_email
        if email and ("@" not in email[1:-1] or " " in email):
            found["recipient_email"] = "Địa chỉ thư chưa đúng, ví dụ mattran@tinh.vn."
        if len(office.contact_line) > _LONGEST_CONTACT:
            found["contact_line"] = (
                f"Dòng địa chỉ dài quá hai hàng; hãy viết gọn dưới {_LONGEST_CONTACT} ký tự."
            )
        return {**found, **signing_problems(office)}

    def show_layouts(self, choices: Sequence[LayoutChoice]) -> None:
        """Offer these layout profiles."""
        self._layout_editor.show_choices(choices)

    def choose_layout(self, key: str) -> None:
        """Choose a layout profile, unsaved."""
        self._layout_editor.set_value(key)
        self.edited.emit()

    def raw(self) -> dict[str, object]:
        """Return what is typed, finished or not."""
        return raw_of(self._fields)

    def set_raw(self, raw: Mapping[str, object]) -> None:
        """Show again what was typed but not saved."""
        self._loading = True
        show_raw(self._fields, raw)
        self._loading = False
        self._show_usual()
        self.show_messages()

    def focus_field(self, name: str) -> bool:
        """Put the cursor into a field and say whether there is one of this name."""
        return focus_field(self._fields, name)

    def _fill(self, office: Office) -> None:
        self._loading = True
        for name, editor in self._editors.items():
            value = getattr(office, name)
            if editor.value() != value:
                editor.set_value(value)
        self._loading = False
        self._show_usual()
        self.show_messages()

    def _show_usual(self) -> None:
        """Show in the empty fields what the report then prints."""
        office = replace(
            self.office(), superior_lines=(), issuer_lines=(), symbol="", addressees=(), recipients=()
        )
        usual = {
            "superior_lines": "\n".join(wording.superior_lines(office)),
            "issuer_lines": "\n".join(wording.issuer_lines(office)),
            "symbol": wording.symbol(office),
            "signer_post": f"Chủ tịch Ủy ban MTTQ Việt Nam {office.unit_name}",
            "head_title": head_title(replace(office, head_title=""), office.signer_post),
            "signer_title": signer_title(replace(office, signer_title=""), office.signer_post),
        }
        if self._plan is not None:
            usual["addressees"] = "\n".join(plan_addressees(self._plan, office, self._year))
            usual["recipients"] = "\n".join(plan_recipients(self._plan, office, self._year))
            usual["recipient_email"] = self._plan.email or OFFICE["recipient_email"].example
        for name, text in usual.items():
            show_usual(self._fields[name], text)
        self._signing_card.show_signing(office)

    def show_messages(self) -> None:
        """Say below each field what is wrong or missing."""
        found, office = self.problems(), self.office()
        for name, field in self._fields.items():
            gap = _NEEDED.get(name, "") if not getattr(office, name) else ""
            field.show_message(found.get(name, ""), gap)

    def _on_edited(self) -> None:
        if not self._loading:
            self._show_usual()
            self.edited.emit()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(16)
        left.addWidget(self._unit_card())
        left.addWidget(self._signing_card)
        right.addWidget(self._head_card())
        right.addWidget(self._send_card())
        left.addStretch()
        right.addStretch()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addLayout(row)
        whole.addWidget(self.look_card)

    def _unit_card(self) -> Card:
        card = Card("Đơn vị báo cáo")
        card.add_to_head(self.unit_button)
        places = {"level": (0, 0, 2), "unit_name": (1, 0, 2), "short_name": (2, 0, 1), "unit_code": (2, 1, 1)}
        self._add(card, places | {"province_name": (3, 0, 2)})
        card.content.addWidget(flag_row(card, self._fields["has_committee"]))
        return card

    def _head_card(self) -> Card:
        card = Card("Đầu báo cáo")
        card.content.addWidget(label(_HEAD_NOTE, tone="muted", size="small", wrap=True))
        places = {"superior_lines": (0, 0, 2), "issuer_lines": (1, 0, 2)}
        self._add(card, places | {"symbol": (2, 0, 1), "place_name": (2, 1, 1)})
        return card

    def _send_card(self) -> Card:
        card = Card("Nơi gửi")
        card.content.addWidget(label(_SEND_NOTE, tone="muted", size="small", wrap=True))
        self._add(card, {"addressees": (0, 0, 1), "recipients": (1, 0, 1), "recipient_email": (2, 0, 1)})
        return card

    def _add(self, card: Card, places: Mapping[str, tuple[int, int, int]]) -> None:
        grid = fields_grid(self._fields, places)
        for column in range(2 if any(span == 2 or at for _, at, span in places.values()) else 1):
            grid.setColumnStretch(column, 1)
        card.content.addLayout(grid)


def _editors_of_form(layout: LayoutEditor) -> dict[str, Editor]:
    return {
        "level": ChoiceEditor(LEVELS),
        "unit_name": TextEditor(),
        "short_name": TextEditor(),
        "unit_code": TextEditor(),
        "province_name": TextEditor(),
        "has_committee": FlagEditor(),
        "signing": ChoiceEditor(SIGNINGS),
        "signer_name": TextEditor(),
        "head_title": TextEditor(),
        "signer_title": TextEditor(),
        "signer_post": TextEditor(),
        "short_signing": FlagEditor(),
        "post_above_name": FlagEditor(),
        "superior_lines": LinesEditor(2),
        "issuer_lines": LinesEditor(3),
        "symbol": TextEditor(),
        "place_name": TextEditor(),
        "addressees": LinesEditor(3),
        "recipients": LinesEditor(6),
        "recipient_email": TextEditor(),
        "layout_profile": layout,
        "drafter_mark": TextEditor(),
        "contact_line": TextEditor(),
        "cites_short": FlagEditor(),
        "prints_charts": FlagEditor(),
        "prints_photos": FlagEditor(),
        "prints_code": FlagEditor(),
    }


def _cleaned(value: object) -> object:
    if type(value) is str:  # a member of an enum is a str, too
        return clean(value)
    return tuple(map(clean, value)) if isinstance(value, tuple) else value
