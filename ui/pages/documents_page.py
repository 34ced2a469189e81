"""Văn bản: documents sent and received in two number series, and the library of legal bases."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from desktop_app.domain.basis_library import library, new_documents
from desktop_app.domain.document_kinds import document_kinds, symbol_of_kind
from desktop_app.domain.document_series import (
    missing_numbers,
    missing_sentence,
    next_number,
    twin,
    twin_sentence,
    usual_issuer,
    usual_series,
    usual_symbol,
)
from desktop_app.domain.labels.documents import DIRECTIONS
from desktop_app.domain.query import Query
from desktop_app.domain.records.documents import Direction, Document, NumberSeries
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.document_numbers import parse
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.numbers import format_integer
from desktop_app.vietnamese.text import clean
from ui.dialogs.basis_dialog import BasisDialog
from ui.operations import Operations
from ui.pages.common_columns import date_column, gap_column
from ui.pages.document_book import DocumentBook
from ui.pages.outlet_columns import state_column
from ui.pages.register_page import RegisterPage
from ui.pages.stores import Store
from ui.pages.working_day import entry_day, working_day
from ui.widgets.buttons import make_button
from ui.widgets.filter_bar import MONTH, Filter
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.table_model import Column

_MOST_KINDS = 100
_LATE = "Quá hạn trả lời"
_DIRECTIONS = {"outgoing": "Văn bản đi", "incoming": "Văn bản đến", "basis": "Căn cứ"}
_SERIES = {"committee": "Ban Chỉ đạo", "front": "Mặt trận", "other": "Khác"}
"""Short words for filters, which stand four in a row."""


class DocumentsPage(RegisterPage[Document]):
    """The page of the documents."""

    icon_name = "files"

    def __init__(self, store: Store[Document], ledger: Ledger, operations: Operations) -> None:
        super().__init__(store, ledger, operations)
        self._operations = operations
        self._offered = Document()
        self.library_button = make_button(
            "Thư viện căn cứ",
            "library_button",
            icon_name="library",
            help_text="Chọn văn bản của Trung ương, tỉnh làm căn cứ và đưa vào sổ.",
        )
        self.header.add(self.library_button, before=self.new_button)
        self.notice = NoticeBar("info", "plain")
        self.body.insertWidget(0, self.notice)
        form = self.panel.form

        self.library_button.clicked.connect(self._on_library)
        self.panel.record_shown.connect(self._on_shown)
        form.editor("number").left.connect(self._on_number_left)
        form.editor("doc_type").left.connect(self._on_kind_left)
        for name in ("direction", "series", "issued_on"):
            form.editor(name).left.connect(self._on_series_left)

    @cached_property
    def _book(self) -> DocumentBook:
        return DocumentBook(self._ledger)

    def columns(self) -> list[Column[Document]]:
        """Return the columns."""
        register = self._store.register
        return [
            Column("Số, ký hiệu", lambda one: one.display, width=140),
            replace(date_column("Ngày", "issued_on", lambda one: one.issued_on), optional=True),
            Column(
                register.label("doc_type"), lambda one: one.doc_type, sort="doc_type", width=96, optional=True
            ),
            Column(register.label("abstract"), lambda one: one.abstract, sort="abstract"),
            Column("Cơ quan", lambda one: one.issuer, sort="issuer", width=150, optional=True),
            state_column(lambda one: self._book.state(one, working_day(self._ledger)), self._is_unsaved, 132),
            gap_column(register),
        ]

    def filters(self) -> Sequence[Filter]:
        """Return the filters by direction, series and kind."""
        return (
            Filter("direction", "Loại sổ", [("", "Mọi sổ"), *_DIRECTIONS.items()]),
            Filter("series", "Hệ số", [("", "Mọi hệ số"), *_SERIES.items()]),
            self._kind_filter(),
        )

    def refresh(self) -> None:
        """Read the documents of the year, then the list."""
        self._book.forget()
        self.filter_bar.set_choices(self._kind_filter())
        super().refresh()
        year = self._ledger.year
        series = usual_series(self._ledger.office)
        missing = missing_numbers(self._book.of_year(year), series, year)
        self.notice.say(missing_sentence(missing, series, year))

    def query(self) -> Query:
        """Return the query; legal bases and a whole number are looked for in every year."""
        query, number = super().query(), parse(self.filter_bar.text())
        if number is not None:
            query = replace(query, text=f"{number.number} {number.symbol}")
        is_basis = query.where.get("direction") == Direction.BASIS
        if self.filter_bar.value(MONTH) or not (is_basis or number):
            return query
        return replace(query, date_from=None, date_to=None)

    def figures(self, query: Query) -> Sequence[tuple[str, str]]:
        """Return how many documents of the list go which way, and how many answers are late."""
        listed = self._store.fetch(query, 0, self._store.count(query))
        day = working_day(self._ledger)
        late = sum(self._book.state(one, day)[0] == _LATE for one in listed)
        counts = [
            (word, format_integer(sum(one.direction is direction for one in listed)))
            for direction, word in DIRECTIONS.items()
        ]
        return [*counts, (_LATE, format_integer(late))] if late else counts

    def new_record(self) -> Document:
        """Begin with an outgoing document of today: series and symbol of the office, the next free number."""
        self._book.forget()  # the number must be free in the ledger, not in what was read before
        self._offered = self._usual(usual_series(self._ledger.office), entry_day(self._ledger))
        return self._offered

    def suggest(self, field: str, typed: str) -> list[str]:
        """Return what was typed before, then the kinds of the decree."""
        known = [one.name for one in document_kinds()] if field == "doc_type" else []
        wanted = f" {fold(typed)}"
        fitting = [name for name in known if wanted in f" {fold(name)}"]
        return list(dict.fromkeys([*super().suggest(field, typed), *fitting]))

    def remark(self, record: Document) -> str:
        """Return that the number stands elsewhere too."""
        if record.issued_on is None:
            return ""
        other = twin(record, self._book.of_year(record.issued_on.year))
        return twin_sentence(record, other) if other else ""

    def _usual(self, series: NumberSeries, day: date) -> Document:
        office = self._ledger.office
        return Document(
            series=series,
            number=next_number(self._book.of_year(day.year), series, day.year),
            symbol=usual_symbol(office, series),
            issued_on=day,
            issuer=usual_issuer(office, series),
        )

    def _kind_filter(self) -> Filter:
        found = sorted(self._store.suggestions("doc_type", "", _MOST_KINDS), key=fold)
        return Filter("doc_type", "Tên loại", [("", "Mọi loại"), *((one, one) for one in found)])

    def _on_shown(self, record_id: str) -> None:
        """Remember what was offered only while a new record is in the form."""
        if record_id:
            self._offered = Document()

    def _on_number_left(self) -> None:
        """Part a number that was typed with its symbol."""
        form = self.panel.form
        parts = parse(str(form.editor("number").value()))
        if parts is not None:
            self._put({"number": parts.number, "symbol": parts.symbol})

    def _on_kind_left(self) -> None:
        """Let the symbol of an outgoing document begin as its kind asks."""
        form = self.panel.form
        record = form.current_record()
        if record.direction is Direction.OUTGOING and record.doc_type != form.saved_record().doc_type:
            self._put({"symbol": symbol_of_kind(record.doc_type, record.symbol)})

    def _on_series_left(self) -> None:
        """Follow direction, series and year with what was offered, as long as nothing else was typed there."""
        record, offered = self.panel.form.current_record(), self._offered
        if record.id or offered.issued_on is None:
            return
        is_sent = record.direction is Direction.OUTGOING
        day = record.issued_on or offered.issued_on
        self._offered = self._usual(record.series, day) if is_sent else Document(issued_on=day)
        changed = {
            name: getattr(self._offered, name)
            for name in ("number", "issuer")
            if getattr(record, name) == getattr(offered, name)
        }
        if record.symbol in (offered.symbol, symbol_of_kind(record.doc_type, offered.symbol)):
            changed["symbol"] = symbol_of_kind(record.doc_type, self._offered.symbol) if is_sent else ""
        if record.direction is Direction.INCOMING and record.received_on is None:
            changed["received_on"] = working_day(self._ledger)
        self._put(changed)

    def _put(self, values: dict[str, object]) -> None:
        """Put values into the form as if they were typed."""
        form = self.panel.form
        for name, value in values.items():
            editor = form.editor(name)
            if editor.value() != value:
                editor.set_value(value)
                editor.edited.emit()

    def _on_library(self) -> None:
        documents = self._store.fetch(Query(where={"direction": Direction.BASIS}), 0, 1_000)
        known = library(self._ledger.plan(self._ledger.year).legal_bases, documents)
        own = [one for one in known if not new_documents([one], documents)[0] and one.issued_on]
        chosen = BasisDialog.ask(known, own, "Đưa vào sổ văn bản", self)
        if not chosen:
            return
        added, undated = new_documents(chosen, documents)
        if added:
            self._operations.run(
                lambda: self._ledger.register("documents").save_together(
                    f"Đã đưa {len(added)} căn cứ vào sổ văn bản", added
                ),
                changed={"documents"},
            )
            self.show_filtered("direction", Direction.BASIS)
        if undated:
            listed = ", ".join(clean(one) for one in undated)
            self._operations.refused.emit(f"Chưa có ngày ban hành nên chưa đưa vào sổ: {listed}.")
