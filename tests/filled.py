"""A record of any register with every field filled, made from the descriptions of its fields."""

from datetime import date

from desktop_app.domain.fields import FieldKind, specs_of
from desktop_app.domain.records.activities import FundGroup, FundLine
from desktop_app.domain.records.awards import PastAward, Votes

DAY = date(2023, 5, 20)
PERSONAL_TEXT = "060179004321"


def filled(register, **changes):
    """Return a whole record; texts say which field they stand in, so that a mix-up shows."""
    values = {name: _value(name, spec) for name, spec in register.specs.items()}
    for name, spec in register.specs.items():
        usual = getattr(register.record(), name)
        if spec.kind is FieldKind.FLAG:
            values[name] = not usual
        elif values[name] == usual:  # the last choice is the usual one
            values[name] = next(iter(spec.choices))
    return register.record(**(values | changes))


def _value(name, spec):
    if spec.kind in (FieldKind.TEXT, FieldKind.LONG_TEXT):
        return PERSONAL_TEXT if spec.personal else f"Đường {name}"
    if spec.kind is FieldKind.ROWS:
        row = {own: _value(own, own_spec) for own, own_spec in specs_of(spec.row).items()}
        return (spec.row(**row),)
    if spec.kind in (FieldKind.CHOICE, FieldKind.CHOICES):
        last = list(spec.choices)[-1]
        return last if spec.kind is FieldKind.CHOICE else (last,)
    return _BY_KIND[spec.kind]


_BY_KIND = {
    FieldKind.DATE: DAY,
    FieldKind.INTEGER: 3,
    FieldKind.DECIMAL: 93.5,
    FieldKind.MONEY: 1_500_000,
    FieldKind.FLAG: True,
    FieldKind.TEXT_LIST: ("Hội Nông dân", "Huyện đoàn"),
    FieldKind.PLAN_ITEMS: ("II.6", "II.1"),
    FieldKind.CONTENT: "C6",
    FieldKind.FIGURES: {"visitors": 6200},
    FieldKind.FUNDS: (FundLine(source="Xã hội hóa", group=FundGroup.SOCIALISED, amount_vnd=5, in_kind=True),),
    FieldKind.DOSSIER: {"minutes": True},
    FieldKind.VOTES: Votes(total=15, present=13, agree=13),
    FieldKind.PAST_AWARDS: (PastAward(form="Giấy khen", authority="UBND xã", year=2021),),
    FieldKind.INDICATOR: "conferences",
    FieldKind.LINK: "a1b2c3",
}
