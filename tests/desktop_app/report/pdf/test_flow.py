from datetime import date

from desktop_app.report.fonts import load_fonts
from desktop_app.report.layout import load_layout
from desktop_app.report.pdf.flow import Strip, block, keep_tail, place, side_by_side, total_height
from desktop_app.report.pdf.sheet import Sheet
from desktop_app.report.wording import Properties


class _Drawn:
    """Notes at what height on which page strips are drawn."""

    def __init__(self) -> None:
        self.sheet = Sheet(load_layout(), load_fonts(), Properties("", "", "", "", date(2023, 1, 1)))
        self.sheet.begin(self.sheet.layout.portrait)
        self.page = 1
        self.places: list[tuple[str, int]] = []
        turn = self.sheet.turn

        def count() -> None:
            self.page += 1
            turn()

        self.sheet.turn = count  # type: ignore[method-assign]

    def strip(self, name: str, height: float, *, gap: float = 0, keep: bool = False) -> Strip:
        return Strip(height, lambda _top: self.places.append((name, self.page)), gap, keep)


def test_kept_strips_move_together() -> None:
    drawn = _Drawn()
    room = drawn.sheet.page_height
    place(
        drawn.sheet,
        [
            drawn.strip("a", room - 30),
            drawn.strip("b", 20, keep=True),
            drawn.strip("c", 20),
            drawn.strip("d", 5),
        ],
    )
    assert drawn.places == [("a", 1), ("b", 2), ("c", 2), ("d", 2)]


def test_the_gap_above_a_group_counts() -> None:
    drawn = _Drawn()
    room = drawn.sheet.page_height
    place(
        drawn.sheet,
        [drawn.strip("a", room - 45), drawn.strip("b", 20, gap=10, keep=True), drawn.strip("c", 20)],
    )
    assert drawn.places == [("a", 1), ("b", 2), ("c", 2)]


def test_a_group_that_no_page_holds_is_parted() -> None:
    drawn = _Drawn()
    half = drawn.sheet.page_height * 0.6
    place(drawn.sheet, [drawn.strip(name, half, keep=True) for name in "abc"])
    assert drawn.places == [("a", 1), ("b", 2), ("c", 3)]


def test_gaps_vanish_at_the_top_of_a_page() -> None:
    drawn = _Drawn()
    room = drawn.sheet.page_height
    place(drawn.sheet, [drawn.strip("a", room, gap=50), drawn.strip("b", room, gap=50)])
    assert drawn.places == [("a", 1), ("b", 2)]
    assert abs(drawn.sheet.room) < 0.01


def test_last_strips_are_kept_with_what_follows() -> None:
    drawn = _Drawn()
    strips = list(keep_tail([drawn.strip(name, 1) for name in "abcd"]))
    assert [strip.keep for strip in strips] == [False, False, True, True]
    assert list(keep_tail([])) == []


def test_no_first_or_last_line_stands_alone() -> None:
    sheet = _Drawn().sheet
    keeps = [strip.keep for strip in block(sheet, "chữ " * 100, sheet.layout.styles.body)]
    assert keeps[0]
    assert keeps[-2]
    assert not keeps[-1]
    assert not all(keeps[1:-2])


def test_columns_taller_than_a_page_go_on() -> None:
    drawn = _Drawn()
    column = [drawn.strip(str(number), 100) for number in range(20)]
    strips = side_by_side(drawn.sheet, column, [drawn.strip("x", 10)], gap=7)
    assert strips[0].gap == 7
    assert all(strip.height <= drawn.sheet.page_height for strip in strips)
    place(drawn.sheet, strips)
    assert sorted(name for name, _ in drawn.places) == sorted([*(str(n) for n in range(20)), "x"])
    assert total_height([]) == 0
