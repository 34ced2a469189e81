; The pages of the installer and the uninstaller, and every word on them.

!define MUI_ICON "${PICTURES}\program.ico"
!define MUI_UNICON "${PICTURES}\program.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURES}\band.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${PICTURES}\band.bmp"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${PICTURES}\header.bmp"
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
!define MUI_FINISHPAGE_TEXT "Mở chương trình bằng biểu tượng ${PRODUCT} trên màn hình hoặc trong bảng chọn Start.$\r$\n$\r$\nBấm đúp vào tệp sổ (.sohangviet) cũng mở được sổ đó."
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
; Three lines, no more: the page has no room for a fourth.
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Sổ, ảnh, bản sao lưu, báo cáo và thiết lập KHÔNG bị xóa. Sổ vẫn ở nơi đã lưu, thường là “$DOCUMENTS\${PRODUCT}”."
!define MUI_UNCONFIRMPAGE_TEXT_LOCATION "Gỡ khỏi:"
!insertmacro MUI_UNPAGE_CONFIRM

; Some versions of NSIS forget these two after the page, some do not.
!ifdef MUI_INSTFILESPAGE_ABORTHEADER_TEXT
!undef MUI_INSTFILESPAGE_ABORTHEADER_TEXT
!endif
!ifdef MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT
!undef MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT
!endif
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
