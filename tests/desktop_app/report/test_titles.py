import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.report.fonts import load_fonts
from desktop_app.report.lines import wrap
from desktop_app.report.titles import wrap_title

FONT = load_fonts().font(bold=True)
CAMPAIGN = "Kết quả thực hiện Cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam” năm 2023"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        (
            CAMPAIGN,
            467,
            ["Kết quả thực hiện Cuộc vận động", "“Người Việt Nam ưu tiên dùng hàng Việt Nam” năm 2023"],
        ),
        (
            f"{CAMPAIGN}, phương hướng, nhiệm vụ năm 2024",
            467,
            [
                "Kết quả thực hiện Cuộc vận động",
                "“Người Việt Nam ưu tiên dùng hàng Việt Nam”",
                "năm 2023, phương hướng, nhiệm vụ năm 2024",
            ],
        ),
        ("Chủ tịch Ủy ban MTTQ Việt Nam huyện", 200, ["Chủ tịch Ủy ban", "MTTQ Việt Nam huyện"]),
        (
            "(Kèm theo Báo cáo số 05/BC-MTTQ-BCĐ ngày 22 tháng 11 năm 2023 của Ban Chỉ đạo Cuộc vận động)",
            467,
            [
                "(Kèm theo Báo cáo số 05/BC-MTTQ-BCĐ ngày 22 tháng 11 năm 2023",
                "của Ban Chỉ đạo Cuộc vận động)",
            ],
        ),
        ("Ngắn", 400, ["Ngắn"]),
        ("", 400, [""]),
    ],
)
def test_titles_are_broken_by_sense(text: str, width: float, lines: list[str]) -> None:
    assert [line for line, _ in wrap_title(FONT, 14, text, width)] == lines


@pytest.mark.parametrize("text", ["chữ " * 500, "x" * 300 + " y"])
def test_others_are_broken_like_running_text(text: str) -> None:
    assert wrap_title(FONT, 14, text, 400) == wrap(FONT, 14, text, 400)


@given(st.text(st.sampled_from("ab “”,; 1"), max_size=200), st.floats(40, 300))
@settings(deadline=None)
def test_lines_fit_and_nothing_is_lost(text: str, width: float) -> None:
    lines = wrap_title(FONT, 14, text, width)
    assert "".join(line for line, _ in lines).replace(" ", "") == text.replace(" ", "")
    assert all(length <= width + 0.01 for _, length in lines)
