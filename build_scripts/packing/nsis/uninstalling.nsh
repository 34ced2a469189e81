; Uninstalling: what was installed goes, by its list; data are never touched.

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
  RMDir /r "$INSTDIR\${FRESH}" ; what an interrupted installation left; the name is ours
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
  DeleteRegKey /ifempty HKCU "${CLASSES}\SystemFileAssociations"
  Call un.TellExplorer
FunctionEnd
