"""Puts the licence text of everything that the built program holds into one folder, with a page that lists them."""

import html
import json
import shutil
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path, PurePosixPath

PAGE = "giay_phep.html"
"""The list of everything that is in, with links to the texts beside it; the program opens it."""

_ROOT = Path(__file__).resolve().parents[2]
_WORDS = ("licen", "copying", "notice", "authors", "copyright")
_HEAD = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Giấy phép phần mềm</title><link rel="stylesheet" href="../help/help.css"></head><body><main>
<h1>Giấy phép phần mềm</h1>
<p>Sổ Hàng Việt là phần mềm tự do theo <a href="{own}">giấy phép MIT</a>: được dùng, sao chép, sửa và phát
lại không mất tiền. Trong chương trình có phần của những người khác; dưới đây là tên, phiên bản, giấy phép và
toàn văn từng giấy phép (bằng tiếng Anh, đúng như tác giả viết).</p>
<p>Qt, PySide6, shiboken6 và docxtpl được đưa vào nguyên vẹn, thành tệp riêng trong thư mục “_internal”; theo
giấy phép LGPL, người dùng được thay các tệp ấy bằng bản khác.</p>
<table><thead><tr><th>Phần mềm</th><th>Dùng để</th><th>Giấy phép</th><th>Toàn văn</th></tr></thead><tbody>
"""
_FOOT = "</tbody></table></main></body></html>\n"


@dataclass(frozen=True)
class Part:
    """Something that others made and the program ships, as it stands in resources/licences/parts.json.

    Attributes:
        name: Of the package, or what people call it.
        licence: SPDX names, or words where SPDX has none.
        purpose: What the program needs it for, in Vietnamese.
        texts: Files of resources/licences (or "../x/y" of resources) that hold for it beside its own texts.
        only_on: `sys.platform` of the only system that gets it; "" for all.
    """

    name: str
    licence: str
    purpose: str
    texts: tuple[str, ...] = ()
    only_on: str = ""

    @property
    def is_here(self) -> bool:
        """Tell whether the system that runs this gets the part."""
        return self.only_on in ("", sys.platform)


def parts(group: str, source: Path = _ROOT) -> list[Part]:
    """Return the parts of one group ("packages" of the lock file, "others") of the table of `source`."""
    return [
        Part(one["name"], one["licence"], one["for"], tuple(one.get("texts", ())), one.get("only_on", ""))
        for one in _table(source)[group]
    ]


def left_out(source: Path = _ROOT) -> set[str]:
    """Return the packages that the lock file brings for the runtime but that no build ships."""
    return set(_table(source)["left_out"])


def collect(site_packages: Path, target: Path, source: Path = _ROOT) -> Path:
    """Copy every licence text into `target` and list them there; run by the Python that is shipped.

    Args:
        site_packages: Where the packages of the build are installed, with their *.dist-info folders.
        target: The folder that gets the texts, such as `_internal/resources/licences`; other files in it stay.
        source: The root of the project.

    Returns:
        The page that lists everything, `target`/giay_phep.html.

    Raises:
        SystemExit: A part has no text; it is named. Nothing may be shipped without its licence.
    """
    target.mkdir(parents=True, exist_ok=True)
    own = _copy(source / "LICENSE", target / "texts" / "so-hang-viet" / "LICENSE.txt")
    installed = {_plain(one.name): one for one in distributions(path=[str(site_packages)])}
    rows = [_row("Sổ Hàng Việt", "", "MIT", [own], target)]
    for part in parts("packages", source):
        if part.is_here:
            found = installed.get(_plain(part.name))
            if found is None:
                sys.exit(f"{part.name} is in resources/licences/parts.json but not in {site_packages}.")
            name = f"{part.name} {found.version}"
            rows.append(_row(name, part.purpose, part.licence, _texts(part, found, target, source), target))
    rows += [
        _row(part.name, part.purpose, part.licence, _texts(part, None, target, source), target)
        for part in parts("others", source)
    ]
    page = target / PAGE
    head = _HEAD.replace("{own}", own.relative_to(target).as_posix())
    page.write_text(head + "".join(rows) + _FOOT, encoding="utf-8", newline="\n")
    return page


def own_texts(package: Distribution) -> Iterator[PurePosixPath]:
    """Give the licence texts that a package brings in its *.dist-info folder, as paths of its list of files."""
    for file in package.files or ():
        inside = file.parts[0].endswith(".dist-info")
        if inside and any(word in part.lower() for part in file.parts[1:] for word in _WORDS):
            yield file


def _texts(part: Part, package: Distribution | None, target: Path, source: Path) -> list[Path]:
    """Copy what holds for a part; never nothing."""
    folder = target / "texts" / part.name.lower().replace(" ", "-")
    copied = [
        _copy(Path(str(package.locate_file(str(file)))), folder.joinpath(*file.parts[1:]))
        for file in (own_texts(package) if package is not None else ())
        if not file.name.startswith("LicenseRef-Qt-Commercial")  # Qt is used under the LGPL
    ]
    if part.name == "Python":
        copied.append(_copy(_python_licence(), folder / "LICENSE.txt"))
    licences = source / "resources" / "licences"
    copied += [_copy((licences / text).resolve(), folder / PurePosixPath(text).name) for text in part.texts]
    if not copied:
        sys.exit(
            f"No licence text of {part.name}: put one into resources/licences and name it in parts.json."
        )
    return copied


def _python_licence() -> Path:
    """Return the licence of the Python that runs this: on Windows beside python.exe, else beside its modules."""
    for folder in (Path(sys.base_prefix), Path(sysconfig.get_path("stdlib"))):
        if (folder / "LICENSE.txt").is_file():
            return folder / "LICENSE.txt"
    sys.exit(f"This Python ({sys.base_prefix}) has no LICENSE.txt; take the installer of python.org.")


def _row(name: str, purpose: str, licence: str, texts: list[Path], target: Path) -> str:
    links = [
        f'<a href="{html.escape(text.relative_to(target).as_posix())}">{html.escape(text.name)}</a>'
        for text in texts
    ]
    cells = "".join(f"<td>{html.escape(cell)}</td>" for cell in (name, purpose, licence))
    return f"<tr>{cells}<td>{', '.join(links)}</td></tr>\n"


def _copy(text: Path, to: Path) -> Path:
    if not text.is_file():
        sys.exit(f"The licence text {text} is missing.")
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(text, to)
    return to


def _table(source: Path) -> dict[str, list]:
    return json.loads((source / "resources" / "licences" / "parts.json").read_text(encoding="utf-8"))


def _plain(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")
