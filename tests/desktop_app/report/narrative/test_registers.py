"""Each register in sentences: what is there is told once, what is not there is not told."""

from datetime import date

import pytest

from desktop_app.domain.periods import usual_period
from desktop_app.domain.records.activities import (
    CaseKind,
    ConsumerCase,
    FollowUp,
    FundGroup,
    FundLine,
    InspectedUnit,
    Recommendation,
)
from desktop_app.domain.records.awards import AwardStatus
from desktop_app.domain.records.documents import Direction, Document
from desktop_app.domain.records.enterprises import Enterprise, Support, SupportKind
from desktop_app.domain.records.funds import FundEntry, FundKind
from desktop_app.domain.records.models import CampaignModel, ModelKind
from desktop_app.domain.records.ocop_products import OcopProduct, ProductKind
from desktop_app.domain.records.points_of_sale import OutletKind, PointOfSale
from desktop_app.domain.records.procurement import Procurement, ProcurementKind
from desktop_app.domain.records.reported_figures import ReportedFigures
from desktop_app.domain.records.steering_committee import (
    CommitteeBody,
    CommitteeMember,
    CommitteeRole,
    MemberChange,
)
from desktop_app.domain.records.subunits import CommitteeStatus, Subunit
from desktop_app.domain.records.tasks import DueKind, Task, TaskStatus
from tests.desktop_app.report.narrative.material import suggested
from tests.records import activity, nominee

DAY = date(2023, 3, 1)


def document(doc_type="Kế hoạch", **values):
    usual = {
        "abstract": "Triển khai Cuộc vận động",
        "issued_on": date(2023, 2, 21),
        "number": "05",
        "symbol": "KH-MTTQ-BCĐ",
        "issuer": "Ban Chỉ đạo",
    }
    return Document(doc_type=doc_type, **{**usual, **values})


def member(name="Trần Thị Mỹ Ái", **values):
    return CommitteeMember(full_name=name, **{"valid_from": DAY, **values})


def money(amount, group=FundGroup.STATE_BUDGET, source="Ngân sách huyện", **values):
    return FundLine(source=source, group=group, amount_vnd=amount, **values)


# I.1


def test_documents_are_counted_by_kind_and_the_weighty_ones_named():
    papers = [
        document(),
        document("Công văn", number="41", symbol="MTTQ-BTT"),
        document("Công văn", number="42", symbol="MTTQ-BTT"),
        document("Giấy mời", number="47"),
        document("Báo cáo", is_period_report=True),
        document("Chỉ thị", direction=Direction.INCOMING),
        document("Chỉ thị", direction=Direction.BASIS),
    ]
    assert suggested(documents=papers)["leadership_documents"] == (
        "Trong năm 2023, đã ban hành 03 văn bản (02 công văn và 01 kế hoạch) để chỉ đạo, triển khai thực hiện "
        "Cuộc vận động. Trong đó có Kế hoạch số 05/KH-MTTQ-BCĐ ngày 21/02/2023 của Ban Chỉ đạo về triển khai "
        "Cuộc vận động. Đã tiếp nhận 01 văn bản chỉ đạo, hướng dẫn, phối hợp."
    )


def test_documents_of_one_kind_are_counted_once():
    text = suggested(documents=[document("Thông báo")])["leadership_documents"]
    assert text.startswith("Trong năm 2023, đã ban hành 01 thông báo để chỉ đạo")


def test_a_document_without_number_or_issuer_is_named_by_what_is_known():
    paper = document(number="", symbol="", issuer="", abstract="Về việc kiểm tra")
    assert (
        "Trong đó có Kế hoạch ngày 21/02/2023 về kiểm tra."
        in suggested(documents=[paper])["leadership_documents"]
    )


def test_meetings_and_due_tasks_are_told():
    tasks = [
        Task(title="Một", due_on=DAY, status=status)
        for status in (TaskStatus.DONE, TaskStatus.DONE, TaskStatus.OPEN, TaskStatus.CANCELLED)
    ]
    text = suggested(activity(figures={"committee_meetings": 4}), tasks=tasks)["leadership_documents"]
    assert text.split("\n") == [
        "Đã tổ chức 04 cuộc họp Ban Chỉ đạo.",
        "Trong 03 nhiệm vụ đến hạn của kế hoạch, đã hoàn thành 02 và chưa thực hiện 01 nhiệm vụ.",
    ]
    assert (
        suggested(tasks=tasks[:2])["leadership_documents"]
        == "Đã hoàn thành toàn bộ 02 nhiệm vụ đến hạn của kế hoạch."
    )


# I.2


def test_the_committee_is_told_with_decision_head_and_changes():
    decision = {"decision_number": "1187-QĐ/HU", "decision_date": date(2023, 2, 28), "decided_by": "Huyện ủy"}
    people = [
        member(
            role=CommitteeRole.HEAD, position="Chủ tịch Mặt trận huyện", duty="Phụ trách chung", **decision
        ),
        member("B", change=MemberChange.REPLACEMENT, duty="Tuyên truyền", **decision),
        member("C", change=MemberChange.ADDITION, **decision),
        member("Đã thôi", valid_from=date(2020, 1, 1), valid_to=date(2023, 2, 27)),
        member("E", body=CommitteeBody.SUPPORT_TEAM),
    ]
    assert suggested(steering_committee=people)["leadership_committee"] == (
        "Ban Chỉ đạo được kiện toàn theo Quyết định số 1187-QĐ/HU ngày 28/02/2023 của Huyện ủy, gồm 03 thành viên, "
        "do đồng chí Trần Thị Mỹ Ái - Chủ tịch Mặt trận huyện làm Trưởng ban. "
        "Trong kỳ, đã bổ sung 01 thành viên và thay thế 01 thành viên. "
        "Đã phân công nhiệm vụ cụ thể cho 02/03 thành viên. Tổ giúp việc Ban Chỉ đạo gồm 01 thành viên."
    )


def test_an_older_decision_is_no_change_of_this_year():
    one = member(decision_number="1", decision_date=date(2021, 5, 5), valid_from=date(2021, 5, 5))
    text = suggested(steering_committee=[one])["leadership_committee"]
    assert text == "Ban Chỉ đạo hoạt động theo Quyết định số 1 ngày 05/5/2021, gồm 01 thành viên."


def test_lower_units_are_counted_against_all_and_the_lacking_ones_named():
    having = {"committee_status": CommitteeStatus.COMMITTEE, "established_on": DAY}
    units = [
        Subunit(name="Xã A", plan_issued=True, **having),
        Subunit(name="Thị trấn B", **having),
        Subunit(name="Xã C"),
        Subunit(name="Xã D", valid_to=date(2022, 1, 1)),
    ]
    texts = suggested(activity(), subunits=units)
    assert texts["leadership_committee"] == (
        "Đến hết kỳ báo cáo, 02/03 xã, thị trấn có Ban Chỉ đạo hoặc bộ phận phụ trách; "
        "01/03 xã, thị trấn đã ban hành kế hoạch năm 2023."
    )
    assert (
        "Còn 01/03 xã, thị trấn chưa có Ban Chỉ đạo hoặc bộ phận phụ trách (xã C)."
        in texts["assessment_weaknesses"]
    )
    other = suggested(subunits=[Subunit(name="Tổ 5", **having)])["leadership_committee"]
    assert other.startswith("Đến hết kỳ báo cáo, 01/01 đơn vị cấp dưới có")


# I.3


def test_inspections_are_told_with_findings_and_follow_up():
    one = activity(
        figures={"campaign_inspections": 1, "units_inspected": 2},
        inspected=(
            InspectedUnit(unit="Xã A", finding="Chưa kiện toàn."),
            InspectedUnit(unit="Xã B", finding="Chưa kiện toàn"),
        ),
        recommendations=(
            Recommendation(text="Một", status=FollowUp.DONE),
            Recommendation(text="Hai", status=FollowUp.DONE),
            Recommendation(text="Ba"),
        ),
        cases=(ConsumerCase(matter="Hàng giả", kind=CaseKind.TIP), ConsumerCase(matter="Khiếu nại")),
    )
    texts = suggested(one)
    assert texts["leadership_inspections"].split("\n") == [
        "Đã tiến hành 01 cuộc kiểm tra việc triển khai Cuộc vận động tại 02 đơn vị. "
        "Các đơn vị được kiểm tra gồm xã A và xã B. Kết quả kiểm tra, giám sát tại xã A và xã B: chưa kiện toàn.",
        "Đã theo dõi 03 kiến nghị sau kiểm tra, giám sát, trong đó 02 kiến nghị đã được thực hiện và "
        "01 kiến nghị chưa được thực hiện. "
        "Đã tiếp nhận 01 tin báo của Nhân dân về hàng giả, hàng kém chất lượng, chưa được xử lý.",
    ]
    assert "Còn 01/03 kiến nghị sau kiểm tra, giám sát chưa được thực hiện." in texts["assessment_weaknesses"]


def test_units_are_not_listed_when_the_figure_says_more():
    one = activity(figures={"units_inspected": 5}, inspected=(InspectedUnit(unit="Xã A"),))
    assert suggested(one)["leadership_inspections"] == "Đã kiểm tra, giám sát tại 05 đơn vị."


def test_bodies_that_were_asked_and_have_answered_are_counted():
    def body(name, **values):
        return ReportedFigures(body=name, period_to=DAY, **values)

    asked = [body("A", asked_on=DAY, answered_on=DAY, figures={"gifts": 1}), body("B", asked_on=DAY)]
    assert suggested(reported_figures=asked)["leadership_inspections"] == (
        "Đã đề nghị 02 cơ quan, đơn vị cung cấp số liệu; 01 đơn vị đã gửi, 01 đơn vị chưa gửi."
    )
    assert (
        "Đã có 01 cơ quan, đơn vị gửi số liệu báo cáo."
        in suggested(reported_figures=asked[:1])["leadership_inspections"]
    )


# I.4


def test_money_is_told_by_group_and_source_and_beside_the_plan():
    one = activity(
        funds=(
            money(30_000_000),
            money(15_500_000, source="Ngân sách tỉnh"),
            money(12_000_000, FundGroup.SOCIALISED, "Xã hội hóa"),
            money(180_000_000, FundGroup.SOCIALISED, "Hiện vật ủng hộ", in_kind=True),
            money(5_000_000, FundGroup.OTHER, "Kinh phí của Hội"),
        )
    )
    plan = FundEntry(purpose="Cả năm", entered_on=DAY, kind=FundKind.PLANNED, amount_vnd=485_000_000)
    assert suggested(one, funds=[plan])["leadership_funds"] == (
        "Tổng kinh phí thực hiện Cuộc vận động trong năm 2023 là 242,5 triệu đồng, gồm: "
        "ngân sách nhà nước 45,5 triệu đồng (ngân sách huyện 30 triệu đồng; ngân sách tỉnh 15,5 triệu đồng); "
        "nguồn xã hội hóa 192 triệu đồng (bằng tiền 12 triệu đồng và hiện vật trị giá 180 triệu đồng); "
        "nguồn khác 5 triệu đồng (kinh phí của Hội). "
        "Kinh phí dự toán là 485 triệu đồng; thực hiện bằng 50% dự toán."
    )


@pytest.mark.parametrize(
    ("period", "told"),
    [
        (usual_period(2023, "6T"), "Kinh phí dự toán năm 2023 là 40 triệu đồng; thực hiện bằng 50% dự toán."),
        (usual_period(2023, "GD"), "Kinh phí dự toán được ghi trong kỳ là 40 triệu đồng."),
        (usual_period(2023, "Q2"), "Kinh phí dự toán được ghi trong kỳ là 40 triệu đồng."),
    ],
)
def test_money_is_set_beside_a_plan_of_the_same_days_only(period, told):
    plan = FundEntry(purpose="Cả năm", entered_on=DAY, kind=FundKind.PLANNED, amount_vnd=40_000_000)
    spent = activity(funds=(money(20_000_000),))
    assert suggested(spent, period=period, funds=[plan])["leadership_funds"].endswith(told)


def test_a_single_source_is_no_rest():
    lines = [money(one * 1_000_000, source=f"Nguồn {one}") for one in range(1, 6)]
    text = suggested(activity(funds=tuple(lines)))["leadership_funds"]
    assert "nguồn 1 1 triệu đồng" in text
    assert "còn lại" not in text
    lines.append(money(6_000_000, source="Nguồn 6"))
    assert "các nguồn còn lại 3 triệu đồng" in suggested(activity(funds=tuple(lines)))["leadership_funds"]


def test_goods_alone_and_a_plan_alone():
    gift = activity(funds=(money(1_000_000, FundGroup.SOCIALISED, "", in_kind=True),))
    assert "nguồn xã hội hóa 1 triệu đồng (bằng hiện vật)." in suggested(gift)["leadership_funds"]
    plan = FundEntry(purpose="Cả năm", entered_on=DAY, amount_vnd=2_000_000)
    assert suggested(funds=[plan])["leadership_funds"] == "Kinh phí dự toán là 2 triệu đồng."
    assert "leadership_funds" not in suggested(activity())


# II


def test_purchases_are_told_with_their_share():
    bought = [
        Procurement(
            unit="A", period_from=DAY, total_vnd=200_000_000, vietnamese_vnd=150_000_000, local_vnd=50_000_000
        ),
        Procurement(
            unit="B",
            period_from=DAY,
            kind=ProcurementKind.GIFTS,
            total_vnd=10_000_000,
            vietnamese_vnd=10_000_000,
            gift_count=20,
        ),
        Procurement(unit="C", period_from=DAY, total_vnd=99_000_000),
    ]
    assert suggested(procurement=bought)["II.3"] == (
        "Tổng giá trị mua sắm của các cơ quan, đơn vị là 210 triệu đồng, trong đó hàng Việt Nam 160 triệu đồng, "
        "chiếm 76,2%; hàng sản xuất trong tỉnh 50 triệu đồng. "
        "Đã sử dụng hàng Việt Nam làm 20 phần quà biếu, quà tặng trị giá 10 triệu đồng."
    )


def test_enterprises_outlets_and_products_are_told_together():
    firm = Enterprise(
        name="HTX A",
        signed_commitment_on=DAY,
        supports=(
            Support(given_on=DAY, kind=SupportKind.TRAINING, amount_vnd=3_000_000),
            Support(given_on=date(2022, 1, 1), kind=SupportKind.CAPITAL),
        ),
    )
    outlets = [
        PointOfSale(name="Điểm A", commune="Xã A", opened_on=DAY),
        PointOfSale(name="Điểm B", kind=OutletKind.MARKET, opened_on=date(2020, 1, 1)),
        PointOfSale(name="Đã đóng", opened_on=date(2020, 1, 1), closed_on=DAY),
    ]
    products = [
        OcopProduct(
            name="Thanh long", stars=4, recognized_on=DAY, expires_on=date(2026, 3, 1), on_ecommerce=True
        ),
        OcopProduct(name="Hết hạn", stars=3, recognized_on=date(2019, 3, 1), expires_on=date(2022, 3, 1)),
        OcopProduct(name="Nón", kind=ProductKind.CRAFT),
    ]
    text = suggested(enterprises=[firm], points_of_sale=outlets, ocop_products=products)["II.5"]
    assert text == (
        "Qua theo dõi, đã có 01 lượt hỗ trợ cho 01 doanh nghiệp, hợp tác xã, cơ sở "
        "(đào tạo, tập huấn 01 lượt), tổng giá trị hỗ trợ 3 triệu đồng. "
        "Có 01 doanh nghiệp, hợp tác xã, cơ sở ký cam kết bảo vệ quyền lợi người tiêu dùng. "
        "Trong kỳ, đã mở mới 01 điểm bán hàng Việt Nam: Điểm A tại xã A. "
        "Đến hết kỳ báo cáo, có 02 điểm bán hàng Việt Nam đang hoạt động, gồm 01 điểm “Tự hào hàng Việt Nam” và "
        "01 điểm bán hàng Việt tại chợ. "
        "Trong kỳ, có 01 sản phẩm OCOP được công nhận 4 sao: Thanh long. "
        "Đến hết kỳ báo cáo, có 01 sản phẩm OCOP còn hiệu lực công nhận 4 sao; "
        "01 sản phẩm đã lên sàn thương mại điện tử. "
        "Danh mục sản phẩm của địa phương còn có 01 sản phẩm làng nghề."
    )


def test_models_are_told_without_a_second_number():
    models = [
        CampaignModel(
            name="Tổ tiêu dùng thông minh", unit="Hội Phụ nữ xã A", started_on=DAY, participants=30
        ),
        CampaignModel(name="Câu lạc bộ hàng Việt", started_on=date(2020, 1, 1), is_replicated=True),
        CampaignModel(name="Đã dừng", started_on=date(2020, 1, 1), ended_on=DAY),
        CampaignModel(name="Hợp tác xã B", kind=ModelKind.GOOD_EXAMPLE, started_on=DAY),
    ]
    assert suggested(models=models)["II.4"] == (
        "Đến hết kỳ báo cáo, có 02 mô hình được duy trì. Đã xây dựng mới 01 mô hình và nhân rộng 01 mô hình. "
        "Tiêu biểu là mô hình “Tổ tiêu dùng thông minh” của Hội Phụ nữ xã A (30 người tham gia); câu lạc bộ hàng Việt. "
        "Có 01 điển hình được ghi nhận: Hợp tác xã B."
    )
    with_figure = suggested(activity(figures={"models_maintained": 6}), models=models)["II.4"]
    assert with_figure.startswith("Đã xây dựng mới")


def test_nominations_and_decisions_are_told_apart():
    decided = nominee(status=AwardStatus.DECIDED, award_form="Giấy khen", reward_vnd=500_000)
    texts = suggested(
        activity(plan_items=("II.8",), content_code="C8"),
        nominations=[nominee(), nominee(status=AwardStatus.DECIDED), nominee(status=AwardStatus.WITHDRAWN)],
        decisions=[decided],
    )
    assert texts["II.8"].split("\n")[-1] == (
        "Đã đề nghị khen thưởng 02 cá nhân. "
        "Đã có quyết định khen thưởng 01 cá nhân (01 giấy khen), tiền thưởng 500.000 đồng."
    )


# III, IV, V


def test_strengths_name_the_figures_that_stand_out():
    text = suggested(activity(content_code="C1", figures={"conferences": 2, "attendees": 90, "banners": 5}))
    assert text["assessment_strengths"] == (
        "Trong năm 2023, Ban Chỉ đạo Cuộc vận động huyện Hàm Thuận Bắc đã triển khai 01 hoạt động thuộc 01 nhóm nội "
        "dung của Cuộc vận động. Đã tổ chức 02 hội nghị, cuộc tuyên truyền với 90 lượt người tham dự."
    )
    assert "nhóm nội dung" not in suggested(activity())["assessment_strengths"]


def test_difficulties_and_causes_are_told_once_and_apart():
    texts = suggested(
        activity(difficulties="Đường xa. Do mưa kéo dài.", plan_items=("II.1",)),
        activity(difficulties="đường xa.", plan_items=("II.1",)),
        activity(difficulties="Sức mua thấp do dịch. Do đó ít người đến"),
    )
    assert texts["assessment_weaknesses"] == "Đường xa.\nSức mua thấp do dịch. Do đó ít người đến."
    assert texts["assessment_causes"] == "Do mưa kéo dài."


def test_idle_items_and_late_tasks_are_weaknesses():
    busy = [activity(plan_items=(f"II.{n}",)) for n in range(1, 8)]
    late = Task(title="Mở điểm bán", due_on=DAY)
    text = suggested(*busy, tasks=[late])["assessment_weaknesses"]
    assert text == (
        "Trong kỳ chưa có hoạt động thuộc 01 nội dung của kế hoạch: biểu dương, khen thưởng các cá nhân, tập thể "
        "tích cực hưởng ứng tham gia thực hiện Cuộc vận động. "
        "Còn 01 nhiệm vụ của kế hoạch chậm so với thời hạn: mở điểm bán."
    )


@pytest.mark.parametrize(
    ("kind", "due"),
    [
        (DueKind.DAY, "thời hạn: 31/03/2024"),
        (DueKind.MONTH, "hoàn thành trong tháng 3/2024"),
        (DueKind.QUARTER, "hoàn thành trong quý I năm 2024"),
        (DueKind.YEAR, "thực hiện trong năm 2024"),
    ],
)
def test_the_tasks_to_come_follow_the_plan(kind, due):
    task = Task(title="Mở điểm bán", due_on=date(2024, 3, 31), due_kind=kind, responsible="Phòng A")
    gone = Task(title="Bỏ", due_on=date(2024, 3, 31), status=TaskStatus.CANCELLED)
    lines = suggested(upcoming=[task, gone])["next_tasks"].split("\n")
    assert lines[0] == (
        "Năm 2024, Ban Chỉ đạo Cuộc vận động huyện Hàm Thuận Bắc tập trung thực hiện các nhiệm vụ sau:"
    )
    assert lines[1] == "- Tiếp tục đẩy mạnh công tác tuyên truyền thực hiện Cuộc vận động."
    assert lines[2] == "- Tăng cường hoạt động kiểm tra, kiểm soát thị trường."
    assert lines[6] == (
        "- Tiếp tục đưa hàng Việt về nông thôn, vùng đồng bào dân tộc thiểu số, miền núi, hải đảo."
    )
    assert lines[9:] == [f"- Mở điểm bán (chủ trì: Phòng A; {due})."]


def test_proposals_go_to_the_body_that_they_name():
    texts = suggested(
        activity(proposals="Thêm kinh phí. Đề nghị Bộ Công Thương hỗ trợ tỉnh."),
        activity(proposals="thêm kinh phí.\nĐề nghị cấp ủy quan tâm cán bộ cơ sở"),
        activity(proposals="Kiến nghị Sở Công Thương mở thêm điểm bán tại các xã."),
    )
    assert texts["proposals_province"].split("\n") == [
        "Đề nghị thêm kinh phí.",
        "Kiến nghị Sở Công Thương mở thêm điểm bán tại các xã.",
    ]
    assert texts["proposals_central"] == "Đề nghị Bộ Công Thương hỗ trợ tỉnh."
    assert texts["proposals_local"] == "Đề nghị cấp ủy quan tâm cán bộ cơ sở."
