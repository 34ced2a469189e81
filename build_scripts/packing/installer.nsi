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

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "x64.nsh"
!include "FileFunc.nsh"
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

; ---- Pages -----------------------------------------------------------------------------------------------------------

!define MUI_ICON "${PICTURES}/program.ico"
!define MUI_UNICON "${PICTURES}/program.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURES}/band.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${PICTURES}/band.bmp"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${PICTURES}/header.bmp"
!define MUI_ABORTWARNING
!define MUI_ABORTWARNING_TEXT "Chưa cài xong. Dừng việc cài đặt ${PRODUCT}?"

!define MUI_WELCOMEPAGE_TITLE "Cài đặt ${PRODUCT} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "${PRODUCT} giúp Mặt trận Tổ quốc Việt Nam theo dõi và lập báo cáo Cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam”.$\r$\n$\r$\nChương trình được cài cho riêng người đang dùng máy, không cần quyền quản trị và không cần mạng.$\r$\n$\r$\nNếu máy đã có ${PRODUCT}, bản này thay bản cũ. Sổ, báo cáo và thiết lập được giữ nguyên.$\r$\n$\r$\nHãy đóng ${PRODUCT} nếu đang mở, rồi bấm Tiếp tục."
!insertmacro MUI_PAGE_WELCOME

!define MUI_PAGE_HEADER_TEXT "Chọn nơi cài đặt"
!define MUI_PAGE_HEADER_SUBTEXT "Nên giữ nguyên thư mục được gợi ý."
!define MUI_DIRECTORYPAGE_TEXT_TOP "${PRODUCT} sẽ được cài vào thư mục dưới đây. Thư mục này chỉ chứa chương trình; sổ được lưu riêng trong Tài liệu (Documents) hoặc nơi do người dùng chọn.$\r$\n$\r$\nMuốn cài vào nơi khác, bấm Chọn thư mục."
!define MUI_DIRECTORYPAGE_TEXT_DESTINATION "Thư mục cài đặt"
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE CheckFolder
!insertmacro MUI_PAGE_DIRECTORY

!define MUI_PAGE_HEADER_TEXT "Đang cài đặt"
!define MUI_PAGE_HEADER_SUBTEXT "Xin đợi trong giây lát."
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "Đã cài xong"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT "${PRODUCT} đã sẵn sàng."
!define MUI_INSTFILESPAGE_ABORTHEADER_TEXT "Chưa cài được"
!define MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT "Việc cài đặt đã dừng."
!insertmacro MUI_PAGE_INSTFILES

!define MUI_FINISHPAGE_TITLE "Đã cài xong ${PRODUCT}"
!define MUI_FINISHPAGE_TEXT "Mở chương trình bằng biểu tượng ${PRODUCT} trên màn hình hoặc trong bảng chọn Start.$\r$\n$\r$\nBấm đúp vào tệp sổ (.sohangviet) hoặc tệp bàn giao (.bangiao) cũng mở được chương trình. Với gói báo cáo (.zip), bấm chuột phải rồi chọn “${OPEN_WITH}”."
!define MUI_FINISHPAGE_BUTTON "&Hoàn tất"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXE}"
!define MUI_FINISHPAGE_RUN_TEXT "&Mở ${PRODUCT} ngay"
!ifdef GUIDE
!define MUI_FINISHPAGE_SHOWREADME "$INSTDIR\${GUIDE}"
!define MUI_FINISHPAGE_SHOWREADME_TEXT "&Xem hướng dẫn nhanh"
!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED
!endif
!insertmacro MUI_PAGE_FINISH

!define MUI_PAGE_HEADER_TEXT "Gỡ cài đặt ${PRODUCT}"
!define MUI_PAGE_HEADER_SUBTEXT "Chỉ gỡ chương trình, không xóa sổ."
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Sổ, ảnh, bản sao lưu, báo cáo và thiết lập KHÔNG bị xóa. Sổ vẫn ở nơi đã lưu, thường là thư mục “$DOCUMENTS\${PRODUCT}”.$\r$\n$\r$\nBấm Gỡ cài đặt để gỡ chương trình khỏi thư mục dưới đây."
!define MUI_UNCONFIRMPAGE_TEXT_LOCATION "Thư mục chương trình:"
!insertmacro MUI_UNPAGE_CONFIRM

!define MUI_PAGE_HEADER_TEXT "Đang gỡ cài đặt"
!define MUI_PAGE_HEADER_SUBTEXT "Xin đợi trong giây lát."
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "Đã gỡ xong"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT "Sổ và báo cáo vẫn còn nguyên."
!define MUI_INSTFILESPAGE_ABORTHEADER_TEXT "Chưa gỡ được"
!define MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT "Việc gỡ cài đặt đã dừng."
!insertmacro MUI_UNPAGE_INSTFILES

!define MUI_FINISHPAGE_TITLE "Đã gỡ ${PRODUCT}"
!define MUI_FINISHPAGE_TEXT "Sổ, ảnh, bản sao lưu và báo cáo vẫn còn nguyên.$\r$\n$\r$\nSổ: nơi đã lưu, thường là$\r$\n$DOCUMENTS\${PRODUCT}$\r$\n$\r$\nThiết lập của cửa sổ:$\r$\n$LOCALAPPDATA\${PROGRAM}$Kept"
!define MUI_FINISHPAGE_BUTTON "&Đóng"
!insertmacro MUI_UNPAGE_FINISH

!insertmacro MUI_LANGUAGE "Vietnamese"

MiscButtonText "< &Quay lại" "&Tiếp tục >" "&Hủy" "Đón&g"
InstallButtonText "&Cài đặt"
UninstallButtonText "&Gỡ cài đặt"
DirText "" "" "Chọn thư &mục…" "Chọn thư mục để cài ${PRODUCT}:"
SpaceTexts "Cần: " "Còn trống: "
FileErrorText "Không ghi được tệp:$\r$\n$0$\r$\n$\r$\nHãy đóng chương trình đang dùng tệp này rồi bấm Thử lại (Retry)." "Không ghi được tệp:$\r$\n$0$\r$\n$\r$\nHãy đóng chương trình đang dùng tệp này rồi bấm Thử lại (Retry), hoặc bấm Hủy (Cancel) để dừng."

; ---- What both programs ask ------------------------------------------------------------------------------------------

!macro SharedFunctions un
Function ${un}LookWhetherRunning
  System::Call 'kernel32::OpenMutexW(i 0x00100000, i 0, w "Local\${MUTEX}") p .r0'
  ${If} $0 P<> 0
    System::Call 'kernel32::CloseHandle(p r0)'
    StrCpy $Running 1
    Return
  ${EndIf}
  ; The mutex is seen in this session only; a program that another session runs cannot be written to.
  StrCpy $Running 0
  ${If} ${FileExists} "$INSTDIR\${EXE}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${EXE}" a
    ${If} ${Errors}
      StrCpy $Running 1
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
FunctionEnd

Function ${un}AskToClose
  again:
  Call ${un}LookWhetherRunning
  ${If} $Running = 1
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${PRODUCT} đang mở.$\r$\n$\r$\nHãy lưu việc đang làm, đóng mọi cửa sổ ${PRODUCT}, rồi bấm Thử lại (Retry).$\r$\nBấm Hủy (Cancel) để dừng; máy chưa bị thay đổi gì." /SD IDCANCEL IDRETRY again
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Function ${un}BeTheOnlyOne
  ; The handle is kept until the end of this process.
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "Local\${PROGRAM}.setup") p .r1 ?e'
  Pop $0
  ${If} $0 = 183 ; ERROR_ALREADY_EXISTS
    MessageBox MB_OK|MB_ICONINFORMATION "Một trình cài đặt hoặc gỡ cài đặt ${PRODUCT} khác đang chạy. Hãy làm xong ở cửa sổ đó trước." /SD IDOK
    SetErrorLevel 7
    Quit
  ${EndIf}
FunctionEnd
!macroend
!insertmacro SharedFunctions ""
!insertmacro SharedFunctions "un."

; ---- Installing ------------------------------------------------------------------------------------------------------

Function .onInit
  SetShellVarContext current
  Call CheckWindows
  Call BeTheOnlyOne
  ReadRegStr $Former HKCU "${UNINSTALL_KEY}" "InstallLocation"
  ReadRegStr $FormerVersion HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  Call CheckVersion
  Call AskToClose
  ${If} ${Silent}
    Call CheckFolder
    Call CheckSpace
  ${EndIf}
FunctionEnd

Function CheckWindows
  ${WinVerGetBuild} $0
  ${Unless} ${AtLeastWin10}
  ${OrUnless} ${RunningX64}
  ${OrIf} $0 < ${OLDEST_BUILD}
    MessageBox MB_OK|MB_ICONSTOP "${PRODUCT} cần Windows 10 bản 1809 trở lên hoặc Windows 11, loại 64-bit. Máy này chưa đáp ứng.$\r$\n$\r$\nHãy cài trên máy khác, hoặc nhờ người phụ trách nâng cấp Windows." /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndUnless}
FunctionEnd

Function CheckVersion
  ${If} $FormerVersion != ""
    ${VersionCompare} $FormerVersion "${VERSION}" $0
    ${If} $0 = 1
      MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "Máy này đã có bản mới hơn ($FormerVersion). Sổ đã mở bằng bản mới thì bản ${VERSION} không mở được.$\r$\n$\r$\nVẫn cài bản cũ ${VERSION}?" /SD IDNO IDYES goon
      SetErrorLevel 8
      Quit
      goon:
    ${EndIf}
  ${EndIf}
FunctionEnd

Function RefuseFolder
  ; $Failed holds why. On the page the officer chooses another one; a silent installer ends.
  MessageBox MB_OK|MB_ICONEXCLAMATION "$Failed" /SD IDOK
  ${If} ${Silent}
    SetErrorLevel 5
    Quit
  ${EndIf}
  Abort
FunctionEnd

Function CheckFolder
  StrCpy $Failed ""
  StrLen $0 "$INSTDIR\${FRESH}\"
  IntOp $0 $0 + ${LONGEST}
  ${If} $0 > 255
    StrCpy $Failed "Tên thư mục quá dài. Hãy chọn thư mục có đường dẫn ngắn hơn."
  ${ElseIf} ${FileExists} "$INSTDIR\${MARKER}"
    StrCpy $Failed "Thư mục này chứa bản mang theo của ${PRODUCT}, có sổ và thiết lập riêng. Hãy chọn thư mục khác."
  ${EndIf}
  ${If} $Failed != ""
    Call RefuseFolder
  ${EndIf}
  Call CheckWriting
FunctionEnd

Function CheckWriting
  ; What is made for the trial is taken away again: the officer may still cancel.
  StrCpy $1 0
  ${IfNot} ${FileExists} "$INSTDIR\*.*"
    StrCpy $1 1
  ${EndIf}
  ClearErrors
  CreateDirectory "$INSTDIR"
  FileOpen $0 "$INSTDIR\~thu-ghi.tmp" w
  ${If} ${Errors}
    StrCpy $Failed "Không ghi được vào thư mục:$\r$\n$INSTDIR$\r$\n$\r$\nHãy chọn thư mục khác; nên giữ nguyên thư mục được gợi ý."
  ${Else}
    FileClose $0
    Delete "$INSTDIR\~thu-ghi.tmp"
  ${EndIf}
  ${If} $1 = 1
    RMDir "$INSTDIR"
  ${EndIf}
  ${If} $Failed != ""
    Call RefuseFolder
  ${EndIf}
FunctionEnd

Function CheckSpace
  ; With windows the page of the folder does this.
  ${GetRoot} "$INSTDIR" $0
  ${DriveSpace} "$0\" "/D=F /S=M" $1
  ${If} $1 < ${NEEDED_MB}
    SetErrorLevel 4
    Quit
  ${EndIf}
FunctionEnd

Section "-Program"
  Call AskToClose
  DetailPrint "Đang chép chương trình…"
  SetDetailsPrint none
  RMDir /r "$INSTDIR\${FRESH}" ; what an interrupted installation left; the name is ours
  ClearErrors
  !insertmacro PutFiles "$INSTDIR\${FRESH}"
  SetOutPath "$TEMP" ; a folder that is the working folder can neither be renamed nor removed
  ${If} ${Errors}
    StrCpy $Failed "Không chép được chương trình vào thư mục:$\r$\n$INSTDIR$\r$\n$\r$\nHãy xem ổ đĩa còn chỗ trống không, rồi chạy lại tệp cài đặt này."
    Call GiveUp
  ${EndIf}
  StrCpy $Folder "$INSTDIR"
  Call RemoveListed
  StrCpy $Failed ""
  !insertmacro MoveFiles
  RMDir /r "$INSTDIR\${FRESH}"
  ${If} $Failed != ""
    StrCpy $Failed "Không thay được tệp:$\r$\n$INSTDIR\$Failed$\r$\n$\r$\nHãy đóng ${PRODUCT}, đợi phần mềm diệt virus quét xong, rồi chạy lại tệp cài đặt này. Sổ và báo cáo không bị ảnh hưởng."
    Call GiveUp
  ${EndIf}
  WriteUninstaller "$INSTDIR\${UNINSTALLER}"
  Call RemoveFormer
  Call MakeLinks
  Call RegisterTypes
  Call RegisterUninstaller
  SetDetailsPrint textonly
  DetailPrint "Đã cài xong."
  SetOutPath "$DOCUMENTS" ; where the program starts that the last page opens
SectionEnd

Function GiveUp
  RMDir /r "$INSTDIR\${FRESH}"
  MessageBox MB_OK|MB_ICONSTOP "$Failed" /SD IDOK
  SetErrorLevel 6
  Abort "Chưa cài được."
FunctionEnd

Function .onInstFailed
  RMDir /r "$INSTDIR\${FRESH}"
  SetErrorLevel 6
FunctionEnd

Function MoveOne
  ; $R0: the file, below the folder. Virus scanners hold fresh files for a moment.
  ${If} $Failed != ""
    Return
  ${EndIf}
  StrCpy $R1 0
  again:
  Delete "$INSTDIR\$R0"
  ClearErrors
  Rename "$INSTDIR\${FRESH}\$R0" "$INSTDIR\$R0"
  ${If} ${Errors}
    IntOp $R1 $R1 + 1
    ${If} $R1 < 20
      Sleep 250
      Goto again
    ${EndIf}
    StrCpy $Failed "$R0"
  ${EndIf}
FunctionEnd

Function RemoveListed
  ; $Folder: deletes what the version there had put, by its own list, so that nothing old stays behind.
  ClearErrors
  FileOpen $List "$Folder\${LIST}" r
  ${If} ${Errors}
    Return
  ${EndIf}
  ${Do}
    ClearErrors
    FileReadUTF16LE $List $Line
    ${If} ${Errors}
      ${ExitDo}
    ${EndIf}
    ${TrimNewLines} "$Line" $Line
    StrCpy $0 "$Line" 1 -1
    ${If} $0 == "\"
      RMDir "$Folder\$Line"
    ${ElseIf} $Line != ""
      Delete "$Folder\$Line"
    ${EndIf}
  ${Loop}
  FileClose $List
  Delete "$Folder\${LIST}"
  RMDir "$Folder\_internal"
  ClearErrors
FunctionEnd

Function RemoveFormer
  ; The officer chose another folder than last time: the old program goes, or two would be there.
  ${If} $Former != ""
  ${AndIf} $Former != "$INSTDIR"
    StrCpy $Folder "$Former"
    ${If} ${FileExists} "$Former\${LIST}"
      Call RemoveListed
      Delete "$Former\${UNINSTALLER}"
      RMDir "$Former"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function MakeLinks
  SetOutPath "$DOCUMENTS" ; becomes the working folder of the links: file windows begin there
  CreateShortCut "$SMPROGRAMS\${LINK}" "$INSTDIR\${EXE}" "" "$INSTDIR\${EXE}" 0 SW_SHOWNORMAL "" "${DESCRIPTION}"
  ; An officer who has thrown the icon away does not get it again with every new version.
  ${If} $FormerVersion == ""
  ${OrIf} ${FileExists} "$DESKTOP\${LINK}"
    CreateShortCut "$DESKTOP\${LINK}" "$INSTDIR\${EXE}" "" "$INSTDIR\${EXE}" 0 SW_SHOWNORMAL "" "${DESCRIPTION}"
  ${EndIf}
FunctionEnd

!macro RegisterType TYPE WORDS ICON
  WriteRegStr HKCU "${CLASSES}\${TYPE}" "" "${WORDS}"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\DefaultIcon" "" '"$INSTDIR\${EXE}",${ICON}'
  WriteRegStr HKCU "${CLASSES}\${TYPE}\shell\open" "" "${OPEN_WITH}"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'
!macroend

Function RegisterTypes
  !insertmacro RegisterType "${LEDGER_TYPE}" "${PRODUCT}" 1
  !insertmacro RegisterType "${HANDOVER_TYPE}" "Tệp bàn giao ${PRODUCT}" 2
  !insertmacro RegisterType "${PACKAGE_TYPE}" "Gói báo cáo ${PRODUCT}" 0
  !insertmacro RegisterType "${REPLY_TYPE}" "Phản hồi báo cáo ${PRODUCT}" 0
  WriteRegStr HKCU "${CLASSES}\${LEDGER_SUFFIX}" "" "${LEDGER_TYPE}"
  WriteRegStr HKCU "${CLASSES}\${HANDOVER_SUFFIX}" "" "${HANDOVER_TYPE}"
  ; Packages and replies are files that other programs open too: ours is offered, never made the first.
  WriteRegStr HKCU "${CLASSES}\.zip\OpenWithProgids" "${PACKAGE_TYPE}" ""
  WriteRegStr HKCU "${CLASSES}\.json\OpenWithProgids" "${REPLY_TYPE}" ""
  WriteRegStr HKCU "${CLASSES}\SystemFileAssociations\.zip\shell\${PROGRAM}" "" "${OPEN_WITH}"
  WriteRegStr HKCU "${CLASSES}\SystemFileAssociations\.zip\shell\${PROGRAM}" "Icon" '"$INSTDIR\${EXE}",0'
  WriteRegStr HKCU "${CLASSES}\SystemFileAssociations\.zip\shell\${PROGRAM}\command" "" '"$INSTDIR\${EXE}" "%1"'
  Call TellExplorer
FunctionEnd

!macro TellExplorerFunction un
Function ${un}TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; SHCNE_ASSOCCHANGED
FunctionEnd
!macroend
!insertmacro TellExplorerFunction ""
!insertmacro TellExplorerFunction "un."

Function RegisterUninstaller
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${PRODUCT}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" '"$INSTDIR\${EXE}",0'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Comments" "${DESCRIPTION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
FunctionEnd

; ---- Uninstalling ----------------------------------------------------------------------------------------------------

Function un.onInit
  SetShellVarContext current
  Call un.BeTheOnlyOne
  Call un.AskToClose
FunctionEnd

Section "Uninstall"
  Call un.AskToClose
  SetDetailsPrint textonly
  DetailPrint "Đang gỡ chương trình…"
  SetDetailsPrint none
  SetOutPath "$TEMP"
  !insertmacro DeleteFiles "$INSTDIR"
  Delete "$INSTDIR\${UNINSTALLER}"
  RMDir "$INSTDIR" ; only if it is empty: files of the user stay
  Delete "$SMPROGRAMS\${LINK}"
  Delete "$DESKTOP\${LINK}"
  Call un.RemoveTypes
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  ${If} ${FileExists} "$INSTDIR\*.*"
    StrCpy $Kept "$\r$\n$\r$\nThư mục chương trình còn tệp không do trình cài đặt tạo ra, nên được giữ lại:$\r$\n$INSTDIR"
  ${EndIf}
SectionEnd

!macro ForgetSuffix SUFFIX TYPE
  ReadRegStr $0 HKCU "${CLASSES}\${SUFFIX}" ""
  ${If} $0 == "${TYPE}"
    DeleteRegValue HKCU "${CLASSES}\${SUFFIX}" ""
  ${EndIf}
  DeleteRegValue HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids" "${TYPE}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${SUFFIX}"
  DeleteRegKey HKCU "${CLASSES}\${TYPE}"
!macroend

Function un.RemoveTypes
  !insertmacro ForgetSuffix "${LEDGER_SUFFIX}" "${LEDGER_TYPE}"
  !insertmacro ForgetSuffix "${HANDOVER_SUFFIX}" "${HANDOVER_TYPE}"
  !insertmacro ForgetSuffix ".zip" "${PACKAGE_TYPE}"
  !insertmacro ForgetSuffix ".json" "${REPLY_TYPE}"
  DeleteRegKey HKCU "${CLASSES}\SystemFileAssociations\.zip\shell\${PROGRAM}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\SystemFileAssociations\.zip\shell"
  DeleteRegKey /ifempty HKCU "${CLASSES}\SystemFileAssociations\.zip"
  Call un.TellExplorer
FunctionEnd
