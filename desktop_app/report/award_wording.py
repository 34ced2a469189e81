"""How award papers name nominees, authorities and counts."""

from collections import Counter
from collections.abc import Sequence

from desktop_app.domain.award_catalogue import load_awards
from desktop_app.domain.award_names import DOTS as DOTS
from desktop_app.domain.award_names import SHORT_DOTS as SHORT_DOTS
from desktop_app.domain.office_wording import CAMPAIGN
from desktop_app.domain.records.awards import AwardNomination, Honorific, NomineeType, PastAward
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.numbers import two_digits

ORDER = (NomineeType.COLLECTIVE, NomineeType.HOUSEHOLD, NomineeType.ENTERPRISE, NomineeType.INDIVIDUAL)
"""In which lists name nominees (domain research, §4.4)."""
COUNTED = {
    NomineeType.COLLECTIVE: "tập thể",
    NomineeType.HOUSEHOLD: "hộ gia đình",
    NomineeType.ENTERPRISE: "cơ sở kinh doanh",
    NomineeType.INDIVIDUAL: "cá nhân",
}


def in_order(nominations: Sequence[AwardNomination]) -> list[AwardNomination]:
    """Return nominations as a list prints them: by kind of nominee, the highest form first."""
    rank = load_awards().form_rank
    return sorted(
        nominations,
        key=lambda one: (ORDER.index(one.nominee_type), rank(one.award_form), one.created_at, one.id),
    )


def full_name(one: AwardNomination) -> str:
    """Return "Ông Nguyễn Văn A", or the name of a collective."""
    titled = one.nominee_type is NomineeType.INDIVIDUAL and one.honorific is not Honorific.NONE
    return f"{one.honorific} {one.name}" if titled else one.name


def post_and_place(one: AwardNomination) -> str:
    """Return post and unit, else the address."""
    return ", ".join(text for text in (one.position, one.unit) if text) or one.address


def named_in_text(one: AwardNomination) -> str:
    """Return how a sentence names a nominee: "Ông Nguyễn Văn A, Trưởng thôn, xã B"; no place is said twice."""
    place = post_and_place(one)
    first, _, rest = place.partition(" ")
    kinds = {kind.split()[0] for level in load_awards().types.values() for kind in level}
    if (
        first.lower() in kinds and not rest[:1].isdigit()
    ):  # “Phường 7” keeps its capital (NĐ 30/2020, Phụ lục II)
        place = f"{first.lower()} {rest}"
    return full_name(one) if not place or fold(place) in fold(one.name) else f"{full_name(one)}, {place}"


def counts(nominations: Sequence[AwardNomination]) -> str:
    """Return "02 tập thể, 01 hộ gia đình và 03 cá nhân"."""
    found = Counter(one.nominee_type for one in nominations)
    parts = [f"{two_digits(found[kind])} {COUNTED[kind]}" for kind in ORDER if found[kind]]
    return " và ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""


def kinds(nominations: Sequence[AwardNomination]) -> str:
    """Return "tập thể, hộ gia đình, cá nhân"."""
    present = {one.nominee_type for one in nominations}
    return ", ".join(COUNTED[kind] for kind in ORDER if kind in present)


def forms(nominations: Sequence[AwardNomination]) -> list[str]:
    """Return the forms that are asked for, the highest first."""
    rank = load_awards().form_rank
    present = dict.fromkeys(one.award_form or SHORT_DOTS for one in nominations)
    return sorted(present, key=rank)


def giving(form: str) -> str:
    """Return the verb of a form: "tặng Bằng khen", but "biểu dương"."""
    known = load_awards().form(form)
    return "biểu dương" if known and known.code == "PRAISE" else f"tặng {form}"


def asked(nominations: Sequence[AwardNomination], what: str) -> str:
    """Return "tặng Giấy khen cho 02 tập thể"; praise is not given to, it is "đối với"."""
    link = "đối với" if "biểu dương" in map(giving, forms(nominations)) else "cho"
    return f"{givings(nominations)} {link} {what}"


def givings(nominations: Sequence[AwardNomination]) -> str:
    """Return "tặng Giấy khen, biểu dương"."""
    return ", ".join(giving(form) for form in forms(nominations))


def reason(year: int) -> str:
    """Return for what an award is given."""
    return f"có thành tích xuất sắc trong thực hiện {CAMPAIGN} năm {year}"


def past_award(past: PastAward) -> str:
    """Return "Giấy khen của Chủ tịch UBND huyện (năm 2021)"."""
    authority = f" của {past.authority}" if past.authority else ""
    return f"{past.form}{authority} (năm {past.year})"
