; Installing: new files beside the old ones, then into their place; links.

Section "-Program"
  AddSize ${SIZE_KB} ; everything is unpacked into the folder for temporary files first: the page asks for room for both
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
  ; A folder has many names (short ones, mapped drives): if the new files are in the former one too, it is this one.
  ${If} ${FileExists} "$Former\${FRESH}\${LIST}"
    StrCpy $Former ""
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
