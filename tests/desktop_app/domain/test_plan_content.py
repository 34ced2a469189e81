from dataclasses import replace

from desktop_app.domain.plan_content import PlanContent, PlannedTask, PlanTexts, differences, with_text

TASK = PlannedTask(
    id="N1", title="Hội nghị", responsible="Mặt trận", partners="", due="Quý II", target="2 cuộc"
)
OTHER = PlannedTask(
    id="N2", title="Phiên chợ", responsible="Phòng Kinh tế", partners="", due="Tháng 9", target=""
)
OLD = PlanContent(
    subject="Triển khai",
    bases=("Căn cứ A",),
    lead="Thực hiện B",
    purposes="- Một",
    requirements="- Hai",
    items=(("Tuyên truyền", "- x"), ("Kiểm tra", "- y")),
    organisation="- Ba",
    tasks=(TASK, OTHER),
)


def test_the_same_content_does_not_differ():
    assert differences(OLD, replace(OLD)) == []


def test_tasks_added_changed_and_dropped_are_told():
    third = replace(OTHER, id="N3", title="Khảo sát", due="Cả năm")
    new = replace(OLD, tasks=(replace(TASK, due="Quý III", partners="Huyện đoàn"), third))
    assert differences(OLD, new) == [
        "Bổ sung nhiệm vụ: Khảo sát (Cả năm)",
        "Điều chỉnh nhiệm vụ “Hội nghị”: phối hợp (trống) → Huyện đoàn; thời gian Quý II → Quý III",
        "Bỏ nhiệm vụ: Phiên chợ (Tháng 9)",
    ]


def test_texts_and_items_are_told():
    new = replace(
        OLD,
        subject="Khác",
        lead="Thực hiện C",
        purposes="- Mới",
        items=(("Kiểm tra", "- z"), ("Khen thưởng", "")),
    )
    assert differences(OLD, new) == [
        "Sửa phần trích yếu",
        "Sửa phần căn cứ ban hành",
        "Sửa phần mục đích",
        "Sửa nội dung: Kiểm tra",
        "Bổ sung nội dung: Khen thưởng",
        "Bỏ nội dung: Tuyên truyền",
    ]
    assert differences(OLD, replace(OLD, requirements="", organisation="")) == [
        "Sửa phần yêu cầu",
        "Sửa phần tổ chức thực hiện",
    ]


def test_a_part_goes_back_to_its_usual_text():
    texts = with_text(PlanTexts(number="5"), "purposes", "Của đơn vị")
    assert (texts.texts, texts.number) == ({"purposes": "Của đơn vị"}, "5")
    assert with_text(texts, "purposes", None).texts == {}
    assert with_text(texts, "purposes", "").texts == {"purposes": ""}, "an emptied part stays empty"
