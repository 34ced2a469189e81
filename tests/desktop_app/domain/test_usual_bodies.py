"""The bodies that are usually asked follow from the posts of the committee's members and from the lower units."""

from datetime import date

import pytest

from desktop_app.domain.records.reported_figures import BodyKind
from desktop_app.domain.records.steering_committee import CommitteeMember
from desktop_app.domain.records.subunits import Subunit
from desktop_app.domain.usual_bodies import agency_of, kind_of_body, usual_bodies

DAY = date(2023, 11, 20)


@pytest.mark.parametrize(
    ("position", "agency"),
    [
        ("Chủ tịch Hội Liên hiệp Phụ nữ huyện", "Hội Liên hiệp Phụ nữ huyện"),
        ("Phó Chủ tịch UBND huyện", "UBND huyện"),
        ("Trưởng phòng Kinh tế và Hạ tầng huyện", "Phòng Kinh tế và Hạ tầng huyện"),
        ("Phó Trưởng ban Dân vận Huyện ủy", "Ban Dân vận Huyện ủy"),
        ("Ủy viên Ban Thường vụ, Trưởng ban Tuyên giáo Huyện ủy", "Ban Tuyên giáo Huyện ủy"),
        ("Bí thư Huyện đoàn", "Huyện đoàn"),
        ("Đội trưởng Đội Quản lý thị trường số 2", "Đội Quản lý thị trường số 2"),
        ("Chánh Văn phòng HĐND và UBND huyện", "Văn phòng HĐND và UBND huyện"),
        ("Phó chánh Văn phòng Huyện ủy", "Văn phòng Huyện ủy"),
        ("Trưởng Công an huyện", "Công an huyện"),
        ("Chuyên viên", ""),
        ("", ""),
    ],
)
def test_a_post_names_its_agency(position, agency):
    assert agency_of(position) == agency


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Hội Nông dân huyện", BodyKind.MASS_ORGANIZATION),
        ("Huyện đoàn", BodyKind.MASS_ORGANIZATION),
        ("Liên đoàn Lao động huyện", BodyKind.MASS_ORGANIZATION),
        ("Đội Quản lý thị trường số 2", BodyKind.MARKET_CONTROL),
        ("Xã La Dạ", BodyKind.COMMUNE),
        ("Công ty TNHH Thanh Long", BodyKind.ENTERPRISE),
        ("Phòng Kinh tế", BodyKind.DEPARTMENT),
        ("Hội đồng nhân dân huyện", BodyKind.DEPARTMENT),
    ],
)
def test_a_name_tells_the_kind(name, kind):
    assert kind_of_body(name) is kind


def test_bodies_are_offered_once_and_only_while_they_exist():
    members = [
        CommitteeMember(full_name="A", position="Chủ tịch Hội Nông dân huyện"),
        CommitteeMember(full_name="B", position="Phó Chủ tịch Hội Nông dân huyện"),
        CommitteeMember(full_name="C", position="Chủ tịch Ủy ban MTTQ Việt Nam huyện"),
        CommitteeMember(full_name="D", position="Bí thư Huyện đoàn", valid_to=date(2022, 1, 1)),
        CommitteeMember(full_name="E", position="Trưởng phòng Kinh tế"),
    ]
    units = [Subunit(name="Xã La Dạ"), Subunit(name="Xã Cũ", valid_to=date(2019, 12, 31))]
    found = usual_bodies(members, units, ["phòng kinh tế"], DAY)
    assert [one.name for one in found] == ["Hội Nông dân huyện", "Xã La Dạ"]


def test_the_sample_offers_the_other_bodies_of_its_committee(sample):
    known = [one.body for one in sample.register("reported_figures").all()]
    found = usual_bodies(
        sample.register("steering_committee").all(), sample.register("subunits").all(), known, DAY
    )
    names = [one.name for one in found]
    assert "Phòng Tài chính - Kế hoạch huyện" in names
    assert "Thị trấn Ma Lâm" in names
    assert "Hội Nông dân huyện" not in names
