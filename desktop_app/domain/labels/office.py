"""Words of the reporting unit, its way of signing and the head of a report."""

from collections.abc import Mapping
from enum import StrEnum

from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.records.office import Signing, UnitLevel

LEVELS: dict[StrEnum, str] = {
    UnitLevel.DISTRICT: "Huyện, quận, thị xã, thành phố thuộc tỉnh",
    UnitLevel.COMMUNE: "Xã, phường, thị trấn, đặc khu",
    UnitLevel.PROVINCE: "Tỉnh, thành phố trực thuộc trung ương",
    UnitLevel.MEMBER_BODY: "Cơ quan thành viên Ban Chỉ đạo",
}

SIGNINGS: dict[StrEnum, str] = {
    Signing.HEAD: "Cấp trưởng ký",
    Signing.DEPUTY: "Cấp phó ký thay (KT.)",
}

OFFICE: Mapping[str, FieldWords] = {
    "level": FieldWords("Loại đơn vị", "Quyết định tiêu đề, ký hiệu và cách ký của báo cáo."),
    "unit_name": FieldWords("Tên đơn vị", "Như viết trong câu văn.", "huyện Hàm Thuận Bắc"),
    "short_name": FieldWords("Tên ngắn", "Tên không kèm cấp, hiện trên cửa sổ.", "Hàm Thuận Bắc"),
    "unit_code": FieldWords(
        "Mã đơn vị", "Mã hành chính; cơ quan khác tự đặt mã bằng chữ không dấu, số, dấu gạch ngang."
    ),
    "province_name": FieldWords("Tỉnh, thành phố", "Tỉnh nhận báo cáo.", "tỉnh Bình Thuận"),
    "has_committee": FieldWords(
        "Có Ban Chỉ đạo Cuộc vận động",
        "Có thì Ban Chỉ đạo ban hành báo cáo; không thì Ban Thường trực Ủy ban MTTQ Việt Nam ban hành.",
    ),
    "superior_lines": FieldWords("Cơ quan cấp trên", "Dòng chữ đứng phía trên, bên trái; mỗi dòng một hàng."),
    "issuer_lines": FieldWords("Cơ quan ban hành", "Dòng chữ đậm bên dưới; mỗi dòng một hàng."),
    "symbol": FieldWords("Ký hiệu", "Đứng sau số báo cáo."),
    "place_name": FieldWords("Địa danh", "Trước ngày, tháng ở đầu báo cáo.", "Hàm Thuận Bắc"),
    "signing": FieldWords("Người ký"),
    "signer_name": FieldWords("Họ và tên người ký", "Để trống thì chừa chỗ ghi tay."),
    "signer_post": FieldWords(
        "Chức vụ tại cơ quan",
        "In dưới tên khi Ban Chỉ đạo ban hành báo cáo.",
        "Chủ tịch Ủy ban MTTQ Việt Nam huyện …",
    ),
    "addressees": FieldWords("Kính gửi", "Mỗi dòng một nơi."),
    "recipients": FieldWords("Nơi nhận", "Mỗi dòng một nơi, không ghi dấu gạch đầu dòng."),
    "recipient_email": FieldWords("Thư điện tử nhận báo cáo", "Của nơi nhận báo cáo.", "mattran@…"),
}

OFFICE_PLACES: Mapping[str, FieldWords] = {
    "year": FieldWords("Năm báo cáo", "Từ 01/7/2025 cả nước không còn cấp huyện."),
    "plan": FieldWords("Kế hoạch của năm", "Báo cáo trình bày theo các nội dung của kế hoạch này."),
    "path": FieldWords("Tệp sổ", "Chép tệp này là chép cả sổ."),
}

REPORT_HEAD: Mapping[str, FieldWords] = {
    "number": FieldWords("Số báo cáo", "Văn thư cấp sau khi ký; để trống thì chừa chỗ ghi tay."),
    "issued_on": FieldWords("Ngày ban hành", "Để trống thì chừa chỗ ghi ngày, tháng."),
    "signer_name": FieldWords("Họ và tên người ký", "Chỉ ghi khi khác người ký thường ngày."),
    "signer_post": FieldWords("Chức vụ tại cơ quan", "Chỉ ghi khi khác người ký thường ngày."),
}
