"""What follows from the kind of office: the lines around its report, its name in sentences."""

from desktop_app.domain.records.office import Office, UnitLevel

CAMPAIGN = "Cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam”"

_PARTY_COMMITTEES = {
    "huyện": "Huyện ủy",
    "quận": "Quận ủy",
    "thị xã": "Thị ủy",
    "thành phố": "Thành ủy",
    "tỉnh": "Tỉnh ủy",
    "xã": "Đảng ủy xã",
    "phường": "Đảng ủy phường",
    "thị trấn": "Đảng ủy thị trấn",
    "đặc khu": "Đảng ủy đặc khu",
}


def unit_type(office: Office) -> str:
    """Return the kind of the unit as running text names it: "huyện"."""
    name = office.unit_name.casefold()
    return next((kind for kind in _PARTY_COMMITTEES if name.startswith(kind)), office.unit_name)


def issuer_name(office: Office) -> str:
    """Return the issuing body as sentences name it."""
    if office.level is UnitLevel.MEMBER_BODY:
        return office.unit_name
    if office.has_committee:
        return f"Ban Chỉ đạo Cuộc vận động {office.unit_name}"
    return f"Ban Thường trực Ủy ban MTTQ Việt Nam {office.unit_name}"


def front_name(office: Office) -> str:
    """Return the body that keeps the ledger and carries the work: the Front, also where a committee issues papers."""
    if office.level is UnitLevel.MEMBER_BODY:
        return office.unit_name
    return f"Ủy ban MTTQ Việt Nam {office.unit_name}"


def plan_symbol(office: Office) -> str:
    """Return what stands behind the number of the office's own plan; it follows the symbol of its reports."""
    kind, _, body = symbol(office).partition("-")
    return f"KH-{body}" if kind == "BC" and body else "KH"


def superior_lines(office: Office) -> tuple[str, ...]:
    """Return block 2, upright: the body above the issuing one."""
    if office.superior_lines:
        return office.superior_lines
    if office.level is UnitLevel.MEMBER_BODY:
        return ()
    return ("ỦY BAN MTTQ VIỆT NAM", office.unit_name.upper())


def issuer_lines(office: Office) -> tuple[str, ...]:
    """Return block 2, bold: the issuing body."""
    if office.issuer_lines:
        return office.issuer_lines
    if office.level is UnitLevel.MEMBER_BODY:
        return (office.unit_name.upper(),)
    if office.has_committee:
        return ("BAN CHỈ ĐẠO CUỘC VẬN ĐỘNG", "“NGƯỜI VIỆT NAM ƯU TIÊN", "DÙNG HÀNG VIỆT NAM”")
    return ("BAN THƯỜNG TRỰC",)


def symbol(office: Office) -> str:
    """Return what stands behind the report's number; a committee has a number series of its own."""
    if office.symbol:
        return office.symbol
    if office.level is UnitLevel.MEMBER_BODY:
        return "BC"
    return "BC-MTTQ-BCĐ" if office.has_committee else "BC-MTTQ-BTT"


def placeholders(office: Office, year: int) -> dict[str, str]:
    """Return the values for the placeholders of a plan's texts."""
    kind = unit_type(office)
    return {
        "province": office.province_name,
        "unit": office.unit_name,
        "unit_type": kind,
        "party_committee": _PARTY_COMMITTEES.get(kind, "cấp ủy"),
        "year": str(year),
        "next_year": str(year + 1),
        "archive": "" if office.level is UnitLevel.MEMBER_BODY else "BTT",
    }
