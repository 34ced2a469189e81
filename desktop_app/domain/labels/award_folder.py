"""Words of the dialog that makes an award dossier."""

from collections.abc import Mapping

from desktop_app.domain.labels.words import FieldWords

_ROOM = "Để trống thì chừa chỗ ghi tay."

AWARD_FOLDER: Mapping[str, FieldWords] = {
    "authority": FieldWords("Cấp có thẩm quyền khen", "Mỗi cấp có thẩm quyền một bộ hồ sơ."),
    "number": FieldWords("Số Tờ trình", f"Chỉ ghi số, ký hiệu do chương trình ghi. {_ROOM}"),
    "issued_on": FieldWords(
        "Ngày Tờ trình", f"Quyết định căn cứ pháp lý được dẫn. {_ROOM}", "ngày/tháng/năm"
    ),
    "minutes_number": FieldWords("Số Biên bản", _ROOM),
    "addressees": FieldWords("Kính gửi", "Mỗi dòng một nơi."),
    "bases": FieldWords(
        "Căn cứ", "Mỗi dòng một căn cứ, theo ngày Tờ trình; sửa được, nên đối chiếu với bản gốc."
    ),
    "held_on": FieldWords("Ngày họp", "", "ngày/tháng/năm"),
    "time": FieldWords("Bắt đầu lúc", "", "08 giờ 00"),
    "ended": FieldWords("Kết thúc lúc", "", "09 giờ 30"),
    "place": FieldWords("Địa điểm họp"),
    "chair": FieldWords("Chủ trì", "Họ tên, chức vụ.", "Ông Nguyễn Văn A, Trưởng Ban Chỉ đạo"),
    "secretary": FieldWords("Thư ký", "Họ tên, chức vụ."),
    "present": FieldWords("Có mặt", "Mỗi dòng một người; số lượng lấy từ kết quả bỏ phiếu."),
    "absent": FieldWords("Vắng mặt", "Mỗi dòng một người, lý do."),
    "out": FieldWords("Thư mục chứa hồ sơ", "Mỗi lần lập tạo một thư mục mới bên trong, không ghi đè."),
}

PRIVACY = (
    "Hồ sơ có dữ liệu cá nhân của người được đề nghị (năm sinh, quê quán, nơi thường trú…). Chỉ giao cho cơ quan "
    "khen thưởng; gửi thư điện tử thì đặt mật khẩu. Mỗi lần lập hồ sơ được ghi vào nhật ký của sổ."
)
