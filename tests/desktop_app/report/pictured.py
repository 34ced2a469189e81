"""Charts and photos for the tests of the writers."""

from desktop_app.report.model import Chart, ChartKind, Charts, Photo, Photos, Series
from tests.photos import jpeg, picture

LONG = "Đưa hàng Việt về nông thôn, vùng đồng bào dân tộc thiểu số, miền núi, hải đảo"

CONTENTS = Chart(
    "contents",
    "Số hoạt động theo nhóm nội dung",
    ChartKind.BARS,
    ("Tuyên truyền", LONG, "Khen thưởng"),
    (Series("Năm 2022", (5, None, 0)), Series("Năm 2023", (9, 12, 3))),
    "hoạt động",
)
MONTHS = Chart(
    "months",
    "Lượt người tham dự theo tháng",
    ChartKind.COLUMNS,
    tuple(f"T{month}" for month in range(1, 12)),
    (Series("Năm 2023", (450, 15, 370, 980, 0, 45, 880, 0, 0, 130, 9360)),),
    "lượt người",
)
FUNDS = Chart(
    "funds",
    "Kinh phí thực hiện theo nguồn",
    ChartKind.BARS,
    ("Ngân sách nhà nước", "Xã hội hóa"),
    (Series("Năm 2023", (556.5, 607.0)),),
    "triệu đồng",
)
CHARTS = Charts("charts", (CONTENTS, MONTHS, FUNDS))


def photo(key: str = "1", width: int = 640, height: int = 480, caption: str = "Phiên chợ hàng Việt") -> Photo:
    """Return a photo; another key is another picture."""
    image = picture(width, height)
    image.putpixel((0, 0), tuple((len(key) * 37 + ord(key[-1])) * step % 256 for step in (1, 3, 7)))
    return Photo(f"{key}-{width}x{height}", jpeg(image, private=False), width, height, caption)


def photos(*shapes: tuple[int, int]) -> Photos:
    """Return photos of these sizes."""
    return Photos(
        "photos",
        tuple(
            photo(str(place), *shape, caption=f"Ảnh số {place} của phiên chợ")
            for place, shape in enumerate(shapes)
        ),
    )
