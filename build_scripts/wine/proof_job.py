"""The main job of an officer in the installed program, with keyboard and mouse: from the first start to the report."""

import time
from collections.abc import Callable
from pathlib import Path

from wine import proof_files
from wine.proof_desk import Desk
from wine.proof_record import check

MAIN = "Theo dõi"
"""In the title of the program's window."""
WIZARD = "Bắt đầu"
"""In the title of the first-start dialog."""

LEDGER = "So_Ham_Thuan_Bac_2023.sohangviet"
SIGNER = "Trần Thị Mỹ Ái"
MARKET = "Phiên chợ hàng Việt về xã Đông Giang"
MEETING = "Hội nghị quán triệt Chỉ thị 03-CT/TW"
NOMINEE = "Ủy ban MTTQ Việt Nam xã Thuận Hòa"
REPORT_WORDS = (MARKET, MEETING, NOMINEE, "Ban Chỉ đạo Cuộc vận động huyện Hàm Thuận Bắc")
"""What the exported files must hold."""

_STEP = 0.01
"""Seconds between two looks whether something holds."""

_DISTRICT = 0
_II_1, _II_6 = 1, 6
"""Places in the list of the plan's contents; before them stands "none chosen"."""


def make_ledger(desk: Desk) -> Path:
    """Go through the first-start dialog; return the new ledger in Sổ Hàng Việt in Documents."""
    desk.screen.wait_for(WIZARD, 60)
    desk.click("Lập sổ mới", "button")
    desk.find("Năm báo cáo", "edit")
    desk.picture("wizard_unit")
    desk.fill("Năm báo cáo", "2023")
    desk.choose("Loại đơn vị", _DISTRICT)
    desk.fill("Tìm đơn vị", "hàm thuận bắc")
    desk.click("Huyện Hàm Thuận Bắc, tỉnh Bình Thuận", "item", deep=True)
    desk.click("Tiếp tục", "button")
    desk.fill("Họ và tên người ký", SIGNER)
    desk.picture("wizard_signer")
    desk.click("Tiếp tục", "button")
    _look_at_file_dialog(desk)
    desk.picture("wizard_file")
    desk.click("Lập sổ", "button")
    desk.screen.wait_for(MAIN, 60)
    desk.find("Tổng quan", "text", MAIN)
    desk.picture("first_page")
    ledger = desk.prefix.documents / "Sổ Hàng Việt" / LEDGER
    check(ledger.is_file(), f"the ledger is {ledger}")
    return ledger


def _look_at_file_dialog(desk: Desk) -> None:
    """See the file dialog of Windows, then go on with the place that was suggested."""
    desk.click("Chọn…", "button")
    desk.screen.wait_for("Chọn nơi lưu sổ", 30)
    desk.picture("file_dialog_of_windows")
    desk.keys("Escape")
    desk.screen.wait_until_gone("Chọn nơi lưu sổ", 30)
    desk.screen.bring_forward(desk.screen.wait_for(WIZARD, 10))


def enter_records(desk: Desk, ledger: Path) -> None:
    """Enter two activities and a nomination; the ledger's rows are read as they are saved."""
    desk.keys("ctrl+3")
    desk.find("Thêm hoạt động", "button", MAIN)
    _enter_market(desk)
    _await_rows(ledger, "activities", 1)
    desk.picture("activity_saved")
    _enter_meeting(desk)
    saved = {row["title"]: row for row in _await_rows(ledger, "activities", 2)}
    check(set(saved) == {MARKET, MEETING}, f"the titles are as typed: {sorted(map(str, saved))}")
    check(saved[MARKET]["place"] == "Xã Đông Giang", f"the place is as typed: {saved[MARKET]['place']}")
    check(
        saved[MARKET]["date_start"] == "2023-01-09", f"the day is understood: {saved[MARKET]['date_start']}"
    )
    desk.keys("ctrl+8", "ctrl+n")
    desk.fill("Tên tập thể", NOMINEE, MAIN)
    desk.fill("Ngày đề nghị", "20/11/23", MAIN)
    desk.fill("Hình thức khen thưởng", "Giấy khen", MAIN)
    desk.fill("Cấp có thẩm quyền khen", "Chủ tịch UBND huyện", MAIN)
    desk.keys("ctrl+s")
    (award,) = _await_rows(ledger, "awards", 1)
    check(award["name"] == NOMINEE, f"the nominee is as typed: {award}")
    check(award["award_form"] == "Giấy khen", f"the form of the award is as typed: {award}")
    desk.picture("nomination_saved")


def _enter_market(desk: Desk) -> None:
    """With the mouse into each field, with the mouse on Lưu."""
    desk.click("Thêm hoạt động", "button", MAIN)
    desk.look(MAIN, "Tên hoạt động")
    desk.fill("Tên hoạt động", MARKET, MAIN)
    desk.fill("Từ ngày", "9/1/23", MAIN)
    desk.choose("Nội dung của kế hoạch", _II_6, MAIN)
    desk.fill("Đơn vị chủ trì", "Phòng Kinh tế và Hạ tầng", MAIN)
    desk.fill("Địa điểm", "Xã Đông Giang", MAIN)
    desk.picture("activity_typed")
    desk.click("Số liệu", "tab item", MAIN)
    desk.fill("Lượt khách tham quan, mua sắm (", "5.500", MAIN)
    desk.fill("Doanh thu (", "1,5 tỷ", MAIN)
    desk.click("Lưu", "button", MAIN)


def _enter_meeting(desk: Desk) -> None:
    """With the keyboard alone, as far as a form is filled from above; a name pasted from the clipboard."""
    desk.keys("ctrl+n")
    desk.look(MAIN, "Tên hoạt động")
    desk.paste(MEETING)
    desk.keys("Tab")
    desk.type("15/3/2023")
    desk.choose("Nội dung của kế hoạch", _II_1, MAIN)
    desk.keys("ctrl+s")


def export(desk: Desk, ledger: Path) -> Path:
    """Export the report of the year; return its folder."""
    desk.keys("ctrl+b")
    desk.find("Xuất báo cáo", "button", MAIN)
    desk.picture("report_page")
    desk.keys("ctrl+e")
    desk.find("Một lý do cho các mục còn lại", "edit", MAIN)
    desk.type("Số liệu bổ sung sau")
    desk.picture("report_reason")
    desk.keys("ctrl+e")
    place = ledger.parent / "Báo cáo"
    await_state(lambda: any(place.glob("*/*.eml")) and any(place.glob("*/*.zip")), f"a report in {place}")
    desk.find("Mở thư mục", "button", MAIN)
    desk.picture("report_exported")
    (folder,) = (path for path in place.iterdir() if path.is_dir())
    return folder


def close(desk: Desk) -> None:
    """Close the program by its window."""
    desk.screen.bring_forward(desk.screen.wait_for(MAIN, 30))
    desk.keys("alt+F4")
    desk.screen.wait_until_gone(MAIN, 60)


def await_state(holds: Callable[[], object], words: str, seconds: float = 120) -> float:
    """Wait until something holds; return when that was, as `time.monotonic` has it.

    Raises:
        ProofError: It does not after that time; `words` say what was waited for.
    """
    end = time.monotonic() + seconds
    while not holds():
        check(time.monotonic() < end, f"after {seconds:.0f} s: {words}")
        time.sleep(_STEP)
    return time.monotonic()


def _await_rows(ledger: Path, table: str, count: int) -> list[dict[str, object]]:
    await_state(lambda: len(proof_files.rows(ledger, table)) >= count, f"{count} rows of {table}")
    return proof_files.rows(ledger, table)
