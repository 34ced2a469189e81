; What Windows is told: file types, and how to uninstall.

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
