"""The door: what the window and the commands use of a ledger."""

from desktop_app.ledger.door import Clock as Clock
from desktop_app.ledger.door import Ledger as Ledger
from desktop_app.ledger.making import create_ledger as create_ledger
from desktop_app.ledger.making import create_sample_ledger as create_sample_ledger
from desktop_app.ledger.making import open_ledger as open_ledger
from desktop_app.ledger.making import system_clock as system_clock
