; What the installer and the uninstaller ask alike: is the program running, is another installer at work.

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
