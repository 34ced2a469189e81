"""The papers of an award dossier, read back from Word: what they say, and what they must not say."""

from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT

from desktop_app.domain.award_names import addressee, authority_name
from desktop_app.domain.award_report_forms import load_report_forms
from desktop_app.domain.records.award_folder import AwardMeeting
from desktop_app.domain.records.awards import AwardLevel, NomineeType
from desktop_app.domain.records.office import UnitLevel
from desktop_app.exchange.sample import load_sample
from desktop_app.report import award_wording as words
from desktop_app.report.award_achievement import achievement_report
from desktop_app.report.award_documents import paper_symbol
from desktop_app.report.award_minutes import minutes
from desktop_app.report.award_proposal import nominee_list, proposal
from tests.desktop_app.report.award_dossier import CHAIR, FRONT, dossier, text_of, written

DOTS = "………"


def test_the_letter_says_who_asks_whom_for_what(tmp_path):
    text = text_of(proposal(dossier()), tmp_path)
    assert "Số: 15/TTr-MTTQ-BCĐ" in text
    assert "Hàm Thuận Bắc, ngày 25 tháng 10 năm 2023" in text
    assert "TỜ TRÌNH" in text
    assert "Kính gửi: Chủ tịch Ủy ban nhân dân huyện Hàm Thuận Bắc" in text
    assert "tặng Giấy khen cho 01 tập thể, 01 cơ sở kinh doanh và 02 cá nhân có thành tích xuất sắc" in text
    assert "- Ông K’ Văn Đoàn, Trưởng Ban Công tác Mặt trận, Khu dân cư số 1, xã La Dạ;" in text
    assert "- Phòng Kinh tế và Hạ tầng huyện, thị trấn Ma Lâm;" in text
    assert "xem xét, quyết định./." in text
    assert "TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN" in text
    assert "- Lưu: VT, BCĐ." in text


def test_bases_follow_the_day_and_end_like_a_list(tmp_path):
    bases = [one for one in text_of(proposal(dossier()), tmp_path).split("\n") if one.startswith("Căn cứ")]
    assert any("91/2017/NĐ-CP" in one for one in bases)
    assert [one[-1] for one in bases] == [*";" * (len(bases) - 1), "."]
    later = text_of(proposal(dossier(issued_on=date(2025, 10, 25))), tmp_path)
    assert "Nghị định số 152/2025/NĐ-CP" in later
    assert "91/2017" not in later
    own = text_of(proposal(dossier(bases=("Quy chế khen thưởng của huyện",))), tmp_path)
    assert "Căn cứ Quy chế khen thưởng của huyện." in own
    assert "Luật Thi đua" not in own


def test_bases_are_italic_in_a_style_of_their_own(tmp_path):
    word = Document(str(written(proposal(dossier()), tmp_path)))
    bases = [one for one in word.paragraphs if one.text.startswith("Căn cứ")]
    assert {one.style.name for one in bases} == {"Căn cứ ban hành"}
    assert bases[0].style.font.italic


def test_several_forms_are_asked_for_one_after_the_other_the_highest_first(tmp_path):
    source = dossier(FRONT)
    text = text_of(proposal(source), tmp_path)
    assert "tặng Giấy khen, biểu dương đối với 01 tập thể, 01 hộ gia đình và 02 cá nhân" in text
    first, second = text.index("1. Tặng Giấy khen: "), text.index("2. Biểu dương: 01 cá nhân")
    assert first < second
    assert "Kính gửi: Ban Thường trực Ủy ban MTTQ Việt Nam huyện Hàm Thuận Bắc" in text
    assert "xã Hàm Phú, xã Hàm Phú" not in text


def test_a_long_list_is_only_counted_in_the_letter(tmp_path):
    source = dossier()
    many = [replace(source.nominations[0], id=str(n), name=f"Tập thể số {n}") for n in range(20)]
    text = text_of(proposal(replace(source, nominations=many)), tmp_path)
    assert "Tập thể số 3" not in text
    assert "20 tập thể" in text


def test_what_is_not_known_stays_dotted(tmp_path):
    source = dossier(number="", issued_on=None, meeting=AwardMeeting())
    letter, record = text_of(proposal(source), tmp_path), text_of(minutes(source), tmp_path)
    assert "Số:        /TTr-MTTQ-BCĐ" in letter
    assert f"Biên bản họp xét khen thưởng ngày {DOTS} tháng {DOTS} năm 2023" in letter
    assert f"Thời gian bắt đầu: {DOTS} giờ {DOTS}" in record
    assert "Địa điểm: \n" in record or "Địa điểm:\n" in record
    assert "None" not in letter + record


def test_the_list_has_the_recommended_columns_and_order(tmp_path):
    word = Document(str(written(nominee_list(dossier()), tmp_path)))
    assert word.sections[0].orientation == WD_ORIENT.LANDSCAPE
    rows = [[cell.text for cell in row.cells] for row in word.tables[0].rows]
    assert rows[0] == [
        "TT", "Danh xưng", "Họ và tên/Tên tập thể", "Năm sinh", "Chức vụ, đơn vị/địa chỉ", "Tóm tắt thành tích",
        "Hình thức đề nghị", "Nội dung ghi trên bằng", "Đã được khen", "Ghi chú",
    ]  # fmt: skip
    assert [row[2] for row in rows[1:]] == [
        "TẬP THỂ (01)", "Phòng Kinh tế và Hạ tầng huyện",
        "CƠ SỞ KINH DOANH (01)", "Cửa hàng Hàng Việt Ma Lâm Mới",
        "CÁ NHÂN (02)", "K’ Văn Đoàn", "Lê Thị Hồng Ửng",
    ]  # fmt: skip
    assert rows[6][1:4] == ["Ông", "K’ Văn Đoàn", "1985"]
    assert rows[7][8] == "Giấy khen của Chủ tịch UBND huyện (năm 2022)"
    texts = [one.text for one in word.paragraphs]
    assert any(
        one.startswith("(Kèm theo Tờ trình số 15/TTr-MTTQ-BCĐ ngày 25 tháng 10 năm 2023") for one in texts
    )


def test_no_paper_but_the_report_of_the_person_has_more_than_the_year_of_birth(tmp_path):
    source = dossier()
    for document in (proposal(source), nominee_list(source), minutes(source)):
        text = text_of(document, tmp_path)
        for one in source.nominations:
            if one.national_id:
                assert one.national_id not in text
                assert f"{one.date_of_birth:%d/%m/%Y}" not in text


def test_the_number_of_the_id_card_is_in_no_paper(tmp_path):
    source = dossier()
    for place, one in enumerate(source.nominations):
        document = achievement_report(source, one, place)
        assert not one.national_id or one.national_id not in text_of(document, tmp_path)
        assert document.file_name.isascii()


def test_the_minutes_tell_the_meeting_and_the_votes(tmp_path):
    path = written(minutes(dossier()), tmp_path)
    word = Document(str(path))
    text = text_of(minutes(dossier()), tmp_path)
    assert "Thời gian bắt đầu: 08 giờ 00, ngày 20 tháng 10 năm 2023." in text
    assert "1. Chủ trì: Ông Trần Văn Bình, Trưởng Ban Chỉ đạo." in text
    assert "3. Có mặt: 14/15 thành viên." in text
    assert "- Ông Nguyễn Văn An;\n- Bà Phạm Thị Bé." in text
    assert "Cuộc họp kết thúc vào 10 giờ 30, ngày 20 tháng 10 năm 2023." in text
    assert "THƯ KÝ" in text
    assert "\nTrần Văn Bình" in text
    assert "Hàm Thuận Bắc, ngày" not in text, "minutes have no line of place and date"
    votes = next(one for one in word.tables if one.rows[0].cells[0].text == "TT")
    assert [cell.text for cell in votes.rows[4].cells][1:] == [
        "Bà Lê Thị Hồng Ửng", "Chuyên viên, Phòng Kinh tế và Hạ tầng huyện", "Giấy khen", "14/15", "12/14",
    ]  # fmt: skip


def test_votes_that_differ_or_lack_are_not_summed_up(tmp_path):
    source = dossier()
    bare = replace(source, nominations=[replace(one, votes=None) for one in source.nominations])
    text = text_of(minutes(bare), tmp_path)
    assert "thành viên." not in text
    assert "3. Có mặt:" in text


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (NomineeType.INDIVIDUAL, ("2. Ngày, tháng, năm sinh: 12/04/1979", "NGƯỜI BÁO CÁO", "Tôi cam đoan")),
        (NomineeType.COLLECTIVE, ("1. Tên tập thể:", "NGƯỜI ĐỨNG ĐẦU TẬP THỂ", "XÁC NHẬN CỦA CẤP")),
        (NomineeType.ENTERPRISE, ("Thực hiện nghĩa vụ thuế", "ĐẠI DIỆN DOANH NGHIỆP")),
        (NomineeType.HOUSEHOLD, ("2. Chủ hộ: Trần Đình Ước", "CHỦ HỘ", "Gia đình tôi cam đoan")),
    ],
)
def test_each_kind_of_nominee_reports_in_its_own_form(tmp_path, kind, expected):
    one = next(award for award in load_sample().records["awards"] if award.nominee_type is kind)
    source = replace(dossier(), nominations=[one])
    text = text_of(achievement_report(source, one, 1), tmp_path)
    for part in ("BÁO CÁO THÀNH TÍCH", "I. THÔNG TIN CHUNG", one.achievement, *expected):
        assert part in text
    assert load_report_forms()[kind].sections


def test_blank_lines_are_tabs_with_dots_never_typed(tmp_path):
    source = dossier()
    path = written(achievement_report(source, source.nominations[0], 1), tmp_path)
    xml = Document(str(path)).element.xml
    assert 'w:leader="dot"' in xml
    assert "......" not in xml


def test_signatures_stand_together_with_the_text_before_them(tmp_path):
    for document in (proposal(dossier()), minutes(dossier())):
        body = Document(str(written(document, tmp_path))).element.body
        last_table = body.findall("{*}tbl")[-1]
        before = last_table.getprevious()
        assert "keepNext" in before.xml
        assert "keepNext" in before.getprevious().xml


def test_the_same_dossier_gives_the_same_bytes(tmp_path):
    (tmp_path / "b").mkdir()
    first = written(proposal(dossier()), tmp_path).read_bytes()
    assert first == written(proposal(dossier()), tmp_path / "b").read_bytes()


def test_authorities_are_completed_by_what_the_office_says_itself():
    office = dossier().office
    assert authority_name("Chủ tịch UBND tỉnh", AwardLevel.PROVINCE, office) == (
        "Chủ tịch Ủy ban nhân dân tỉnh Bình Thuận"
    )
    assert authority_name(CHAIR, AwardLevel.DISTRICT, office).endswith("huyện Hàm Thuận Bắc")
    assert authority_name("Chủ tịch UBND tỉnh Lâm Đồng", AwardLevel.PROVINCE, office).endswith(
        "tỉnh Lâm Đồng"
    )
    assert authority_name("Thủ tướng Chính phủ", AwardLevel.CENTRAL, office) == "Thủ tướng Chính phủ"
    assert addressee(FRONT, AwardLevel.DISTRICT, office).startswith("Ban Thường trực Ủy ban MTTQ")


def test_the_symbol_follows_the_office():
    office = dossier().office
    assert paper_symbol(office, "BB") == "BB-MTTQ-BCĐ"
    assert paper_symbol(replace(office, has_committee=False), "TTr") == "TTr-MTTQ-BTT"
    own = replace(office, level=UnitLevel.MEMBER_BODY, symbol="BC-SCT")
    assert paper_symbol(own, "TTr") == "TTr-SCT"


def test_counts_and_verbs_read_as_written_by_hand():
    source = dossier(FRONT)
    assert words.counts(source.nominations) == "01 tập thể, 01 hộ gia đình và 02 cá nhân"
    assert words.counts(source.nominations[:1]) == "01 tập thể"
    assert words.givings(source.nominations) == "tặng Giấy khen, biểu dương"
