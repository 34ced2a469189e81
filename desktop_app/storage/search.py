"""Search without accents: typed words become a full-text query over the folded copy."""

from desktop_app.domain.fields import STRUCTURED, FieldKind
from desktop_app.domain.query import NOTHING, SOMETHING, Query
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
    for field, value in query.where.items():
        clause, *values = _field_clause(register, field, value)
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
    if spec.kind in STRUCTURED:  # a list holds the value
        return (f"EXISTS (SELECT 1 FROM json_each({field}) WHERE json_each.value = ?)", value)
    return (f"{field} = ?", value)
