"""Sản phẩm OCOP, đặc trưng: products with stars and the end of their recognition."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from desktop_app.domain.query import Query
from desktop_app.domain.records.ocop_products import OcopProduct, ProductKind
from desktop_app.domain.validity import (
    USUAL_MONTHS,
    VALIDITY_WORDS,
    Validity,
    months_after,
    validity_on,
    validity_span,
)
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.numbers import format_integer
from ui.pages.common_columns import date_column, gap_column
from ui.pages.outlet_columns import choice_filter, state_column
from ui.pages.register_page import RegisterPage
from ui.pages.working_day import working_day
from ui.roles import Tone
from ui.widgets.filter_bar import Filter
from ui.widgets.table_model import Column

VALIDITY = "validity"
_STAR, _MOST_STARS = "★", 5
_TONES = {
    Validity.OPEN: Tone.NEUTRAL,
    Validity.VALID: Tone.GOOD,
    Validity.EXPIRING: Tone.WARNING,
    Validity.EXPIRED: Tone.BAD,
}


def _stars(product: OcopProduct) -> str:
    return _STAR * product.stars if product.stars else "–"


class OcopProductsPage(RegisterPage[OcopProduct]):
    """The page of the products."""

    icon_name = "package"

    def columns(self) -> list[Column[OcopProduct]]:
        """Return the columns."""
        register = self._store.register
        return [
            Column("Sản phẩm", lambda product: product.name, sort="name"),
            Column("Chủ thể", lambda product: product.owner, sort="owner", width=180, optional=True),
            Column("Hạng sao", _stars, sort="stars", width=88),
            Column(
                "Số quyết định",
                lambda product: product.decision_number,
                sort="decision_number",
                width=112,
                optional=True,
            ),
            date_column("Hết hạn", "expires_on", lambda product: product.expires_on),
            state_column(self._state, self._is_unsaved, 108, sort="expires_on"),
            gap_column(register),
        ]

    def filters(self) -> Sequence[Filter]:
        """Return the filters by stars, kind and validity."""
        stars = [(str(count), f"{count} sao") for count in range(_MOST_STARS, 0, -1)]
        words = self._store.register.words.choices[ProductKind]
        return (
            Filter("stars", "Hạng sao", [("", "Mọi hạng sao"), *stars, ("-", "Chưa xếp hạng")]),
            choice_filter("kind", "Loại", "Mọi loại", words),
            Filter(
                VALIDITY,
                "Thời hạn công nhận",
                [("", "Mọi thời hạn"), *((one.value, word) for one, word in VALIDITY_WORDS.items())],
            ),
        )

    def query(self) -> Query:
        """Return the query with the validity as days."""
        query = super().query()
        where = dict(query.where)
        chosen = where.pop(VALIDITY, "")
        day = working_day(self._ledger)
        spans = {"expires_on": validity_span(Validity(chosen), day)} if chosen else {}
        return replace(query, where=where, spans=spans)

    def follow(self, field: str, record: OcopProduct) -> Mapping[str, object]:
        """Offer the usual end of a recognition, 36 months after its day."""
        if field == "recognized_on" and record.recognized_on:
            return {"expires_on": months_after(record.recognized_on, USUAL_MONTHS)}
        return {}

    def remark(self, record: OcopProduct) -> str:
        """Return stars and validity of the product as it is typed."""
        parts = [_stars(record)] if record.stars else []
        validity = validity_on(record, working_day(self._ledger))
        if record.expires_on:
            parts.append(f"{VALIDITY_WORDS[validity]} (đến ngày {format_date(record.expires_on)})")
        return " · ".join(parts)

    def figures(self, query: Query) -> Sequence[tuple[str, str]]:
        """Return how many products of the list hold which stars, and how many are to be renewed."""
        day = working_day(self._ledger)
        products = self._store.fetch(query, 0, self._store.count(query))
        valid = [one for one in products if one.kind is ProductKind.OCOP and one.is_valid_on(day)]
        stars = Counter(one.stars for one in valid if one.stars)
        states = Counter(validity_on(one, day) for one in products)
        by_stars = ((f"{count} sao", format_integer(stars[count])) for count in sorted(stars, reverse=True))
        return (
            ("OCOP còn hiệu lực", format_integer(len(valid))),
            *by_stars,
            ("Sắp hết hạn", format_integer(states[Validity.EXPIRING])),
            ("Đã hết hạn", format_integer(states[Validity.EXPIRED])),
        )

    def _state(self, product: OcopProduct) -> tuple[str, Tone]:
        validity = validity_on(product, self._today())
        has_term = validity is not Validity.OPEN or product.kind is ProductKind.OCOP
        return (VALIDITY_WORDS[validity] if has_term else "", _TONES[validity])

    def _today(self) -> date:
        return working_day(self._ledger)
