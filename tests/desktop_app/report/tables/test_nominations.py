"""The list of nominations: name, post and unit only, in the order of a decision."""

from desktop_app.domain.records.awards import AwardLevel, Honorific, NomineeType
from desktop_app.report.tables.nominations import nominations_table
from tests.records import SECRETS, nominee


def test_nominees_are_ordered_by_kind_level_and_named_fully():
    people = [
        nominee("Cá nhân", id="1", honorific=Honorific.MR, position="Bí thư", unit="Chi bộ 2"),
        nominee("Doanh nghiệp", id="2", nominee_type=NomineeType.ENTERPRISE, honorific=Honorific.MR),
        nominee("Hộ", id="3", nominee_type=NomineeType.HOUSEHOLD),
        nominee("Tập thể", id="4", nominee_type=NomineeType.COLLECTIVE, unit="Xã"),
    ]
    rows = nominations_table(people).rows
    assert [row[1] for row in rows] == ["Tập thể", "Hộ", "Doanh nghiệp", "Ông Cá nhân"]
    assert [row[0] for row in rows] == [1, 2, 3, 4]
    assert rows[3][3] == "Bí thư, Chi bộ 2"
    assert rows[0][3] == "Xã"
    assert rows[3][2] == "Cá nhân"


def test_higher_levels_stand_first():
    levels = [AwardLevel.COMMUNE, AwardLevel.DISTRICT, AwardLevel.PROVINCE, AwardLevel.CENTRAL]
    rows = nominations_table(
        [nominee(str(level), award_level=level, honorific=Honorific.NONE) for level in levels]
    ).rows
    assert [row[1] for row in rows] == ["central", "province", "district", "commune"]


def test_the_list_holds_no_personal_value():
    table = nominations_table([nominee(achievement="Vận động 45 hộ")])
    assert not [one for one in SECRETS if one in repr(table)]
