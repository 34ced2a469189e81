; The installer for the current user, in Vietnamese; installer.py writes what it includes and calls makensis.
;
; Exit codes (they matter with /S; the uninstaller gives them only when it is started with _?=FOLDER):
;   0 done                          5 the folder cannot be used
;   1 cancelled by the user         6 files could not be written
;   2 the program is running        7 another installer or uninstaller is at work
;   3 Windows is too old            8 a newer version is installed
;   4 not enough free space
;
; Nothing is touched with 2 to 5, 7 and 8. New files are put beside the old ones first and take their place only when all
; are there. What an older version had put is deleted by its own list; nothing else in the folder ever is.

Unicode true
!ifdef AMD64
Target amd64-unicode
!endif
SetCompressor /SOLID lzma
SetCompressorDictSize 32
RequestExecutionLevel user
ManifestDPIAware true
ManifestLongPathAware true

!if ${NSIS_PACKEDVERSION} < 0x03008000
!error "NSIS 3.08 or later is needed: older ones remove registry keys in which other programs have values."
!endif

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "x64.nsh"
!include "FileFunc.nsh"
!include "TextFunc.nsh"
!include "WordFunc.nsh"
!include "${FILES}"

!define LIST "_internal\tep-da-cai.txt"
!define FRESH "~dang-cai"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${PROGRAM}"
!define CLASSES "Software\Classes"
!define LINK "${PRODUCT}.lnk"
!define OLDEST_BUILD 17763
!define OPEN_WITH "Mở bằng ${PRODUCT}"

Name "${PRODUCT}"
Caption "Cài đặt ${PRODUCT} ${VERSION}"
UninstallCaption "Gỡ cài đặt ${PRODUCT}"
BrandingText "${PRODUCT} ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${PROGRAM}"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
ShowInstDetails nevershow
ShowUninstDetails nevershow
AllowSkipFiles off

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey /LANG=1066 "ProductName" "${PRODUCT}"
VIAddVersionKey /LANG=1066 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "FileDescription" "Cài đặt ${PRODUCT}"
VIAddVersionKey /LANG=1066 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=1066 "LegalCopyright" "© ${PUBLISHER}. Giấy phép MIT."

Var Running
Var Failed
Var Former          ; the folder of the version that was installed before, "" if there was none
Var FormerVersion
Var List
Var Line
Var Folder
Var Kept            ; a sentence about what stays in the folder after uninstalling

; Backslashes: makensis of Windows finds no file behind another slash, that of Linux takes both.
!include "${SCRIPTS}\pages.nsh"
!include "${SCRIPTS}\shared.nsh"
!include "${SCRIPTS}\checks.nsh"
!include "${SCRIPTS}\installing.nsh"
!include "${SCRIPTS}\registry.nsh"
!include "${SCRIPTS}\uninstalling.nsh"
