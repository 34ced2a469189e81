"""The registers of the program: the record and the words of each. A new register is one entry here."""

from collections.abc import Mapping
from typing import Any

from desktop_app.domain.labels import (
    activities,
    awards,
    documents,
    enterprises,
    funds,
    models,
    ocop_products,
    points_of_sale,
    procurement,
    reported_figures,
    steering_committee,
    subunits,
    tasks,
)
from desktop_app.domain.records.activities import Activity
from desktop_app.domain.records.awards import AwardNomination
from desktop_app.domain.records.documents import Document
from desktop_app.domain.records.enterprises import Enterprise
from desktop_app.domain.records.funds import FundEntry
from desktop_app.domain.records.models import CampaignModel
from desktop_app.domain.records.ocop_products import OcopProduct
from desktop_app.domain.records.points_of_sale import PointOfSale
from desktop_app.domain.records.procurement import Procurement
from desktop_app.domain.records.reported_figures import ReportedFigures
from desktop_app.domain.records.steering_committee import CommitteeMember
from desktop_app.domain.records.subunits import Subunit
from desktop_app.domain.records.tasks import Task
from desktop_app.domain.rules import Register

TASKS = Register("tasks", Task, "title", "due_on", tasks.WORDS)
ACTIVITIES = Register("activities", Activity, "title", "date_start", activities.WORDS)
REPORTED_FIGURES = Register("reported_figures", ReportedFigures, "body", "period_to", reported_figures.WORDS)
PROCUREMENT = Register("procurement", Procurement, "unit", "period_from", procurement.WORDS)
POINTS_OF_SALE = Register("points_of_sale", PointOfSale, "name", "", points_of_sale.WORDS)
OCOP_PRODUCTS = Register("ocop_products", OcopProduct, "name", "", ocop_products.WORDS)
ENTERPRISES = Register("enterprises", Enterprise, "name", "", enterprises.WORDS)
MODELS = Register("models", CampaignModel, "name", "", models.WORDS)
AWARDS = Register("awards", AwardNomination, "name", "nominated_on", awards.WORDS)
DOCUMENTS = Register("documents", Document, "abstract", "issued_on", documents.WORDS)
STEERING_COMMITTEE = Register(
    "steering_committee", CommitteeMember, "full_name", "", steering_committee.WORDS
)
SUBUNITS = Register("subunits", Subunit, "name", "", subunits.WORDS)
FUNDS = Register("funds", FundEntry, "purpose", "entered_on", funds.WORDS)

_ALL: tuple[Register[Any], ...] = (
    TASKS,
    ACTIVITIES,
    REPORTED_FIGURES,
    PROCUREMENT,
    POINTS_OF_SALE,
    OCOP_PRODUCTS,
    ENTERPRISES,
    MODELS,
    AWARDS,
    DOCUMENTS,
    STEERING_COMMITTEE,
    SUBUNITS,
    FUNDS,
)

REGISTERS: Mapping[str, Register[Any]] = {one.name: one for one in _ALL}
"""All registers by their names, in the order of the navigation."""
