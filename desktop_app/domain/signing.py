"""Who signs the office's papers and what stands above the name (NĐ 30/2020/NĐ-CP, Điều 13 and Phụ lục I, ô 7)."""

from collections.abc import Mapping

from desktop_app.domain.records.office import Office, Signing, UnitLevel

_DEPUTY, _STANDING = "PHÓ ", " THƯỜNG TRỰC"
_UNKNOWN_HEAD = "THỦ TRƯỞNG"
_MARKS = {Signing.BY_ORDER: "TL.", Signing.AUTHORISED: "TUQ."}
_OFFICE_CHIEF = "CHÁNH VĂN PHÒNG"

_NO_OFFICE_CHIEF = (
    "Ký thừa lệnh (TL.) chỉ dùng ở cấp tỉnh: Ủy ban MTTQ Việt Nam cấp huyện, cấp xã không có Chánh Văn phòng. "
    "Hãy chọn cách ký khác."
)


def has_committee_seal(office: Office) -> bool:
    """Tell whether the Ban Chỉ đạo issues the papers; a member body always issues its own."""
    return office.has_committee and office.level is not UnitLevel.MEMBER_BODY


def head_title(office: Office, signer_post: str = "") -> str:
    """Return the head's title in capitals: "TRƯỞNG BAN", "CHỦ TỊCH", of a member body what it wrote itself.

    A member body that wrote none is led by the one whose deputy signs: "Phó Giám đốc" stands in for the GIÁM ĐỐC.
    """
    if office.level is not UnitLevel.MEMBER_BODY:
        return "TRƯỞNG BAN" if office.has_committee else "CHỦ TỊCH"
    if office.head_title:
        return office.head_title.upper()
    post = signer_post.upper()
    if post.startswith(_DEPUTY):
        return post.removeprefix(_DEPUTY).removesuffix(_STANDING)
    return post if post and office.signing in (Signing.HEAD, Signing.ACTING) else _UNKNOWN_HEAD


def signer_title(office: Office, signer_post: str = "") -> str:
    """Return the title of the one who signs in capitals, "" where only the office can say it (TUQ.)."""
    if office.signing in (Signing.HEAD, Signing.ACTING):
        head = head_title(office, signer_post)
        return head.removeprefix("Q. ").removeprefix("QUYỀN ") if office.signing is Signing.ACTING else head
    if office.signer_title:
        return office.signer_title.upper()
    if office.level is UnitLevel.MEMBER_BODY:
        return signer_post.upper()
    if office.signing is Signing.DEPUTY:
        return f"{_DEPUTY}TRƯỞNG BAN{_STANDING}" if office.has_committee else f"{_DEPUTY}CHỦ TỊCH"
    return _OFFICE_CHIEF if office.signing is Signing.BY_ORDER else ""


def authority_lines(office: Office, signer_post: str) -> tuple[str, ...]:
    """Return the lines above the signature (ô 7a).

    Args:
        office: whose paper it is, with its way of signing.
        signer_post: of the signer in the agency; the title itself where a member body says no other.

    A collective body is signed for with TM.; TL. and TUQ. stand before the head's title and need no TM.
    """
    head, own = head_title(office, signer_post), signer_title(office, signer_post)
    if office.signing in _MARKS:
        return tuple(filter(None, (f"{_MARKS[office.signing]} {head}", own)))
    body: tuple[str, ...] = ()
    if office.level is not UnitLevel.MEMBER_BODY:
        body = ("TM. BAN CHỈ ĐẠO",) if office.has_committee else ("TM. BAN THƯỜNG TRỰC",)
    if office.signing is Signing.DEPUTY:
        # The short form leaves out whom the deputy stands in for; a body without TM. would then hide it.
        stand_in = () if office.short_signing and body else (f"KT. {head}",)
        return (*body, *stand_in, own or f"{_DEPUTY}{head}")
    return (*body, f"Q. {own}" if office.signing is Signing.ACTING else own)


def other_post(office: Office, signer_post: str) -> str:
    """Return the signer's post in the agency, printed with the name when a committee signs (ô 7b).

    Above the name it stands in capitals as titles do, below as in running text (plan of Bình Thuận).
    """
    if not has_committee_seal(office):
        return ""
    return signer_post.upper() if office.post_above_name else signer_post


def signing_problems(office: Office) -> Mapping[str, str]:
    """Return why the office cannot sign so: field -> sentence; nothing when it can."""
    signing, own = office.signing, signer_title(office, office.signer_post)
    if signing is Signing.BY_ORDER and office.level in (UnitLevel.DISTRICT, UnitLevel.COMMUNE):
        return {"signing": _NO_OFFICE_CHIEF}
    if signing is Signing.AUTHORISED and not own:
        return {"signer_title": "Ký thừa ủy quyền (TUQ.) phải ghi chức danh của người được ủy quyền."}
    if signing is Signing.BY_ORDER and office.level is UnitLevel.MEMBER_BODY and not own:
        return {"signer_title": "Ký thừa lệnh (TL.) phải ghi chức danh của người ký, ví dụ Chánh Văn phòng."}
    if signing in (Signing.HEAD, Signing.ACTING):
        return {}
    head = head_title(office, office.signer_post)
    # "Trưởng Ban Phong trào" may sign by order for the Trưởng Ban, but no deputy is called like the head.
    if own and (own.startswith(head) if signing is Signing.DEPUTY else own == head):
        sentence = (
            f"“{own}” là chức danh của cấp trưởng; người ký thay, ký thừa lệnh phải ghi chức danh khác."
        )
        return {"signer_title": sentence}
    if signing is Signing.DEPUTY and office.signer_title and not own.startswith(_DEPUTY):
        return {"signer_title": "Người ký thay (KT.) là cấp phó; chức danh bắt đầu bằng chữ “Phó”."}
    return {}
