"""The installer puts, moves and deletes exactly its own files, asks nothing when silent, and knows every name."""

import re
from pathlib import Path, PurePosixPath

import pytest
from packing import icons, installer
from packing.names import Names

ROOT = Path(__file__).parents[3]
SCRIPTS = ROOT / "build_scripts" / "packing"
NAMES = Names.read(ROOT)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "build" / "SoHangViet"
    for name in (
        "SoHangViet.exe",
        "_internal/a.dll",
        "_internal/Qt/plugins/b.dll",
        "_internal/Qt/plugins/hình.txt",
    ):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_bytes(b"x" * 3000)
    return made


@pytest.fixture(scope="module")
def text():
    """Return everything that is written by hand."""
    parts = [SCRIPTS / "installer.nsi", *sorted((SCRIPTS / "nsis").glob("*.nsh"))]
    lines = "\n".join(path.read_text(encoding="utf-8") for path in parts).splitlines()
    return "\n".join(line for line in lines if not line.lstrip().startswith(";"))


def _macro(script, name):
    return re.search(rf"!macro {name}.*?\n(.*?)!macroend", script, re.DOTALL).group(1)


def test_every_file_is_put_moved_and_deleted(folder, tmp_path):
    files = installer.installed_files(folder)
    script = installer.files_script(folder, files, tmp_path)
    windows = [str(file).replace("/", "\\") for file in [*files, installer.LIST]]
    assert len(windows) == 5
    assert re.findall(r'StrCpy \$R0 "(.*)"\n  Call MoveOne', _macro(script, "MoveFiles")) == windows
    assert re.findall(r'Delete "\${ROOT}\\(.*)"', _macro(script, "DeleteFiles")) == windows
    put = _macro(script, "PutFiles")
    assert re.findall(r'File "(.*)"', put) == [str(folder / one) for one in files] + [
        str(tmp_path / installer.LIST.name)
    ]
    assert 'SetOutPath "${ROOT}\\_internal\\Qt\\plugins"' in put


def test_folders_are_made_from_the_top_and_removed_from_the_bottom(folder, tmp_path):
    script = installer.files_script(folder, installer.installed_files(folder), tmp_path)
    below = ["_internal\\Qt\\plugins", "_internal\\Qt", "_internal"]
    assert re.findall(r'RMDir "\${ROOT}\\(.*)"', script) == below
    assert re.findall(r'CreateDirectory "\$INSTDIR\\(.*)"', script) == below[::-1]


def test_the_list_beside_the_program(folder):
    listed = installer.list_text(installer.installed_files(folder)).split("\r\n")
    assert listed == [
        *(
            "SoHangViet.exe",
            "_internal\\Qt\\plugins\\b.dll",
            "_internal\\Qt\\plugins\\hình.txt",
            "_internal\\a.dll",
        ),
        *("_internal\\Qt\\plugins\\", "_internal\\Qt\\", "_internal\\", ""),
    ]


@pytest.mark.parametrize("name", ["a$b.dll", "a`b.dll", "[a].dll", "{a}.dll"])
def test_a_name_that_nsis_would_read_otherwise_stops_the_build(folder, name):
    (folder / name).write_bytes(b"")
    with pytest.raises(SystemExit, match=r"cannot stand in an installer"):
        installer.installed_files(folder)


def test_no_folder_is_ever_removed_with_what_is_in_it(text):
    """The one exception is the folder of the new files, which has a name of its own."""
    assert set(re.findall(r"RMDir\s+/r\s+(.*?)(?:\s;.*)?$", text, re.MULTILINE)) == {'"$INSTDIR\\${FRESH}"'}
    assert '!define FRESH "~dang-cai"' in text


def test_the_data_are_named_and_never_deleted(text):
    deleting = [line for line in text.splitlines() if re.match(r"\s*(Delete|RMDir|Rename)\b", line)]
    assert len(deleting) > 10
    assert [line for line in deleting if "DOCUMENTS" in line or "LOCALAPPDATA" in line] == []
    assert "$DOCUMENTS\\${PRODUCT}" in text
    assert "$LOCALAPPDATA\\${PROGRAM}" in text


def test_a_silent_installer_asks_nothing(text):
    boxes = [line for line in text.splitlines() if "MessageBox" in line]
    assert len(boxes) >= 6
    assert [line for line in boxes if "/SD ID" not in line] == []


def test_each_reason_to_stop_has_a_number_of_its_own(text):
    codes = re.findall(r"SetErrorLevel (\d)", text)
    assert set(codes) == set("2345678")
    explained = re.findall(
        r"\b(\d) [a-zW]", (SCRIPTS / "installer.nsi").read_text(encoding="utf-8").split("Unicode true")[0]
    )
    assert set(explained) >= set(codes) | {"0", "1"}


@pytest.mark.parametrize("amd64", [True, False])
def test_every_name_in_the_scripts_is_defined(folder, tmp_path, text, amd64):
    script = installer.build_script(folder, tmp_path / "out.exe", NAMES, tmp_path, amd64=amd64)
    defined = set(re.findall(r"!define (\w+)", script + text))
    asked = set(re.findall(r"\${([A-Z_]+)}", text))
    # Arguments of macros stand in the same braces.
    arguments = {"ROOT", "TYPE", "WORDS", "ICON", "SUFFIX"}
    assert re.search(r"!ifdef GUIDE.*GUIDE.*!endif", text, re.DOTALL)
    arguments |= {"GUIDE", "NSIS_PACKEDVERSION"}  # only when the page is there; of the compiler
    assert asked - arguments - defined == set()
    assert ("!define AMD64" in script) is amd64
    assert f'!define VERSION "{NAMES.version}"' in script
    assert '!define PRODUCT "Sổ Hàng Việt"' in script
    assert '!define NEEDED_MB "50"' in script  # next to nothing, and what is spare
    assert '!define SIZE_KB "11"' in script


def test_paths_of_the_compiler_are_those_of_windows(text):
    r"""`makensis` of Windows looks for a folder's file behind the last backslash only; that of Linux takes both."""
    paths = re.findall(r"\${(?:SCRIPTS|PICTURES)}(.)", text)
    assert len(paths) > 8
    assert set(paths) == {"\\"}


def test_room_for_what_is_unpacked_twice(folder, tmp_path, text):
    (folder / "_internal" / "large.dll").write_bytes(bytes(3 * 1024**2))
    script = installer.build_script(folder, tmp_path / "out.exe", NAMES, tmp_path, amd64=False)
    assert '!define NEEDED_MB "56"' in script
    assert "AddSize ${SIZE_KB}" in text


def test_the_program_is_not_taken_for_its_own_former_one(text):
    """The same folder may be written in another way than last time: only files tell, and only while they are apart."""
    look = text.index(r'${FileExists} "$Former\${FRESH}\${LIST}"')
    assert text.index("!insertmacro PutFiles") < look < text.index("!insertmacro MoveFiles")
    assert text.index("!insertmacro MoveFiles") < text.index("Call RemoveFormer")


def test_dollars_and_quotes_in_names_stay_what_they_are(folder, tmp_path):
    odd = Names("1.0", "Sổ", 'giá $5 “và” "khác"', "Nhóm", "SoHangViet")
    script = installer.build_script(folder, tmp_path / "out.exe", odd, tmp_path, amd64=False)
    assert '!define DESCRIPTION "giá $$5 “và” $\\"khác$\\""' in script


def test_numbers_of_the_icons(text):
    assert icons.ICONS == ("program", "ledger", "handover")
    assert 'RegisterType "${LEDGER_TYPE}" "${PRODUCT}" 1' in text
    assert 'RegisterType "${HANDOVER_TYPE}" "Tệp bàn giao ${PRODUCT}" 2' in text


def test_what_is_registered_is_forgotten(text):
    made = set(re.findall(r'WriteReg\w+ HKCU "([^"]+)"', text)) | set(
        re.findall(r'RegisterType "(\$[^"]+)"', text)
    )
    gone = " ".join(re.findall(r"(?:DeleteReg\w+ .*|ForgetSuffix .*)", text))
    roots = {"${UNINSTALL_KEY}", "${LEDGER_TYPE}", "${HANDOVER_TYPE}", "${PACKAGE_TYPE}", "${REPLY_TYPE}"}
    roots |= {
        "${LEDGER_SUFFIX}",
        "${HANDOVER_SUFFIX}",
        "SystemFileAssociations\\.zip\\shell\\${PROGRAM}",
        ".json",
    }
    assert [
        key
        for key in sorted(made)
        if "TYPE" not in key and not any(root in key or ".zip" in key for root in roots)
    ] == []
    assert [root for root in sorted(roots) if root not in gone] == []


def test_the_list_is_one_file_more():
    assert PurePosixPath("_internal/tep-da-cai.txt") == installer.LIST
    assert '!define LIST "_internal\\tep-da-cai.txt"' in (SCRIPTS / "installer.nsi").read_text(
        encoding="utf-8"
    )
