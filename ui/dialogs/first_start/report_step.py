"""The third step: the plan of the year, who signs, and who gets the report."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.labels.office import OFFICE, OFFICE_PLACES, SIGNINGS
from desktop_app.domain.office_setup import plan_addressees, suggested_plan
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.office import Office
from desktop_app.vietnamese.text import clean
from ui.dialogs.first_start.step import Step, refuse
from ui.widgets.card import label
from ui.widgets.editors.base import Editor
from ui.widgets.editors.choice import ChoiceEditor
from ui.widgets.editors.lines import LinesEditor
from ui.widgets.editors.listed import ListedEditor
from ui.widgets.editors.text import TextEditor
from ui.widgets.fields import fields_grid, make_field, show_usual


class ReportStep(Step):
    """Asks how the report is made; what is known already stands in the fields."""

    def __init__(self, plans: Sequence[Plan], parent: QWidget | None = None) -> None:
        super().__init__(
            "Kế hoạch và người ký",
            "Chương trình gợi ý theo tỉnh và năm; ô nào chưa rõ có thể để trống.",
            parent,
        )
        self._plans = {plan.code: plan for plan in plans}
        self._office, self._year = Office(), 0
        self._given: dict[str, object] = {}
        self._plan, self._signing = ListedEditor(), ChoiceEditor(SIGNINGS)
        self._editors: dict[str, Editor] = {
            "plan": self._plan,
            "place_name": TextEditor(),
            "signing": self._signing,
            "signer_name": TextEditor(),
            "signer_post": TextEditor(),
            "addressees": LinesEditor(3),
            "recipient_email": TextEditor(),
        }
        self._fields = {
            name: make_field(name, OFFICE_PLACES["plan"] if name == "plan" else OFFICE[name], editor)
            for name, editor in self._editors.items()
        }
        self._plan.set_choices([(plan.code, plan.name) for plan in plans])
        self._notes = label("", tone="muted", size="small", wrap=True)
        self._lay_out()

        self._plan.edited.connect(self._on_plan_chosen)
        for editor in self._editors.values():
            editor.advanced.connect(self.advanced)

    def take_focus(self) -> None:
        """Begin with the plan."""
        self._plan.setFocus(Qt.FocusReason.TabFocusReason)

    def begin(self, office: Office, year: int, province_code: str) -> None:
        """Suggest what follows from the unit; what the officer changed stays."""
        self._office, self._year = office, year
        plan = suggested_plan(self._plans.values(), year, province_code, office.level)
        self._give("plan", plan.code)
        self._give("place_name", office.place_name)
        self._on_plan_chosen()
        show_usual(self._fields["signer_post"], f"Chủ tịch Ủy ban MTTQ Việt Nam {office.unit_name}")

    def plan(self) -> Plan:
        """Return the chosen plan."""
        return self._plans[self._plan.value()]

    def office(self) -> Office:
        """Return the office with the answers of this step."""
        addressees = self._editors["addressees"].value()
        usual = plan_addressees(self.plan(), self._office, self._year)
        return replace(
            self._office,
            place_name=clean(self._editors["place_name"].value()),
            signing=self._signing.value(),
            signer_name=clean(self._editors["signer_name"].value()),
            signer_post=clean(self._editors["signer_post"].value()),
            addressees=() if addressees == usual else tuple(map(clean, addressees)),
            recipient_email=clean(self._editors["recipient_email"].value()),
        )

    def check(self) -> bool:
        """Require the place, which every report prints, and an address that can be one."""
        found: dict[str, str] = {}
        if not clean(self._editors["place_name"].value()):
            found["place_name"] = "Hãy ghi địa danh đứng trước ngày, tháng ở đầu báo cáo."
        email = clean(self._editors["recipient_email"].value())
        if email and ("@" not in email[1:-1] or " " in email):
            found["recipient_email"] = "Địa chỉ thư chưa đúng, ví dụ mattran@tinh.vn."
        return refuse(self._fields, found)

    def _give(self, name: str, value: object) -> None:
        """Put a suggestion into a field that holds the last one, or nothing."""
        editor = self._editors[name]
        if name not in self._given or editor.value() in (self._given[name], "", ()):
            editor.set_value(value)
        self._given[name] = value

    def _on_plan_chosen(self) -> None:
        plan = self.plan()
        self._give("addressees", plan_addressees(plan, self._office, self._year))
        self._give("recipient_email", plan.email or "")
        self._notes.setText(" ".join(plan.notes))
        self._notes.setVisible(bool(plan.notes))

    def _lay_out(self) -> None:
        places = {
            "plan": (0, 0, 2),
            "place_name": (2, 0, 1),
            "signing": (2, 1, 1),
            "signer_name": (3, 0, 1),
            "signer_post": (3, 1, 1),
            "addressees": (4, 0, 2),
            "recipient_email": (5, 0, 2),
        }
        grid = fields_grid(self._fields, places)
        grid.addWidget(self._notes, 1, 0, 1, 2)
        self.fields.addLayout(grid)
        self.fields.addStretch()
