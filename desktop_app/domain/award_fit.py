"""What in one nomination does not fit: form, authority and nominee, the order of its steps, texts for the certificate.

Nothing here forbids: an officer may know better, the sentences only ask to look again.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise

from desktop_app.domain.award_catalogue import AwardForm, load_awards
from desktop_app.domain.award_terms import AchievementKind, AwardLevel, AwardStatus, NomineeType
from desktop_app.vietnamese.dates import format_date

_S = AwardStatus
FOLLOWING: dict[AwardStatus, tuple[AwardStatus, ...]] = {
    _S.DRAFT: (_S.REVIEWED, _S.WITHDRAWN),
    # Who reviews may also be who decides (an office that praises its own members).
    _S.REVIEWED: (_S.SUBMITTED, _S.DECIDED, _S.REJECTED, _S.WITHDRAWN),
    # A dossier that is not in order comes back for another meeting.
    _S.SUBMITTED: (_S.APPRAISING, _S.DECIDED, _S.REJECTED, _S.REVIEWED, _S.WITHDRAWN),
    _S.APPRAISING: (_S.DECIDED, _S.REJECTED, _S.REVIEWED, _S.WITHDRAWN),
    _S.DECIDED: (),
    _S.REJECTED: (),
    _S.WITHDRAWN: (_S.DRAFT,),
}
"""The states that can come next."""

STATES: dict[StrEnum, str] = {
    _S.DRAFT: "Dự thảo",
    _S.REVIEWED: "Đã họp xét",
    _S.SUBMITTED: "Đã trình",
    _S.APPRAISING: "Đang thẩm định",
    _S.DECIDED: "Đã có quyết định",
    _S.REJECTED: "Không được khen",
    _S.WITHDRAWN: "Rút đề nghị",
}
"""The words of the states, for sentences and forms alike."""

NOMINEES: dict[StrEnum, str] = {
    NomineeType.COLLECTIVE: "Tập thể",
    NomineeType.HOUSEHOLD: "Hộ gia đình",
    NomineeType.ENTERPRISE: "Doanh nghiệp, cơ sở",
    NomineeType.INDIVIDUAL: "Cá nhân",
}
"""The words of the kinds of nominees."""

Step = tuple[AwardStatus, date | None]


def steps_gap(status: AwardStatus, steps: Sequence[Step]) -> str:
    """Return what is wrong with the way of a nomination, "" when nothing is or nothing was noted.

    Args:
        status: the state now.
        steps: (state, day) in the order in which they were noted; only the first may have no day.
    """
    if not steps:
        return ""
    if steps[-1][0] is not status:
        return f"Trạng thái là “{STATES[status]}” nhưng bước cuối ghi “{STATES[steps[-1][0]]}”."
    known = steps if steps[0][0] is _S.DRAFT or steps[0][1] is None else [(_S.DRAFT, None), *steps]
    last: date | None = None
    for (before, _), (after, day) in pairwise([*known[:1], *known]):
        if last and day and day < last:
            return f"Bước “{STATES[after]}” ghi ngày {format_date(day)}, trước ngày của bước liền trước."
        last = day or last
        if before is not after and after not in FOLLOWING[before]:
            return f"Từ “{STATES[before]}” sang “{STATES[after]}” là nhảy bước; hãy ghi các bước ở giữa."
    undated = [one for one, day in steps[1:] if day is None]
    return f"Chưa ghi ngày của bước “{STATES[undated[0]]}”." if undated else ""


def text_gaps(name: str, unit: str, certificate_text: str) -> dict[str, str]:
    """Return what cannot stand so on a certificate: field -> sentence."""
    catalogue = load_awards()
    found: dict[str, str] = {}
    for field, text in (("name", name), ("unit", unit), ("certificate_text", certificate_text)):
        short = catalogue.abbreviated(text)
        if short:
            meant = "; ".join(f"{one}: {full}" for one, full in short.items())
            found[field] = f"Còn viết tắt ({meant}); bằng khen, giấy khen phải ghi đầy đủ."
    length, most = len(certificate_text), catalogue.certificate_text_limit
    if length > most:
        found["certificate_text"] = (
            f"Nội dung ghi trên bằng dài {length} ký tự, nên rút gọn còn {most} ký tự."
        )
    return found


def misfits(
    *,
    form: str,
    authority: str,
    level: AwardLevel,
    nominee: NomineeType,
    kind: AchievementKind,
    day: date | None,
) -> dict[str, str]:
    """Return what does not fit together: field -> sentence. What the catalogue does not know is passed over."""
    known = load_awards().form(form)
    found: dict[str, str] = {}
    if known and nominee not in known.nominees:
        found["award_form"] = f"“{form}” không dành cho {NOMINEES[nominee].lower()}."
    elif known and known.kinds and kind not in known.kinds:
        found["award_form"] = f"“{form}” tặng theo quá trình cống hiến, không tặng theo thành tích chuyên đề."
    return {**found, **_authority_misfit(known, form, authority, level, day)}


def _authority_misfit(
    known: AwardForm | None, form: str, authority: str, level: AwardLevel, day: date | None
) -> dict[str, str]:
    catalogue = load_awards()
    entries = catalogue.authorities_named(authority, level)
    if not entries:
        elsewhere = [one for one in AwardLevel if catalogue.authorities_named(authority, one)]
        return {"award_level": f"“{authority}” không thuộc cấp khen đang chọn."} if elsewhere else {}
    deciding = [one for one in entries if day is None or one.decides_on(day)]
    if day and not deciding:
        return {
            "award_authority": f"Ngày {format_date(day)}, “{authority}” không còn hoặc chưa có thẩm quyền khen."
        }
    if known and not any(known.code in one.forms for one in deciding):
        return {"award_form": f"“{form}” không phải hình thức khen của {authority}."}
    return {}
