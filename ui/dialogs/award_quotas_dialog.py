"""Chỉ tiêu đề nghị: how many nominations of each kind a year allows, and when a meeting's vote counts."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop_app.domain.award_catalogue import VoteRule
from desktop_app.domain.award_quotas import QUOTA_NOMINEES, QUOTA_WORDS, Quota, QuotaNominee
from desktop_app.domain.award_rules import AwardRules
from desktop_app.domain.fields import FieldSpec
from desktop_app.domain.labels.words import FieldWords, RegisterWords
from desktop_app.domain.plans import Plan
from ui.dialogs.dialog_frame import DialogFrame
from ui.widgets.card import label
from ui.widgets.editors.base import Editor
from ui.widgets.editors.context import FormContext
from ui.widgets.editors.described_rows import DescribedRowsEditor
from ui.widgets.editors.factory import make_editor
from ui.widgets.editors.parsed import IntegerEditor
from ui.widgets.fields import fields_grid, make_field

_SIZE = (680, 520)
_WORDS = RegisterWords(
    page="Chỉ tiêu đề nghị",
    one="chỉ tiêu",
    new_button="Thêm chỉ tiêu",
    empty_hint="",
    search_example="",
    fields=QUOTA_WORDS,
    groups={},
    choices={QuotaNominee: QUOTA_NOMINEES},
)
_SHARES = {
    "present_part": FieldWords("Họp hợp lệ khi có mặt ít nhất", "Tử số, ví dụ 2 của 2/3."),
    "present_of": FieldWords("phần của tổng số thành viên", "Mẫu số, ví dụ 3 của 2/3."),
    "agree_percent": FieldWords("Đồng ý ít nhất (% số có mặt; 50 là quá nửa)"),
}


class AwardQuotasDialog(DialogFrame):
    """The rows of quotas of one year, and the rule of votes for all years."""

    def __init__(
        self,
        year: int,
        rules: AwardRules,
        suggest: Callable[[str, str], list[str]],
        plan: Callable[[], Plan],
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog.

        Args:
            year: of the quotas.
            rules: as they stand.
            suggest: gives what was typed in a field before.
            plan: the plan of the year, which every form knows.
            parent: the owner.
        """
        super().__init__(
            "award_quotas_dialog",
            f"Chỉ tiêu đề nghị năm {year}",
            "Lưu",
            _SIZE,
            "Ghi theo hướng dẫn khen thưởng của tỉnh. Vượt chỉ tiêu thì chương trình nhắc, không cấm.",
            parent,
        )
        names = {"form": "award_form", "authority": "award_authority"}
        context = FormContext(
            lambda: date(year, 1, 1), lambda field, typed: suggest(names.get(field, field), typed), plan
        )

        def make(name: str, spec: FieldSpec) -> Editor:
            return make_editor(name, spec, _WORDS, context)

        self._rows = DescribedRowsEditor(Quota, QUOTA_WORDS, make, _WORDS.new_button)
        self._rows.bind("quotas", FieldWords(_WORDS.page))
        self._rows.set_value(rules.quotas)
        self._shares = {name: IntegerEditor() for name in _SHARES}
        for name, editor in self._shares.items():
            editor.set_value(getattr(rules.votes, name))
        self._fill_body()

    def problem(self) -> str:
        """Return what cannot be kept so."""
        unread = self._rows.problem() or next((e.problem() for e in self._shares.values() if e.problem()), "")
        if unread:
            return unread
        part, whole, percent = (editor.value() or 0 for editor in self._shares.values())
        if not 1 <= part <= whole:
            return "Tỷ lệ có mặt phải từ 1 phần đến đủ các phần, ví dụ 2 và 3."
        return "" if 1 <= percent <= 100 else "Tỷ lệ đồng ý phải từ 1 đến 100."

    def rules(self) -> AwardRules:
        """Return the rules as typed."""
        return AwardRules(
            VoteRule(**{name: editor.value() for name, editor in self._shares.items()}), self._rows.value()
        )

    def _fill_body(self) -> None:
        fields = {name: make_field(name, _SHARES[name], editor) for name, editor in self._shares.items()}
        self.body.addWidget(self._rows)
        self.body.addSpacing(8)
        self.body.addWidget(label("Bỏ phiếu họp xét", strong=True))
        places = {"present_part": (0, 0, 1), "present_of": (0, 1, 1), "agree_percent": (1, 0, 2)}
        self.body.addLayout(fields_grid(fields, places))
        self.body.addStretch()
