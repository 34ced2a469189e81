"""The registers of the program: record, words and own checks of each. A new register is one entry here."""

from collections.abc import Mapping
from typing import Any

from desktop_app.domain.award_catalogue import load_awards
from desktop_app.domain.labels import activities as activity_labels
from desktop_app.domain.labels import awards as award_labels
from desktop_app.domain.records.activities import Activity, ActivityStatus
from desktop_app.domain.records.awards import AwardNomination, AwardStatus, NomineeType
from desktop_app.domain.rules import Register
from desktop_app.vietnamese.dates import format_date


def _activity_problems(record: Activity) -> dict[str, str]:
    if record.date_start and record.date_end and record.date_end < record.date_start:
        return {"date_end": f"Kết thúc trước khi bắt đầu ({format_date(record.date_start)})."}
    return {}


def _activity_gaps(record: Activity) -> dict[str, str]:
    if record.status is ActivityStatus.COMPLETED and not record.figures and not record.result:
        return {"figures": "Hoạt động đã hoàn thành nhưng chưa có số liệu hoặc kết quả."}
    return {}


def _award_problems(record: AwardNomination) -> dict[str, str]:
    found: dict[str, str] = {}
    if record.period_from and record.period_to and record.period_to < record.period_from:
        found["period_to"] = f"Kết thúc trước khi bắt đầu ({format_date(record.period_from)})."
    if record.national_id and not (
        len(record.national_id) == 12 and record.national_id.isascii() and record.national_id.isdigit()
    ):
        found["national_id"] = "Số định danh cá nhân gồm đúng 12 chữ số."
    votes = record.votes
    if votes and not 0 <= votes.agree <= votes.present <= votes.total:
        found["votes"] = "Số đồng ý không quá số có mặt, số có mặt không quá tổng số thành viên."
    return found


_DOSSIER_NEEDED = (AwardStatus.REVIEWED, AwardStatus.SUBMITTED, AwardStatus.APPRAISING)
"""From the meeting to the decision the dossier must be whole."""


def _award_gaps(record: AwardNomination) -> dict[str, str]:
    found: dict[str, str] = {}
    if record.status is AwardStatus.DECIDED:
        if not record.decision_number:
            found["decision_number"] = "Đã có quyết định nhưng chưa ghi số quyết định."
        if not record.decision_date:
            found["decision_date"] = "Đã có quyết định nhưng chưa ghi ngày quyết định."
    if record.status in _DOSSIER_NEEDED:
        parts = load_awards().parts_for(record.award_level)
        missing = [
            f"{part.name[0].lower()}{part.name[1:]}" for part in parts if not record.dossier.get(part.key)
        ]
        if missing:
            found["dossier"] = f"Hồ sơ còn thiếu: {', '.join(missing)}."
    if record.nominee_type is NomineeType.INDIVIDUAL and not (record.position or record.unit):
        found["position"] = "Chưa ghi chức vụ hoặc đơn vị công tác của cá nhân."
    return found


ACTIVITIES: Register[Activity] = Register(
    name="activities",
    record=Activity,
    naming_field="title",
    date_field="date_start",
    words=activity_labels.WORDS,
    own_problems=_activity_problems,
    own_gaps=_activity_gaps,
)

AWARDS: Register[AwardNomination] = Register(
    name="awards",
    record=AwardNomination,
    naming_field="name",
    date_field="nominated_on",
    words=award_labels.WORDS,
    own_problems=_award_problems,
    own_gaps=_award_gaps,
    names_person=lambda record: record.nominee_type is NomineeType.INDIVIDUAL,
)

REGISTERS: Mapping[str, Register[Any]] = {one.name: one for one in (ACTIVITIES, AWARDS)}
"""All registers by their names, in the order of the navigation."""
