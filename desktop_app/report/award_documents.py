"""The four papers of an award dossier as data: Tờ trình, list, minutes, achievement reports (product row D9).

What the ledger does not know stays a dotted line for the hand; nothing is made up.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain import office_wording
from desktop_app.domain.award_names import addressee, authority_name, usual_bases
from desktop_app.domain.office_setup import with_drafter
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.award_folder import AwardFolder
from desktop_app.domain.records.awards import AwardNomination
from desktop_app.domain.records.office import Office, UnitLevel
from desktop_app.report.model import Identity, Report, Signature
from desktop_app.report.official import SignPlace
from desktop_app.report.signatures import signature

PROPOSAL, MINUTES = "TTr", "BB"


@dataclass(frozen=True)
class DossierSource:
    """Everything the papers of one dossier are made of.

    Attributes:
        nominations: with their personal values.
    """

    office: Office
    plan: Plan
    folder: AwardFolder
    nominations: Sequence[AwardNomination]

    @property
    def issuer(self) -> str:
        """The issuing body in running text."""
        return office_wording.issuer_name(self.office)

    @property
    def authority(self) -> str:
        """The deciding authority in full."""
        level = self.nominations[0].award_level
        return authority_name(self.folder.authority, level, self.office)

    @property
    def addressee(self) -> str:
        """To whom the Tờ trình usually goes."""
        return addressee(self.folder.authority, self.nominations[0].award_level, self.office)

    @property
    def bases(self) -> tuple[str, ...]:
        """What stands behind "Căn cứ"."""
        return self.folder.bases or usual_bases(self.folder, self.plan, self.office)


def front(
    source: DossierSource,
    kind: str,
    subject: Sequence[str],
    *,
    symbol: str = "",
    number: str = "",
    addressees: tuple[str, ...] = (),
    recipients: tuple[str, ...] = (),
) -> Report:
    """Return the words around a paper of the office; `symbol` is the kind in the number ("TTr")."""
    office = source.office
    return Report(
        identity=Identity(office.unit_code, office.unit_name, source.folder.year),
        superior_lines=office_wording.superior_lines(office),
        issuer_lines=office_wording.issuer_lines(office),
        issuer_name=source.issuer,
        symbol=paper_symbol(office, symbol),
        place_name=office.place_name,
        subject="\n".join(subject),
        addressees=addressees,
        lead=(),
        sections=(),
        closing="",
        recipients=recipients,
        signature=Signature(()),
        number=number,
        issued_on=source.folder.issued_on if symbol == PROPOSAL else None,
        kind_name=kind,
    )


def paper_symbol(office: Office, kind: str) -> str:
    """Return the symbol of another kind of paper: "TTr-MTTQ-BCĐ" where reports have "BC-MTTQ-BCĐ"."""
    usual = office_wording.symbol(office)
    return f"{kind}{usual.removeprefix('BC')}" if usual.startswith("BC") else f"{kind}-{usual}"


def signing(office: Office) -> SignPlace:
    """Return who signs for the office."""
    signer = signature(office)
    return SignPlace(signer.authority_lines, "", signer.name, signer.post, signer.post_above)


def archive(office: Office) -> str:
    """Return the last line of Nơi nhận."""
    kept = "Lưu: VT"
    if office.level is not UnitLevel.MEMBER_BODY:
        kept = "Lưu: VT, BCĐ" if office.has_committee else "Lưu: VT, BTT"
    return with_drafter((kept,), office.drafter_mark)[0]
