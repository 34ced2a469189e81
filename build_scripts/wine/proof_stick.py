"""Proves the portable folder: unpacked on a stick, data beside it, moved to another place, the ledger found again."""

import json
import shutil
import zipfile
from pathlib import Path

from packing import names as known

from wine import proof_files
from wine.products import Products
from wine.proof_desk import Desk
from wine.proof_job import MAIN, WIZARD, close
from wine.proof_record import check


def prove(desk: Desk, products: Products) -> None:
    """Unpack, use, move and use again.

    Raises:
        ProofError: Something is not as it must be.
    """
    names = products.names
    stick = desk.prefix.drive_c / "Thẻ nhớ của Đào"
    shutil.rmtree(stick, ignore_errors=True)
    with zipfile.ZipFile(products.portable) as packed:
        check({Path(name).parts[0] for name in packed.namelist()} == {names.program}, "one folder is inside")
        packed.extractall(stick)
    folder = stick / names.program
    check((folder / known.MARKER).is_file(), "the marker is there")
    elsewhere = desk.prefix.local_data / names.program
    shutil.rmtree(elsewhere, ignore_errors=True)
    desk.prefix.start([str(folder / names.exe)], desk.screen)
    desk.screen.wait_for(WIZARD, 60)
    desk.click("Dùng thử với dữ liệu mẫu", "button", WIZARD)
    desk.screen.wait_for(MAIN, 120)
    desk.find("Tổng quan", "text", MAIN)
    desk.picture("portable")
    close(desk)
    (ledger,) = (folder / "Sổ").glob(f"*{known.LEDGER_SUFFIX}")
    check(len(proof_files.rows(ledger, "activities")) > 0, "the sample is in the ledger")
    settings = json.loads((folder / "Du lieu" / "window.json").read_text(encoding="utf-8"))
    check(settings["last_ledger"] == f"Sổ/{ledger.name}", f"the ledger is remembered: {settings}")
    check(not elsewhere.exists(), f"nothing is written to {elsewhere}")
    moved = desk.prefix.drive_c / "Máy khác" / "Chương trình"
    moved.parent.mkdir(exist_ok=True)
    shutil.rmtree(moved, ignore_errors=True)
    folder.rename(moved)
    desk.prefix.start([str(moved / names.exe)], desk.screen)
    desk.screen.wait_for(MAIN, 60)
    desk.find("Tổng quan", "text", MAIN)
    desk.picture("portable_moved")
    close(desk)
    check(not stick.joinpath(names.program).exists(), "nothing is written to where it was")
