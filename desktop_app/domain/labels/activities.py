"""Words of the register of activities."""

from dataclasses import replace
from enum import StrEnum

from desktop_app.domain.labels.words import FieldWords, RegisterWords
from desktop_app.domain.records.activities import (
    ActivityStatus,
    Area,
    CaseKind,
    Channel,
    FollowUp,
    FundGroup,
    InspectionKind,
    Quarter,
)

FUND_GROUPS: dict[StrEnum, str] = {
    FundGroup.STATE_BUDGET: "Ngân sách nhà nước",
    FundGroup.SOCIALISED: "Xã hội hóa",
    FundGroup.OTHER: "Nguồn khác",
}

CHANNELS: dict[StrEnum, str] = {
    Channel.CONFERENCE: "Hội nghị, tọa đàm",
    Channel.REPORTER_CONFERENCE: "Hội nghị báo cáo viên",
    Channel.PARTY_CELL: "Sinh hoạt chi bộ",
    Channel.UNION_MEETING: "Sinh hoạt đoàn thể",
    Channel.TRAINING: "Tập huấn",
    Channel.LOUDSPEAKER: "Truyền thanh cơ sở",
    Channel.RADIO_TV: "Phát thanh, truyền hình",
    Channel.PRESS: "Báo in, báo điện tử",
    Channel.WEBSITE: "Trang thông tin điện tử",
    Channel.SOCIAL_MEDIA: "Mạng xã hội",
    Channel.INTERNAL_BULLETIN: "Bản tin nội bộ",
    Channel.VISUAL: "Băng rôn, pa nô, tờ rơi",
    Channel.CONTEST: "Cuộc thi, hội thi",
    Channel.AFTER_SCHOOL: "Hoạt động ngoài giờ lên lớp",
    Channel.FAIR: "Phiên chợ, hội chợ",
    Channel.MOBILE_SALE: "Bán hàng lưu động",
    Channel.FIELD_VISIT: "Kiểm tra, giám sát thực tế",
    Channel.OTHER: "Hình thức khác",
}

WORDS = RegisterWords(
    page="Hoạt động",
    one="hoạt động",
    new_button="Thêm hoạt động",
    empty_hint="Chưa có hoạt động nào. Bấm “Thêm hoạt động” (Ctrl+N) để ghi hoạt động đầu tiên của năm.",
    search_example="Tìm không dấu: dong giang, phien cho…",
    fields={
        "title": FieldWords("Tên hoạt động", "Ghi ngắn gọn việc đã làm.", "Phiên chợ hàng Việt về xã…"),
        "date_start": FieldWords("Từ ngày", "Gõ 9/1/23 hoặc chọn trên lịch.", "ngày/tháng/năm"),
        "date_end": FieldWords("Đến ngày", "Để trống nếu chỉ một ngày.", "ngày/tháng/năm"),
        "plan_items": FieldWords(
            "Nội dung của kế hoạch",
            "Chọn nội dung trong kế hoạch năm; báo cáo kể hoạt động ở nội dung chọn đầu tiên.",
        ),
        "content_code": FieldWords("Nhóm nội dung", "Mã chung C1–C8 dùng để cộng số liệu."),
        "organizer": FieldWords("Đơn vị chủ trì", "Cơ quan, tổ chức đứng ra thực hiện."),
        "place": FieldWords("Địa điểm", "Xã, thị trấn hoặc nơi tổ chức."),
        "partners": FieldWords(
            "Đơn vị phối hợp", "Ghi nhiều đơn vị, cách nhau bằng dấu chấm phẩy.", "Hội LHPN huyện; Huyện đoàn"
        ),
        "status": FieldWords(
            "Trạng thái", "Chỉ hoạt động đang thực hiện và hoàn thành được tính vào số liệu."
        ),
        "is_estimate": FieldWords(
            "Số liệu ước", "Đánh dấu khi hoạt động diễn ra sau ngày lập báo cáo và số liệu là ước thực hiện."
        ),
        "result": FieldWords("Kết quả", "Kết quả nổi bật, ghi bằng lời."),
        "figures": FieldWords("Số liệu", "Chỉ ghi số đã có; ô để trống không tính."),
        "funds": FieldWords("Kinh phí", "Từng nguồn một; hiện vật ghi theo giá trị."),
        "channels": FieldWords("Hình thức, kênh tuyên truyền", "Có thể chọn nhiều hình thức."),
        "areas": FieldWords("Địa bàn", "Đánh dấu khi hoạt động diễn ra ở địa bàn này."),
        "audience": FieldWords("Đối tượng", "Người tham dự, người được tuyên truyền.", "Hội viên phụ nữ"),
        "programmes": FieldWords(
            "Lồng ghép với",
            "Cuộc vận động, phong trào khác mà hoạt động này gắn vào; cách nhau bằng dấu chấm phẩy.",
            "Ngày hội Đại đoàn kết toàn dân tộc",
        ),
        "difficulties": FieldWords("Khó khăn, vướng mắc"),
        "proposals": FieldWords("Đề xuất, kiến nghị"),
        "evidence": FieldWords(
            "Tài liệu minh chứng",
            "Tên tài liệu, cách nhau bằng dấu chấm phẩy.",
            "Danh sách ký nhận; Ảnh hoạt động",
        ),
        "task": FieldWords("Nhiệm vụ của kế hoạch", "Nhiệm vụ mà hoạt động này thực hiện."),
        "inspection_kind": FieldWords(
            "Loại kiểm tra, giám sát", "Chọn thì hoạt động hiện ở trang Kiểm tra, giám sát."
        ),
        "planned_quarter": FieldWords("Quý theo kế hoạch"),
        "inspected": FieldWords("Đơn vị được kiểm tra", "Mỗi đơn vị một dòng, kèm điều đã phát hiện."),
        "recommendations": FieldWords(
            "Kiến nghị", "Mỗi kiến nghị một dòng, theo dõi đến khi thực hiện xong."
        ),
        "cases": FieldWords("Khiếu nại, tin báo", "Không ghi tên người khiếu nại, người báo tin."),
    },
    groups={
        "general": "Thông tin chung",
        "figures": "Số liệu",
        "funds": "Kinh phí",
        "details": "Chi tiết",
        "inspection": "Kiểm tra",
    },
    rows={
        "inspected": {
            "unit": FieldWords("Đơn vị"),
            "finding": FieldWords("Kết quả, điều phát hiện"),
        },
        "recommendations": {
            "text": FieldWords("Nội dung kiến nghị"),
            "unit": FieldWords("Đơn vị thực hiện"),
            "due_on": FieldWords("Hạn thực hiện", "", "ngày/tháng/năm"),
            "status": FieldWords("Tình trạng"),
            "done_on": FieldWords("Xong ngày", "", "ngày/tháng/năm"),
            "outcome": FieldWords("Kết quả thực hiện"),
        },
        "cases": {
            "matter": FieldWords("Nội dung vụ việc"),
            "kind": FieldWords("Loại"),
            "received_on": FieldWords("Nhận ngày", "", "ngày/tháng/năm"),
            "passed_to": FieldWords("Chuyển đến"),
            "status": FieldWords("Tình trạng"),
            "outcome": FieldWords("Kết quả giải quyết"),
        },
    },
    add_row={
        "inspected": "Thêm đơn vị",
        "recommendations": "Thêm kiến nghị",
        "cases": "Thêm vụ việc",
    },
    choices={
        ActivityStatus: {
            ActivityStatus.COMPLETED: "Hoàn thành",
            ActivityStatus.ONGOING: "Đang thực hiện",
            ActivityStatus.PLANNED: "Dự kiến",
            ActivityStatus.CANCELLED: "Không thực hiện",
        },
        Channel: CHANNELS,
        Area: {
            Area.RURAL: "Nông thôn",
            Area.MOUNTAIN: "Miền núi",
            Area.ISLAND: "Hải đảo",
            Area.ETHNIC_MINORITY: "Vùng đồng bào dân tộc thiểu số",
            Area.REMOTE: "Vùng sâu, vùng xa",
        },
        FundGroup: FUND_GROUPS,
        InspectionKind: {
            InspectionKind.NONE: "Không phải kiểm tra, giám sát",
            InspectionKind.CAMPAIGN: "Kiểm tra việc triển khai Cuộc vận động",
            InspectionKind.SUPERVISION: "Giám sát chính sách, pháp luật",
            InspectionKind.CONSUMER: "Giám sát bảo vệ người tiêu dùng (Chỉ thị 30-CT/TW)",
            InspectionKind.PROCUREMENT: "Giám sát mua sắm công",
            InspectionKind.PRESCRIPTION: "Giám sát kê đơn thuốc Việt Nam",
            InspectionKind.MARKET: "Kiểm tra, kiểm soát thị trường",
            InspectionKind.COMPLAINTS: "Tiếp nhận khiếu nại, tin báo",
        },
        Quarter: {
            Quarter.NONE: "–",
            Quarter.FIRST: "Quý I",
            Quarter.SECOND: "Quý II",
            Quarter.THIRD: "Quý III",
            Quarter.FOURTH: "Quý IV",
        },
        FollowUp: {
            FollowUp.OPEN: "Chưa thực hiện",
            FollowUp.IN_PROGRESS: "Đang thực hiện",
            FollowUp.DONE: "Đã xong",
        },
        CaseKind: {
            CaseKind.COMPLAINT: "Khiếu nại của người tiêu dùng",
            CaseKind.TIP: "Tin báo, tố giác hàng giả",
        },
    },
)

INSPECTIONS = replace(
    WORDS,
    page="Kiểm tra, giám sát",
    one="cuộc kiểm tra, giám sát",
    new_button="Thêm cuộc kiểm tra",
    empty_hint="Chưa có cuộc kiểm tra, giám sát nào trong năm. Bấm “Thêm cuộc kiểm tra” (Ctrl+N); "
    "cuộc chưa làm thì ghi trạng thái “Dự kiến” và quý theo kế hoạch.",
    search_example="Tìm không dấu: kiem tra, cho xa…",
)
"""Words of the page that shows only inspections and supervision; the records are activities all the same."""

NOT_FINISHED = f"{FollowUp.OPEN}|{FollowUp.IN_PROGRESS}"
"""Value of a filter for what is still to be followed up."""
