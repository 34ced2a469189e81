; What is looked at before anything is touched: Windows, the installed version, the folder, free space.

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
