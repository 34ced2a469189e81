"""Proves the built program in an empty Windows: installed, used, upgraded, uninstalled, carried on a stick."""

import shutil
from pathlib import Path

from wine import proof_files, proof_job, proof_starting, proof_stick, windows_python
from wine.machine import Machine
from wine.prefix import Prefix
from wine.products import Products
from wine.proof_desk import Desk
from wine.proof_installing import (
    RUNNING_CODE,
    Installed,
    setup_by_windows,
    size_mb,
    uninstall_by_windows,
    untouched,
)
from wine.proof_record import Record, check

VIETNAMESE_FOLDER = r"C:\Công cụ văn phòng\Sổ Hàng Việt của Đào"

_INSTALLER_MB, _DISK_MB, _START_SECONDS, _INSTALL_SECONDS = 60, 200, 1.0, 30
"""What issue 5 demands at most."""


def prove(machine: Machine, products: Products, out: Path) -> int:
    """Prove what was built; return 0 if all holds, 1 if a step failed (it is named).

    Args:
        machine: The open room; the proof makes its own screens and prefixes in it.
        products: What was built.
        out: The folder that gets the pictures and proof.json.
    """
    shutil.rmtree(out, ignore_errors=True)
    record = Record(out / "proof.json", products.names.version)
    prefix = machine.prefix("proof", fresh=True)
    handed = _in_the_room(machine, products)
    python = windows_python.program(machine.work / "python")
    with machine.screen() as screen:
        desk = Desk(machine, prefix, screen, python, out)
        try:
            ledger = _installed(desk, handed, record)
            _upgraded(desk, handed, record, ledger)
            with record.step("portable folder on a stick"):
                proof_stick.prove(desk, handed)
        except Exception as error:  # Whatever goes wrong is told with a picture, and is a failed proof.
            desk.picture("failed")
            print(f"The proof failed at: {record.failed} ({type(error).__name__}: {error})\nSee {out}")
        finally:
            prefix.stop()
    record.write()
    print(record.table())
    for words in record.exceeded():
        print(f"   TOO MUCH: {words}")
    return 1 if record.failed or record.exceeded() else 0


def _in_the_room(machine: Machine, products: Products) -> Products:
    """Copy the files into the work folder: the room sees nothing else."""
    folder = machine.work / "proved"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    installer, portable, older = (
        Path(shutil.copy(path, folder)) for path in (products.installer, products.portable, products.older)
    )
    return Products(products.names, products.folder, portable, installer, older, products.older_names)


def _installed(desk: Desk, products: Products, record: Record) -> Path:
    """Install into a folder with Vietnamese letters, use, uninstall; return the ledger that was made."""
    installed = Installed(desk.prefix, products.names, VIETNAMESE_FOLDER)
    with record.step("silent installation into a folder with Vietnamese letters"):
        code, seconds = installed.install(products.installer, named=True)
        check(code == 0, f"the installer ends with 0, not {code}")
        installed.check_there()
        record.measure("installer", products.installer.stat().st_size / 1e6, _INSTALLER_MB, "MB")
        record.measure("on disk", size_mb(installed.exe.parent), _DISK_MB, "MB")
        record.measure("silent installation", seconds, _INSTALL_SECONDS, "s")
    with record.step("the program's own test"):
        folder = desk.prefix.documents / "Tự kiểm tra"
        record.measure(
            "checks of the self-test", proof_starting.self_test(desk, installed.exe, folder), None, ""
        )
        shutil.rmtree(folder)
    with record.step("first start from the Start menu, a new ledger"):
        proof_starting.start_by_link(desk, installed.link, proof_job.WIZARD)
        ledger = proof_job.make_ledger(desk)
    with record.step("activities and a nomination by mouse and keyboard"):
        proof_job.enter_records(desk, ledger)
    with record.step("report checked and exported"):
        report = proof_job.export(desk, ledger)
    with record.step("exported files read back"):
        proof_files.check_report(report, proof_job.REPORT_WORDS)
    with record.step("second start brings the first window forward"):
        proof_starting.second_start(desk, installed.exe)
    with record.step("refused to uninstall while running"):
        with untouched(installed.exe.parent):
            check(installed.refuses_uninstalling(), "the uninstaller says that the program is running")
        proof_job.close(desk)
    with record.step("double click on the ledger"):
        proof_starting.double_click(desk, ledger)
        desk.picture("opened_by_double_click")
        proof_job.close(desk)
    with record.step("warm start"):
        times = proof_starting.measure(desk, installed.exe, _START_SECONDS)
        record.measure("warm start to window", times.shown, _START_SECONDS, "s")
        record.measure("warm start to painted page", times.painted, None, "s")
        record.measure("the same, an empty window of Python and Qt", times.empty, None, "s")
    with record.step("uninstalled, data still there"), untouched(desk.prefix.documents):
        uninstall_by_windows(desk, installed)
        _check_data(desk.prefix, ledger)
    return ledger


def _upgraded(desk: Desk, products: Products, record: Record, ledger: Path) -> None:
    """Install an older version at the usual place, upgrade it, uninstall it."""
    older = Installed(desk.prefix, products.older_names)
    newer = Installed(desk.prefix, products.names)
    with record.step(f"older version {older.names.version} at the usual place"):
        code, _ = older.install(products.older, named=False)
        check(code == 0, f"the installer ends with 0, not {code}")
        older.check_there()
        proof_starting.start_by_link(desk, older.link, proof_job.MAIN)
        desk.find("Tổng quan", "text", proof_job.MAIN)
    with record.step("upgrade refused while the program runs"):
        with untouched(older.exe.parent):
            code, _ = newer.install(products.installer, named=False)
        check(code == RUNNING_CODE, f"the installer ends with {RUNNING_CODE}, not {code}")
        older.check_there()
    with record.step("upgrade by the installer's windows"), untouched(ledger.parent / "Báo cáo"):
        setup_by_windows(desk, products.installer, products.names.product)
        newer.check_there()
        _check_data(desk.prefix, ledger)
    with record.step("the new version opens the ledger of the last time"):
        desk.screen.wait_for(proof_job.MAIN, 60)
        desk.find("Tổng quan", "text", proof_job.MAIN)
        desk.picture("upgraded")
        proof_job.close(desk)
    with record.step("silently uninstalled, data still there"), untouched(desk.prefix.documents):
        newer.uninstall()
        _check_data(desk.prefix, ledger)


def _check_data(prefix: Prefix, ledger: Path) -> None:
    titles = {row["title"] for row in proof_files.rows(ledger, "activities")}
    check(titles == {proof_job.MARKET, proof_job.MEETING}, f"the ledger holds what was typed: {titles}")
    check(list((ledger.parent / "Báo cáo").glob("*/BaoCao.pdf")), "the report is there")
    check((prefix.local_data / "SoHangViet" / "window.json").is_file(), "the settings are there")
