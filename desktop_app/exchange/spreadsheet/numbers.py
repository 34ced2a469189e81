"""Numbers, money, dates and yes or no of one cell, by the Vietnamese rule: right, or refused with a reason."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

from desktop_app.errors import InvalidValueError
from desktop_app.exchange.spreadsheet.book import Cell, CellKind
from desktop_app.exchange.spreadsheet.context import NOTHING, Context, Reading
from desktop_app.vietnamese.amounts import read_number
from desktop_app.vietnamese.dates import format_date, parse_date
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.numbers import format_integer, parse_integer, parse_money
from desktop_app.vietnamese.text import clean, shorten

_DASHES = frozenset("-–—")
_MOST_EXACT = 10**15
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 75_000
"""1927 to 2105: whole numbers outside are no days that anyone means."""
_DAYS_1904 = 1462
_REAL_CALENDAR = date(1900, 3, 1)
_MIDNIGHT = re.compile(r"[ T]0{1,2}:00(?::00(?:\.0+)?)?$")
_LIKE_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_OWN_UNIT = re.compile(r"(?<=\d) ?(?:sao|m2|m²)$", re.IGNORECASE)
"""A unit that only one column can mean; any other word beside a number is refused."""
_SPAN_OR_DAY = re.compile(r"(?:ngày )?\d{1,2} ?[-–] ?\d{1,2}[/.]\d{1,2}", re.IGNORECASE)
_YES = frozenset(["co", "x", "v", "yes", "true", "dung", "roi", "da", "1", "✓", "✔", "√"])
_NO = frozenset(["khong", "k", "no", "false", "sai", "chua", "0"])


def shown(number: Decimal) -> str:
    """Return a number as it is read in Vietnamese: 1.234,5."""
    text = f"{number:,f}".translate(str.maketrans(",.", ".,"))
    return text.rstrip("0").rstrip(",") if "," in text else text


def exact(cell: Cell) -> Decimal:
    """Return the number as Excel shows it: 15 digits, so that 0.1 + 0.2 is 0.3."""
    if isinstance(cell.value, int):
        return Decimal(cell.value)
    return Decimal(format(cell.value, ".15g"))


def wrong_kind(cell: Cell, wanted: str) -> Reading:
    """Refuse a cell of another kind than a field can take."""
    if cell.kind is CellKind.DATE and isinstance(cell.value, date):
        day = cell.value.date() if isinstance(cell.value, datetime) else cell.value
        what = f"là ngày {format_date(day)} (có thể Excel đã tự đổi)"
    elif cell.kind is CellKind.TIME:
        what = "là giờ hoặc một số mang định dạng giờ"
    elif cell.kind is CellKind.FLAG:
        what = f"là giá trị logic {'TRUE' if cell.value else 'FALSE'}"
    else:
        what = f"là số {shown(exact(cell))}"
    return Reading(problem=f"Ô {what}, không phải {wanted}; hãy sửa lại trong bảng tính.")


def _is_dash(cell: Cell) -> bool:
    return cell.kind is CellKind.TEXT and clean(cell.text) in _DASHES


_DASH = Reading(remark="Dấu gạch được hiểu là để trống.", is_empty=True)


def read_integer(cell: Cell, context: Context) -> Reading:
    """Read a count."""
    if _is_dash(cell):
        return _DASH
    if cell.kind is CellKind.TEXT:
        try:
            return Reading(parse_integer(_OWN_UNIT.sub("", clean(cell.text))) * context.unit)
        except InvalidValueError as error:
            return Reading(problem=str(error))
    if cell.kind is not CellKind.NUMBER:
        return wrong_kind(cell, "số")
    return _whole(cell, context.unit, "số nguyên")


def _whole(cell: Cell, unit: int, what: str) -> Reading:
    if cell.style.percent:
        return Reading(problem=f"Ô định dạng phần trăm, không phải {what}; hãy đổi định dạng ô thành số.")
    number = exact(cell) * unit
    if number != number.to_integral_value():
        reason = f"Số {shown(exact(cell))} không phải {what}"
        if _LIKE_THOUSANDS.fullmatch(f"{number.normalize():f}".ljust(5, "0")) and unit == 1:
            thousands = format_integer(int(number * 1000))
            reason += f" (nếu ý là {thousands} thì Excel đã hiểu dấu chấm là dấu thập phân)"
        return Reading(problem=f"{reason}; hãy sửa lại trong bảng tính.")
    if abs(number) >= _MOST_EXACT:
        return Reading(problem="Số dài hơn 15 chữ số, Excel đã làm tròn; hãy kiểm tra lại.")
    return Reading(int(number))


def read_money(cell: Cell, context: Context) -> Reading:
    """Read a sum in whole đồng; a bare number counts in the unit that the heading names."""
    if _is_dash(cell):
        return _DASH
    if cell.kind is CellKind.TEXT:
        return _money_text(cell.text, context.unit)
    if cell.kind is not CellKind.NUMBER:
        return wrong_kind(cell, "số tiền")
    reading = _whole(cell, context.unit, "số tròn đồng")
    return _small_sum(reading, context.unit)


def _small_sum(reading: Reading, unit: int) -> Reading:
    if unit == 1 and not reading.problem and 0 < (reading.value or 0) < 1000:
        amount = format_integer(reading.value)
        return reading._replace(
            remark=f"Được hiểu là {amount} đồng; nếu là triệu đồng, hãy ghi đơn vị vào tiêu đề cột."
        )
    return reading


def _money_text(text: str, unit: int) -> Reading:
    bare = read_number(clean(text))
    try:
        if bare is None or unit == 1:
            reading = _small_sum(Reading(parse_money(text)), unit if bare is not None else 0)
            if unit == 1:
                return reading
            return reading._replace(
                remark=f"Ô ghi cả đơn vị nên được hiểu là {format_integer(reading.value)} đồng, "
                "không nhân với đơn vị ở tiêu đề."
            )
    except InvalidValueError as error:
        return Reading(problem=str(error))
    amount = bare * unit
    if amount.denominator != 1:
        return Reading(problem=f"Số tiền “{shorten(text, 40)}” lẻ hơn một đồng; hãy kiểm tra lại.")
    return Reading(int(amount))


def read_decimal(cell: Cell, context: Context) -> Reading:
    """Read a number with decimals; a percentage is read as people say it: 82,4% is 82.4."""
    if _is_dash(cell):
        return _DASH
    if cell.kind is CellKind.NUMBER:
        number = exact(cell)
        if cell.style.percent:
            return Reading(float(number * 100))
        return Reading(float(number * context.unit))
    if cell.kind is not CellKind.TEXT:
        return wrong_kind(cell, "số")
    text = clean(cell.text).removesuffix("%").rstrip()
    value = read_number(text)
    if value is None:
        return Reading(
            problem=f"Không hiểu số “{shorten(cell.text, 40)}”; hãy nhập số như 82,4 hoặc 1.234,5."
        )
    remark = ""
    if _LIKE_THOUSANDS.fullmatch(text):
        remark = f"“{text}” được hiểu là {format_integer(int(value))}, dấu chấm tách hàng nghìn."
    elif "." in text and value.denominator != 1 and "," not in text:
        remark = f"“{text}” được hiểu là {text.replace('.', ',')}, dấu chấm thay dấu phẩy thập phân."
    return Reading(float(value * context.unit), remark=remark)


def read_date(cell: Cell, context: Context) -> Reading:
    """Read a day: a date cell, the number of a day, or a text, day before month."""
    if cell.kind is CellKind.TEXT:
        return _date_text(cell.text, context)
    if cell.kind is CellKind.NUMBER:
        return _serial(cell, context)
    if cell.kind is not CellKind.DATE or not isinstance(cell.value, date):
        return wrong_kind(cell, "ngày")
    if not isinstance(cell.value, datetime):
        return _checked_day(cell.value, "")
    has_time = cell.value.time() != datetime.min.time()
    return _checked_day(cell.value.date(), "Ô có cả giờ; chỉ lấy ngày." if has_time else "")


def _checked_day(day: date, remark: str) -> Reading:
    if day < _REAL_CALENDAR:
        return Reading(
            problem=f"Ô mang định dạng ngày nhưng giá trị ({format_date(day)}) không thể là ngày; hãy gõ lại."
        )
    return Reading(day, remark=remark)


def _serial(cell: Cell, context: Context) -> Reading:
    number = exact(cell)
    serial = int(number) + (_DAYS_1904 if context.dates_from_1904 else 0)
    if not _FIRST_SERIAL <= serial <= _LAST_SERIAL:
        what = "chỉ có năm" if 1900 <= number <= 2100 else "không phải ngày"
        return Reading(
            problem=f"Số {shown(number).replace('.', '')} {what}; hãy ghi đủ ngày/tháng/năm, ví dụ 09/01/2023."
        )
    day = date(1899, 12, 30) + timedelta(days=serial)
    return Reading(
        day, remark=f"Ô là số {shown(number).replace('.', '')}, được hiểu là ngày {format_date(day)}."
    )


def _date_text(text: str, context: Context) -> Reading:
    text = _MIDNIGHT.sub("", clean(text))
    if fold(text) in ("hom nay", "hom qua"):
        return Reading(problem=f"“{text}” không phải ngày cố định; hãy ghi ngày/tháng/năm.")
    if _SPAN_OR_DAY.fullmatch(text):  # two days of a month, or a day with a short year
        return Reading(problem=f"“{text}” không rõ là một ngày hay nhiều ngày; hãy ghi đủ, ví dụ 09/01/2023.")
    try:
        day = parse_date(text, today=context.today, year=context.year)
        other = parse_date(text, today=context.today, year=context.year - 4)  # so that 29/2 stays possible
    except InvalidValueError as error:
        return Reading(problem=str(error))
    if day == other:
        return Reading(day)
    return Reading(day, remark=f"“{shorten(text, 20)}” không ghi năm, được hiểu là {format_date(day)}.")


def read_flag(cell: Cell, context: Context) -> Reading:
    """Read yes or no."""
    if cell.kind is CellKind.FLAG:
        return Reading(bool(cell.value))
    if cell.kind is CellKind.NUMBER and cell.value in (0, 1):
        return Reading(cell.value == 1)
    if cell.kind is not CellKind.TEXT:
        return wrong_kind(cell, "“Có” hoặc “Không”")
    if _is_dash(cell):
        return NOTHING
    folded = fold(cell.text)
    if folded in _YES or folded in _NO:
        return Reading(folded in _YES)
    return Reading(problem=f"Không hiểu “{shorten(cell.text, 40)}”; hãy ghi “Có” hoặc “Không”.")
