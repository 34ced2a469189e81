"""Nothing is shipped without its licence: the table follows the lock file, and every part has its text."""

import json
import re
import tomllib
from importlib.metadata import distributions
from pathlib import Path
from urllib.parse import unquote

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packing import licences, pruning

ROOT = Path(__file__).parents[3]
SITE = Path(pytest.__file__).parents[1]
INSTALLED = {canonicalize_name(one.name): one for one in distributions(path=[str(SITE)])}
WINDOWS = {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "extra": ""}


def runtime_packages() -> set[str]:
    """Every package that the program needs on Windows, found by walking what each one requires."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [Requirement(line) for line in project["dependencies"]]
    found = set()
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        if name in found or (wanted.marker is not None and not wanted.marker.evaluate(WINDOWS)):
            continue
        found.add(name)
        if name in INSTALLED:
            waiting += [Requirement(line) for line in INSTALLED[name].requires or ()]
    return found


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    folder = tmp_path_factory.mktemp("giấy phép") / "licences"
    licences.collect(SITE, folder)
    return folder


def test_the_table_names_every_runtime_package_and_no_other():
    named = {part.name for part in licences.parts("packages")}
    assert named - {"pyinstaller"} == runtime_packages() - licences.left_out()


def test_what_is_left_out_is_really_required_by_something():
    assert licences.left_out() <= runtime_packages()


def test_the_build_leaves_out_just_what_the_table_does():
    """A module that PyInstaller does not follow is not shipped; its licence would say that it is."""
    excluded = {canonicalize_name(name) for name in pruning.EXCLUDED_MODULES}
    assert licences.left_out() <= excluded
    assert not excluded & {part.name for part in licences.parts("packages")} - {"pyinstaller"}


def test_every_part_has_a_text_of_some_length(collected):
    here = [part for part in licences.parts("packages") if part.is_here] + licences.parts("others")
    for part in here:
        folder = collected / "texts" / part.name.lower().replace(" ", "-")
        texts = [file for file in folder.rglob("*") if file.is_file()]
        assert sum(len(file.read_bytes()) for file in texts) > 500, part.name


def test_the_page_lists_everything_and_its_links_lead_to_files(collected):
    page = (collected / licences.PAGE).read_text(encoding="utf-8")
    for part in licences.parts("packages"):
        assert (f"<td>{part.name} " in page) == part.is_here
    links = re.findall(r'<a href="([^"]+)"', page)
    assert len(links) > 30
    assert [link for link in links if not (collected / unquote(link)).is_file()] == []


def test_no_text_of_a_package_is_forgotten(collected):
    for name in ("pillow", "lxml", "pypdfium2", "pyrage"):
        copied = {file.name for file in (collected / "texts" / name).rglob("*")}
        assert {Path(str(file)).name for file in licences.own_texts(INSTALLED[name])} <= copied


def test_a_part_without_a_text_stops_the_build(tmp_path):
    source = tmp_path / "source"
    (source / "resources" / "licences").mkdir(parents=True)
    (source / "LICENSE").write_text("MIT", encoding="utf-8")
    table = {"packages": [], "left_out": [], "others": [{"name": "Gì đó", "licence": "?", "for": "?"}]}
    path = source / "resources" / "licences" / "parts.json"
    path.write_text(json.dumps(table), encoding="utf-8")
    with pytest.raises(SystemExit, match="Gì đó"):
        licences.collect(SITE, tmp_path / "out", source)


def test_a_package_that_is_not_installed_stops_the_build(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(SystemExit, match=licences.parts("packages")[0].name):
        licences.collect(tmp_path / "empty", tmp_path / "out")


@pytest.mark.parametrize("name", ["pyrage", "python-calamine"])
def test_the_crates_of_compiled_packages_are_named_with_their_licences(name):
    told = (ROOT / "resources" / "licences" / "rust-parts.txt").read_text(encoding="utf-8")
    [bill] = [file for file in INSTALLED[name].files or () if file.name.endswith(".cyclonedx.json")]
    components = json.loads(bill.locate().read_text(encoding="utf-8"))["components"]
    assert components
    missing = [one["name"] for one in components if f"- {one['name']} {one['version']}:" not in told]
    assert missing == []


def test_the_table_for_readers_names_the_same_parts():
    readme = (ROOT / "resources" / "licences" / "README.md").read_text(encoding="utf-8").lower()
    for part in [*licences.parts("packages"), *licences.parts("others")]:
        assert part.name.lower() in readme.replace("_", "-"), part.name
