"""Points of sale, products, models, purchases: what holds at the end of the period."""

from datetime import date

import pytest

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.models import CampaignModel
from desktop_app.domain.records.ocop_products import OcopProduct, ProductKind
from desktop_app.domain.records.points_of_sale import PointOfSale
from desktop_app.domain.records.procurement import Procurement
from desktop_app.report.figures import PeriodRecords
from desktop_app.report.tables.goods import (
    models_table,
    points_of_sale_table,
    procurement_table,
    products_table,
)

YEAR = ReportPeriod(2023, "", date(2023, 1, 1), date(2023, 11, 30))


def records(**registers):
    return PeriodRecords(YEAR, (), (), (), registers)


def test_closed_points_of_sale_are_not_listed():
    points = [
        PointOfSale(name="Mở", address="Chợ Ma Lâm", commune="Thị trấn Ma Lâm", opened_on=date(2020, 9, 2)),
        PointOfSale(name="Đóng", closed_on=date(2023, 5, 1)),
        PointOfSale(name="Chưa rõ ngày"),
    ]
    rows = points_of_sale_table(records(points_of_sale=points)).rows
    assert [(row[1], row[2], row[6]) for row in rows] == [
        ("Mở", "Chợ Ma Lâm, thị trấn Ma Lâm", 2020),
        ("Chưa rõ ngày", "", None),
    ]


def test_products_stand_by_stars_and_other_products_apart():
    products = [
        OcopProduct(name="Ba sao", stars=3, recognized_on=date(2022, 1, 5), decision_number="7/QĐ-UBND",
                    recognized_by="UBND huyện", owner="HTX A", expires_on=date(2025, 1, 5)),
        OcopProduct(name="Bốn sao", stars=4),
        OcopProduct(name="Hết hạn", stars=5, expires_on=date(2023, 11, 30)),
    ]  # fmt: skip
    table = products_table(records(ocop_products=products))
    assert table.title == "Sản phẩm OCOP"
    assert [(row[0], row[1], row[4]) for row in table.rows] == [(1, "Bốn sao", 4), (2, "Ba sao", 3)]
    assert table.rows[1][2] == "HTX A"
    assert table.rows[1][5] == "7/QĐ-UBND ngày 05/01/2022 của UBND huyện"
    both = products_table(
        records(ocop_products=[*products, OcopProduct(name="Nước mắm", kind=ProductKind.SPECIALTY)])
    )
    assert [(row[0], row[1]) for row in both.rows] == [
        (None, "Sản phẩm OCOP"),
        (1, "Bốn sao"),
        (2, "Ba sao"),
        (None, "Sản phẩm chủ lực, đặc trưng, làng nghề"),
        (1, "Nước mắm"),
    ]
    assert both.bold_rows == {0, 3}


def test_models_that_ended_are_not_listed():
    models = [
        CampaignModel(name="Còn", started_on=date(2022, 3, 8), unit="Hội", place="Xã A", description="Cách làm.",
                      result="Kết quả."),
        CampaignModel(name="Hết", ended_on=date(2023, 1, 1)),
    ]  # fmt: skip
    (row,) = models_table(records(models=models)).rows
    assert (row[1], row[3], row[4], row[6]) == ("Còn", "Hội, xã A", 2022, "Cách làm. Kết quả.")


@pytest.mark.parametrize(
    ("unit", "place", "printed"),
    [
        (
            "Ủy ban MTTQ Việt Nam thị trấn Phú Long",
            "Thị trấn Phú Long",
            "Ủy ban MTTQ Việt Nam thị trấn Phú Long",
        ),
        ("Hội Nông dân", "Phường 7", "Hội Nông dân, Phường 7"),
        ("Hội Nông dân", "Thành phố Hồ Chí Minh", "Hội Nông dân, Thành phố Hồ Chí Minh"),
        ("Hội Nông dân", "", "Hội Nông dân"),
        ("", "Xã A", "Xã A"),
    ],
)
def test_a_place_behind_a_unit_is_said_once_and_small_unless_it_is_a_name(unit, place, printed):
    [row] = models_table(records(models=[CampaignModel(name="Mô hình", unit=unit, place=place)])).rows
    assert row[3] == printed


def test_purchases_are_in_millions_with_their_share():
    bought = [
        Procurement(unit="A", goods="Bàn ghế", total_vnd=200_000_000, vietnamese_vnd=150_000_000),
        Procurement(unit="B", total_vnd=100_500_000, vietnamese_vnd=100_500_000, local_vnd=1),
        Procurement(unit="C"),
    ]
    table = procurement_table(records(procurement=bought))
    assert table.rows[0][2:6] == ("Bàn ghế", 200.0, 150.0, 75.0)
    assert table.rows[1][2] == "Tài sản, trang thiết bị"
    assert table.rows[2][3:] == (None, None, None, None)
    assert table.rows[3][:5] == (None, "Cộng", "", 300.5, 250.5)
    assert table.unit_note == "ĐVT: triệu đồng"
    assert procurement_table(records()).rows == []
