"""Words of the members of the steering committee and its helper team."""

from dataclasses import replace

from desktop_app.domain.labels.words import FieldWords, RegisterWords
from desktop_app.domain.records.awards import Honorific
from desktop_app.domain.records.steering_committee import CommitteeBody, CommitteeRole, MemberChange

_DAY = "ngày/tháng/năm"

WORDS = RegisterWords(
    page="Ban Chỉ đạo, Tổ giúp việc",
    one="thành viên",
    new_button="Thêm thành viên",
    empty_hint="Chưa có thành viên nào. Bấm “Thêm thành viên” (Ctrl+N) để ghi danh sách theo quyết định.",
    search_example="Tìm không dấu: tran thi, tuyen giao…",
    fields={
        "full_name": FieldWords("Họ và tên", "Không kèm học hàm, học vị."),
        "honorific": FieldWords("Danh xưng"),
        "body": FieldWords("Thuộc"),
        "role": FieldWords("Chức danh"),
        "place": FieldWords("Thứ tự", "Thứ tự trong danh sách của quyết định."),
        "position": FieldWords("Chức vụ, đơn vị công tác", "", "Chủ tịch Hội Nông dân huyện"),
        "duty": FieldWords("Nhiệm vụ được phân công"),
        "decision_number": FieldWords("Số quyết định", "", "1187-QĐ/HU"),
        "decision_date": FieldWords("Ngày quyết định", "", _DAY),
        "decided_by": FieldWords("Cơ quan quyết định", "", "Ban Thường vụ Huyện ủy"),
        "valid_from": FieldWords("Tham gia từ ngày", "", _DAY),
        "valid_to": FieldWords("Đến hết ngày", "Để trống khi còn tham gia.", _DAY),
        "change": FieldWords("Thay đổi", "Bổ sung, thay thế được đếm vào số liệu của kỳ có ngày tham gia."),
        "replaces": FieldWords("Thay cho", "Họ tên người được thay."),
        "phone": FieldWords("Điện thoại"),
        "email": FieldWords("Thư điện tử"),
    },
    groups={"general": "Thông tin chung", "decision": "Quyết định", "personal": "Liên hệ"},
    choices={
        Honorific: {Honorific.NONE: "–", Honorific.MR: "Ông", Honorific.MRS: "Bà"},
        CommitteeBody: {
            CommitteeBody.COMMITTEE: "Ban Chỉ đạo",
            CommitteeBody.SUPPORT_TEAM: "Tổ giúp việc",
        },
        CommitteeRole: {
            CommitteeRole.HEAD: "Trưởng ban (Tổ trưởng)",
            CommitteeRole.STANDING_DEPUTY: "Phó Trưởng ban Thường trực",
            CommitteeRole.DEPUTY: "Phó Trưởng ban (Tổ phó)",
            CommitteeRole.SECRETARY: "Ủy viên, Thư ký",
            CommitteeRole.MEMBER: "Ủy viên (Tổ viên)",
        },
        MemberChange: {
            MemberChange.NONE: "Không thay đổi",
            MemberChange.ADDITION: "Bổ sung",
            MemberChange.REPLACEMENT: "Thay thế",
        },
    },
)

TEAM_WORDS = replace(
    WORDS,
    page="Tổ giúp việc",
    empty_hint="Chưa có thành viên Tổ giúp việc nào. Bấm “Thêm thành viên” (Ctrl+N) để ghi danh sách.",
)
"""Of the page that shows the helper team alone."""

_TEAM_ROLES: dict[CommitteeRole, str] = {
    CommitteeRole.HEAD: "Tổ trưởng",
    CommitteeRole.STANDING_DEPUTY: "Tổ phó Thường trực",
    CommitteeRole.DEPUTY: "Tổ phó",
    CommitteeRole.SECRETARY: "Thư ký",
    CommitteeRole.MEMBER: "Tổ viên",
}
_COMMITTEE_ROLES: dict[CommitteeRole, str] = {
    CommitteeRole.HEAD: "Trưởng ban",
    CommitteeRole.STANDING_DEPUTY: "Phó Trưởng ban Thường trực",
    CommitteeRole.DEPUTY: "Phó Trưởng ban",
    CommitteeRole.SECRETARY: "Ủy viên, Thư ký",
    CommitteeRole.MEMBER: "Ủy viên",
}


def role_name(body: CommitteeBody, role: CommitteeRole) -> str:
    """Return what a role is called in its body: the head of the helper team is a Tổ trưởng."""
    names = _TEAM_ROLES if body is CommitteeBody.SUPPORT_TEAM else _COMMITTEE_ROLES
    return names[role]
