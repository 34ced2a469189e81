"""How a value stands in a cell of the template, so that reading it gives the same value back."""

from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.domain.award_catalogue import load_awards
from desktop_app.domain.fields import FieldKind, FieldSpec
from desktop_app.domain.labels.words import RegisterWords
from desktop_app.exchange.spreadsheet.structures import STROKE, row_parts
from desktop_app.report.template_model import Value
from desktop_app.vietnamese.dates import format_date

Writer = Callable[[RegisterWords, FieldSpec, Any], Value]


def written(words: RegisterWords, spec: FieldSpec, value: Any) -> Value:  # noqa: ANN401 - any field's value
    """Return what a cell holds for a value, "" when it is empty; numbers and dates stay what they are."""
    if value is None or value in ("", (), {}):
        return ""
    writer = _WRITERS.get(spec.kind)
    return writer(words, spec, value) if writer else value


def _rows(words: RegisterWords, spec: FieldSpec, value: Any) -> str:  # noqa: ANN401
    parts = row_parts(spec)
    return "\n".join(
        STROKE.join(_part(words, own, getattr(row, name)) for name, own in parts).rstrip(" |")
        for row in value
    )


def _part(words: RegisterWords, spec: FieldSpec, value: Any) -> str:  # noqa: ANN401
    raw = written(words, spec, value)
    if spec.kind is FieldKind.DATE and value is not None:
        return format_date(value)
    if isinstance(raw, float):
        return f"{raw:.15g}".replace(".", ",")
    # A line is a line, and a stroke parts: neither can stand within a part.
    return " ".join(str(raw).replace("|", "/").split())


def _dossier(words: RegisterWords, spec: FieldSpec, value: Any) -> str:  # noqa: ANN401
    names = {part.key: part.name for part in load_awards().dossier_parts}
    return "; ".join(names.get(key, key) for key, there in value.items() if there)


_WRITERS: Mapping[FieldKind, Writer] = {
    FieldKind.FLAG: lambda words, spec, value: "Có" if value else "Không",
    FieldKind.CHOICE: lambda words, spec, value: words.choice(value),
    FieldKind.CHOICES: lambda words, spec, value: "; ".join(map(words.choice, value)),
    FieldKind.TEXT_LIST: lambda words, spec, value: "; ".join(value),
    FieldKind.PLAN_ITEMS: lambda words, spec, value: "; ".join(value),
    FieldKind.DOSSIER: _dossier,
    FieldKind.VOTES: lambda words, spec, value: f"{value.total}/{value.present}/{value.agree}",
    FieldKind.FUNDS: _rows,
    FieldKind.PAST_AWARDS: _rows,
    FieldKind.ROWS: _rows,
}
