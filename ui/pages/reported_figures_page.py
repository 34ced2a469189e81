"""Số liệu các đơn vị: bodies that were asked for figures, who has answered, and what counts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.domain.answer_state import ANSWER_WORDS, AnswerState, answer_spans, answer_state
from desktop_app.domain.query import Query
from desktop_app.domain.records.reported_figures import BodyKind, ReportedFigures
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.numbers import format_integer
from ui.operations import Operations
from ui.pages.common_columns import date_column, gap_column
from ui.pages.figure_forms_desk import FigureFormsDesk
from ui.pages.outlet_columns import choice_filter, state_column
from ui.pages.register_page import RegisterPage
from ui.pages.stores import Store
from ui.roles import Tone
from ui.widgets.buttons import make_button
from ui.widgets.file_drop import FileDrop
from ui.widgets.filter_bar import Filter
from ui.widgets.table_model import Column

STATE = "state"
_TONES = {
    AnswerState.NOT_ASKED: Tone.NEUTRAL,
    AnswerState.AWAITED: Tone.WARNING,
    AnswerState.LATE: Tone.BAD,
    AnswerState.ANSWERED: Tone.GOOD,
}


class ReportedFiguresPage(RegisterPage[ReportedFigures]):
    """The page of other bodies' figures.

    Attributes:
        desk: sends forms and takes them in.
    """

    icon_name = "table-2"

    def __init__(self, store: Store[ReportedFigures], ledger: Ledger, operations: Operations) -> None:
        super().__init__(store, ledger, operations)
        self.desk = FigureFormsDesk(self, store, ledger, operations)
        self.usual_button = make_button(
            "Đơn vị thường gửi",
            "usual_button",
            icon_name="users",
            help_text="Thêm các đơn vị thường gửi: cơ quan của thành viên Ban Chỉ đạo và đơn vị cấp dưới.",
        )
        self.send_button = make_button(
            "Gửi biểu",
            "send_button",
            icon_name="mail",
            help_text="Ghi biểu Excel, Word một trang để gửi các đơn vị.",
        )
        self.receive_button = make_button(
            "Nhận biểu",
            "receive_button",
            icon_name="inbox",
            help_text="Đọc các biểu đã gửi về; cũng có thể kéo tệp thả vào danh sách.",
        )
        for button in (self.usual_button, self.send_button, self.receive_button):
            self.header.add(button, before=self.new_button)
        self._drop = FileDrop(self._list)

        self.usual_button.clicked.connect(self.desk.add_usual)
        self.send_button.clicked.connect(self.desk.send)
        self.receive_button.clicked.connect(self.desk.receive)
        self._drop.dropped.connect(self._on_dropped)

    def columns(self) -> list[Column[ReportedFigures]]:
        """Return the columns."""
        register = self._store.register
        return [
            Column("Đơn vị", lambda one: one.body, sort="body"),
            Column(
                "Loại",
                lambda one: register.words.choice(one.body_kind),
                sort="body_kind",
                width=150,
                optional=True,
            ),
            date_column("Gửi biểu", "asked_on", lambda one: one.asked_on),
            date_column("Hạn", "due_on", lambda one: one.due_on),
            state_column(self._state, self._is_unsaved, 112, sort="answered_on"),
            Column("Số liệu", _figure_count, width=70, number=True, optional=True),
            Column(
                "Tính",
                _counts,
                sort="is_counted",
                width=92,
                optional=True,
                tone=lambda one: Tone.GOOD if one.is_counted else Tone.NEUTRAL,
            ),
            gap_column(register),
        ]

    def filters(self) -> Sequence[Filter]:
        """Return the filters by state and kind."""
        words = self._store.register.words.choices[BodyKind]
        states = [(one.value, word) for one, word in ANSWER_WORDS.items()]
        return (
            Filter(STATE, "Tình trạng", [("", "Mọi tình trạng"), *states]),
            choice_filter("body_kind", "Loại đơn vị", "Mọi loại đơn vị", words),
        )

    def new_record(self) -> ReportedFigures:
        """Begin with the days of the yearly report."""
        period = self._ledger.reports.period(self._ledger.year)
        return ReportedFigures(period_from=period.data_from, period_to=period.data_to)

    def query(self) -> Query:
        """Return the query with the state as days."""
        query = super().query()
        where = dict(query.where)
        state = where.pop(STATE, "")
        spans = answer_spans(AnswerState(state), self._ledger.today()) if state else {}
        return replace(query, where=where, spans=spans)

    def figures(self, query: Query) -> Sequence[tuple[str, str]]:
        """Return how many bodies of the list have answered, and who is late."""
        listed = self._store.fetch(query, 0, self._store.count(query))
        if not listed:
            return ()
        states = Counter(answer_state(one, self._ledger.today()) for one in listed)
        open_states = (AnswerState.LATE, AnswerState.AWAITED, AnswerState.NOT_ASKED)
        return (
            ("Đã nhận", f"{states[AnswerState.ANSWERED]}/{len(listed)} đơn vị"),
            *((ANSWER_WORDS[one], format_integer(states[one])) for one in open_states if states[one]),
        )

    def remark(self, record: ReportedFigures) -> str:
        """Return the state of the answer, and that its figures stay out of the report."""
        state = ANSWER_WORDS[answer_state(record, self._ledger.today())]
        count = f" · {len(record.figures)} số liệu" if record.figures else ""
        out = " · không tính vào báo cáo" if record.figures and not record.is_counted else ""
        return f"{state}{count}{out}"

    def _state(self, one: ReportedFigures) -> tuple[str, Tone]:
        state = answer_state(one, self._ledger.today())
        return ANSWER_WORDS[state], _TONES[state]

    def _on_dropped(self, paths: list[str]) -> None:
        self.desk.read([Path(path) for path in paths])


def _figure_count(one: ReportedFigures) -> str:
    return format_integer(len(one.figures)) if one.figures else "–"


def _counts(one: ReportedFigures) -> str:
    return "Có tính" if one.is_counted else "Không tính"
