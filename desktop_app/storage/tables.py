"""The tables of all registers, by name; a new register is one entry here."""

from collections.abc import Mapping
from typing import Any

from desktop_app.storage import (
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
from desktop_app.storage.register_store import RegisterTable

_MODULES = (
    tasks,
    activities,
    reported_figures,
    procurement,
    points_of_sale,
    ocop_products,
    enterprises,
    models,
    awards,
    documents,
    steering_committee,
    subunits,
    funds,
)

TABLES: Mapping[str, RegisterTable[Any]] = {one.TABLE.register.name: one.TABLE for one in _MODULES}
