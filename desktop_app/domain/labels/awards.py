"""Words of the register of award nominations."""

from desktop_app.domain.award_fit import NOMINEES, STATES
from desktop_app.domain.labels.words import FieldWords, RegisterWords
from desktop_app.domain.records.awards import (
    AchievementKind,
    AwardLevel,
    AwardStatus,
    Gender,
    Honorific,
    NomineeType,
)

WORDS = RegisterWords(
    page="Khen thưởng",
    one="đề nghị khen thưởng",
    new_button="Thêm đề nghị",
    empty_hint="Chưa có đề nghị khen thưởng nào. Bấm “Thêm đề nghị” (Ctrl+N) để ghi đề nghị đầu tiên.",
    search_example="Tìm không dấu: nguyen thi, hop tac xa…",
    fields={
        "nominee_type": FieldWords("Đối tượng", "Tập thể, hộ gia đình, doanh nghiệp hay cá nhân."),
        "nominated_on": FieldWords(
            "Ngày đề nghị", "Đề nghị được kể trong kỳ báo cáo có ngày này.", "ngày/tháng/năm"
        ),
        "honorific": FieldWords("Danh xưng", "Chỉ dùng cho cá nhân."),
        "name": FieldWords("Tên tập thể, cá nhân", "Ghi đầy đủ tên; cá nhân không kèm học hàm, học vị."),
        "representative": FieldWords(
            "Người đại diện", "Họ tên người đứng đầu tập thể, giám đốc hoặc chủ cơ sở."
        ),
        "household_head": FieldWords("Chủ hộ", "Họ tên chủ hộ; chỉ dùng cho hộ gia đình."),
        "activity_field": FieldWords("Lĩnh vực hoạt động"),
        "position": FieldWords("Chức vụ"),
        "unit": FieldWords("Đơn vị công tác"),
        "award_form": FieldWords("Hình thức khen thưởng", "", "Giấy khen"),
        "award_authority": FieldWords("Cấp có thẩm quyền khen", "", "Chủ tịch UBND huyện"),
        "award_level": FieldWords("Cấp khen"),
        "status": FieldWords("Trạng thái"),
        "achievement_kind": FieldWords(
            "Loại thành tích", "Khen thưởng Cuộc vận động thường là khen chuyên đề."
        ),
        "achievement": FieldWords("Tóm tắt thành tích", "Một đến ba câu, sẽ in trong danh sách."),
        "period_from": FieldWords("Thành tích từ ngày", "", "ngày/tháng/năm"),
        "period_to": FieldWords("Đến ngày", "", "ngày/tháng/năm"),
        "certificate_text": FieldWords(
            "Nội dung ghi trên bằng",
            "Ghi đầy đủ, không viết tắt, không quá 120 ký tự.",
            "Có thành tích xuất sắc trong thực hiện Cuộc vận động …",
        ),
        "dossier": FieldWords("Hồ sơ", "Đánh dấu thành phần đã có."),
        "votes": FieldWords("Kết quả bỏ phiếu họp xét", "Tổng số thành viên, số có mặt, số đồng ý."),
        "previous_awards": FieldWords("Đã được khen", "Hình thức, cấp khen và năm của các lần trước."),
        "steps": FieldWords(
            "Các bước đã qua", "Mỗi lần đổi trạng thái, ngày của bước được ghi thêm vào đây; sửa được."
        ),
        "proposal_number": FieldWords("Số Tờ trình", "", "12/TTr-MTTQ-BCĐ"),
        "proposal_date": FieldWords("Ngày Tờ trình", "", "ngày/tháng/năm"),
        "decision_number": FieldWords("Số quyết định", "", "1507/QĐ-UBND"),
        "decision_date": FieldWords("Ngày quyết định", "", "ngày/tháng/năm"),
        "reward_vnd": FieldWords("Tiền thưởng", "Gõ 500.000 hoặc 1,5 triệu.", "đồng"),
        "date_of_birth": FieldWords("Ngày sinh", "", "ngày/tháng/năm"),
        "gender": FieldWords("Giới tính"),
        "national_id": FieldWords("Số định danh cá nhân", "12 chữ số; chỉ ghi khi tỉnh yêu cầu."),
        "phone": FieldWords("Điện thoại"),
        "hometown": FieldWords("Quê quán"),
        "address": FieldWords("Nơi thường trú"),
        "consent_recorded_on": FieldWords(
            "Ngày ghi nhận sự đồng ý",
            "Ngày người được đề nghị đồng ý cho sử dụng dữ liệu cá nhân vào hồ sơ khen thưởng.",
            "ngày/tháng/năm",
        ),
    },
    groups={
        "general": "Thông tin chung",
        "dossier": "Hồ sơ",
        "decision": "Trình, quyết định",
        "personal": "Cá nhân",
    },
    choices={
        NomineeType: {**NOMINEES},
        AwardStatus: {**STATES},
        AwardLevel: {
            AwardLevel.CENTRAL: "Trung ương",
            AwardLevel.PROVINCE: "Cấp tỉnh",
            AwardLevel.DISTRICT: "Cấp huyện",
            AwardLevel.COMMUNE: "Cấp xã",
        },
        AchievementKind: {
            AchievementKind.THEMATIC: "Chuyên đề",
            AchievementKind.SUDDEN: "Đột xuất",
            AchievementKind.REGULAR: "Thường xuyên hằng năm",
            AchievementKind.LONG_SERVICE: "Quá trình cống hiến",
        },
        Honorific: {Honorific.NONE: "–", Honorific.MR: "Ông", Honorific.MRS: "Bà"},
        Gender: {Gender.UNKNOWN: "–", Gender.MALE: "Nam", Gender.FEMALE: "Nữ"},
    },
    rows={
        "steps": {
            "status": FieldWords("Trạng thái"),
            "on": FieldWords("Ngày", "", "ngày/tháng/năm"),
            "note": FieldWords("Ghi chú", "Số văn bản, lý do."),
        }
    },
    add_row={"steps": "Thêm bước"},
    notes={
        "personal": "Chỉ ghi khi hồ sơ cần. Các mục này được giữ riêng trong sổ, không vào báo cáo, gói gửi "
        "tỉnh, ô tìm kiếm hay tên tệp; chỉ in trong hồ sơ khen thưởng và xóa được khi hết thời hạn lưu. Trước khi ghi, "
        "hãy cho người được đề nghị biết mục đích sử dụng và ghi ngày người đó đồng ý."
    },
)
