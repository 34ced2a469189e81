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
    Signing.ACTING: "Quyền cấp trưởng ký (Q.)",
    Signing.BY_ORDER: "Ký thừa lệnh (TL.)",
    Signing.AUTHORISED: "Ký thừa ủy quyền (TUQ.)",
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
    "signing": FieldWords(
        "Người ký", "TL. chỉ dùng ở cấp tỉnh và cơ quan có Văn phòng; TUQ. phải có văn bản ủy quyền."
    ),
    "head_title": FieldWords("Chức danh cấp trưởng", "Để ghi sau KT., TL., TUQ., Q.", "Giám đốc"),
    "signer_title": FieldWords(
        "Chức danh người ký", "Ghi khi khác dòng chữ mờ, ví dụ Phó Chủ tịch Thường trực, Chánh Văn phòng."
    ),
    "short_signing": FieldWords(
        "Viết gọn, không có dòng KT.",
        "Cấp phó ký ngay dưới “TM. BAN CHỈ ĐẠO” hoặc “TM. BAN THƯỜNG TRỰC”, như một số địa phương vẫn in.",
    ),
    "post_above_name": FieldWords(
        "Chức vụ tại cơ quan in trên họ tên",
        "Theo Nghị định 30/2020/NĐ-CP; không đánh dấu thì in dưới họ tên như kế hoạch của tỉnh Bình Thuận.",
    ),
    "layout_profile": FieldWords(
        "Bố cục văn bản", "Khổ giấy, lề, cỡ chữ của báo cáo, kế hoạch năm và hồ sơ khen thưởng."
    ),
    "drafter_mark": FieldWords(
        "Ký hiệu người soạn", "In ở dòng Lưu của Nơi nhận: “Lưu: VT, BTT, NVA”.", "Thường để trống; ví dụ NVA"
    ),
    "contact_line": FieldWords(
        "Địa chỉ cơ quan ở chân trang đầu",
        "In ở chân trang thứ nhất: địa chỉ, thư điện tử, điện thoại.",
        "Thường để trống; ví dụ: Số 12 đường 8 tháng 4; điện thoại …",
    ),
    "cites_short": FieldWords(
        "Dẫn văn bản đầy đủ lần đầu, các lần sau dẫn gọn",
        "Lần đầu ghi tên loại, số, ngày, cơ quan ban hành và trích yếu; sau đó chỉ ghi tên loại và số. "
        "Chỉ đổi khi in, không đổi phần đơn vị đã ghi.",
    ),
    "prints_charts": FieldWords(
        "In phụ lục biểu đồ", "Biểu đồ vẽ từ số liệu của kỳ, đọc được khi in đen trắng."
    ),
    "prints_photos": FieldWords(
        "In phụ lục hình ảnh", "Các ảnh đã đánh dấu “In vào báo cáo” ở hoạt động, mô hình."
    ),
    "prints_code": FieldWords(
        "In mã kiểm tra và mã QR",
        "In nhỏ ở cuối phụ lục cuối cùng, để nơi nhận biết bản giấy khớp với dữ liệu đã gửi.",
    ),
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
