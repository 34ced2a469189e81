"""Search without accents: typed words become a full-text query over the folded copy."""

from collections.abc import Iterator

from desktop_app.domain.fields import STRUCTURED, FieldKind
from desktop_app.domain.query import ANY_OF, NOTHING, SOMETHING, Query, Span
from desktop_app.domain.rules import Register
from desktop_app.vietnamese.folding import search_terms


def match_expression(text: str) -> str:
    """Return the FTS5 query for what was typed: each word a prefix, in any order; "" when no word is in it."""
    return " ".join(f'"{term}"*' for term in search_terms(text))


def conditions(register: Register, query: Query) -> tuple[str, list[object]]:  # type: ignore[type-arg]
    """Return the WHERE clause of a list and its parameters."""
    clauses = ["deleted_at IS NOT NULL" if query.deleted else "deleted_at IS NULL"]
    parameters: list[object] = []

    def add(clause: str, *values: object) -> None:
        clauses.append(clause)
        parameters.extend(values)

    if query.text.strip():
        expression = match_expression(query.text)
        if expression:
            add(
                f"row IN (SELECT rowid FROM {register.name}_search WHERE {register.name}_search MATCH ?)",
                expression,
            )
        else:
            add("0")
    for clause, *values in _by_fields(register, query):
        add(clause, *values)
    if register.date_field:
        if query.month:
            add(f"substr({register.date_field}, 6, 2) = ?", f"{query.month:02d}")
        if query.date_from:
            add(f"{register.date_field} >= ?", query.date_from.isoformat())
        if query.date_to:
            add(f"{register.date_field} <= ?", query.date_to.isoformat())
    if query.gaps_only:
        add("gap_count > 0")
    return " AND ".join(clauses), parameters


def _by_fields(register: Register, query: Query) -> Iterator[tuple[str, ...]]:  # type: ignore[type-arg]
    for field, value in query.where.items():
        yield _field_clause(register, field, value)
    for field, span in query.spans.items():
        yield _span_clause(register, field, span)


_EMPTY_STRUCTURES = ("[]", "{}", "null")


def _field_clause(register: Register, field: str, value: str) -> tuple[str, ...]:  # type: ignore[type-arg]
    """Return the condition on one field and its parameters; an unknown or personal field raises KeyError."""
    spec = register.specs[field]
    if spec.personal:
        raise KeyError(field)
    if value in (NOTHING, SOMETHING):
        empty = f"({field} IS NULL OR {field} IN ('', 0, {', '.join(map(repr, _EMPTY_STRUCTURES))}))"
        return (empty,) if value == NOTHING else (f"NOT {empty}",)
    if spec.kind is FieldKind.FLAG:
        return (f"{field} = ?", str(int(value == "True")))
    if spec.kind is FieldKind.ROWS:  # a row holds one of the values
        marks, values = _any_of(value)
        rows = f"json_each({field}) AS entry, json_each(entry.value) AS held"
        return (f"EXISTS (SELECT 1 FROM {rows} WHERE held.value IN ({marks}))", *values)
    if spec.kind is FieldKind.FIGURES:  # a figure of this indicator that is not 0
        held = f"json_each({field}) WHERE json_each.key = ? AND json_each.value <> 0"
        return (f"EXISTS (SELECT 1 FROM {held})", value)
    if spec.kind in STRUCTURED:  # a list holds the value
        return (f"EXISTS (SELECT 1 FROM json_each({field}) WHERE json_each.value = ?)", value)
    if spec.kind is FieldKind.CHOICE:
        marks, values = _any_of(value)
        return (f"{field} IN ({marks})", *values)
    return (f"{field} = ?", value)


def _any_of(value: str) -> tuple[str, list[str]]:
    values = value.split(ANY_OF)
    return ", ".join("?" for _ in values), values


def _span_clause(register: Register, field: str, span: Span) -> tuple[str, ...]:  # type: ignore[type-arg]
    """Return the condition on a date field and its parameters; any other field raises KeyError."""
    if register.specs[field].kind is not FieldKind.DATE or register.specs[field].personal:
        raise KeyError(field)
    bounds = [("<=", span.last), (">=", span.first)]
    given = [(sign, day.isoformat()) for sign, day in bounds if day is not None]
    inside = " AND ".join([f"{field} IS NOT NULL", *(f"{field} {sign} ?" for sign, _ in given)])
    empty = f" OR {field} IS NULL" if span.or_empty else ""
    return f"(({inside}){empty})", *(day for _, day in given)
