"""Documents are cited in full, with the date as official papers print it."""

from datetime import date

from desktop_app.domain.legal_bases import cite, legal_library


def test_full_citation():
    assert legal_library()["03-CT/TW"].citation == (
        "Chỉ thị số 03-CT/TW ngày 19/5/2021 của Ban Bí thư Trung ương Đảng về tăng cường sự lãnh đạo của Đảng "
        "đối với Cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam” trong tình hình mới"
    )


def test_zeros_of_the_date():
    assert "ngày 22/01/2019" in cite("Chỉ thị", "30-CT/TW", date(2019, 1, 22), "Ban Bí thư", "về …")
    assert "ngày 09/6/2022" in cite("Kế hoạch", "1505", date(2022, 6, 9), "Sở", "về …")


def test_what_is_not_known_is_left_out():
    assert cite("Kế hoạch", None, None, "Tỉnh ủy", "về …") == "Kế hoạch của Tỉnh ủy về …"


def test_library_names_each_document_once_in_order_of_date():
    days = [one.issued_on for one in legal_library().values()]
    assert days == sorted(days)
    assert all(one.short == f"{one.kind} số {one.number}" for one in legal_library().values())
