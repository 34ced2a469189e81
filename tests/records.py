"""Records to test with, and a look at the raw file."""

import sqlite3
from datetime import date

from desktop_app.domain.records.activities import Activity
from desktop_app.domain.records.awards import AwardNomination, Gender, Honorific, NomineeType
from desktop_app.domain.records.office import Office

OFFICE = Office(
    unit_code="60.597",
    unit_name="huyện Hàm Thuận Bắc",
    short_name="Hàm Thuận Bắc",
    province_name="tỉnh Bình Thuận",
    place_name="Hàm Thuận Bắc",
    signer_name="Nguyễn Thị Đào",
    signer_post="Chủ tịch Ủy ban MTTQ Việt Nam huyện Hàm Thuận Bắc",
    recipient_email="mattran-tinh@example.invalid",
)

PERSONAL = {
    "date_of_birth": date(1979, 5, 28),
    "gender": Gender.FEMALE,
    "national_id": "060179004321",
    "phone": "0987650001",
    "address": "Xóm Trên Suối Kín",
}
SECRETS = ("060179004321", "0987650001", "Xóm Trên Suối Kín", "xom tren suoi kin", "1979-05-28", "28/05/1979")
"""How the personal values of `nominee` would look if they stood where they must not."""


def activity(title="Phiên chợ hàng Việt", **values):
    return Activity(**{"title": title, "date_start": date(2023, 5, 20), **values})


def nominee(name="Nguyễn Thị Thu Ấm", **values):
    usual = {
        "nominee_type": NomineeType.INDIVIDUAL,
        "honorific": Honorific.MRS,
        "nominated_on": date(2023, 10, 15),
        **PERSONAL,
    }
    return AwardNomination(**{"name": name, **usual, **values})


def raw(path, sql, *parameters):
    """Read the file beside the program."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql, parameters).fetchall()
    finally:
        connection.close()


def change_raw(path, sql, *parameters):
    """Change the file behind the program's back."""
    connection = sqlite3.connect(path)
    try:
        with connection:
            connection.execute(sql, parameters)
    finally:
        connection.close()


def whole_text(path, but=()):
    """Return everything that any table of the file holds, as one text."""
    names = [name for (name,) in raw(path, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    assert "history" in names
    rows = [row for name in names if name not in but for row in raw(path, f'SELECT * FROM "{name}"')]
    return "\n".join(
        cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell)
        for row in rows
        for cell in row
    )
