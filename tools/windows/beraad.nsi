; The setup: for one user without any rights, or with /ALLUSERS for everybody on the computer.
; Written together with installer.py, which lists the files.

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 32

!include MUI2.nsh
!include FileFunc.nsh
!include x64.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Beraad"
!define CLASSES "Software\Classes"

Name "Beraad"
OutFile "${TARGET}"
BrandingText "Beraad ${VERSION}"
RequestExecutionLevel user
ManifestSupportedOS Win10
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey /LANG=1043 "ProductName" "Beraad"
VIAddVersionKey /LANG=1043 "FileDescription" "Beraad installeren"
VIAddVersionKey /LANG=1043 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1043 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1043 "LegalCopyright" "EUPL-1.2"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "Beraad ${VERSION} installeren"
!define MUI_WELCOMEPAGE_TEXT "Beraad komt in je eigen map op deze laptop. Je hebt er geen rechten van een beheerder voor nodig, en er wordt niets van internet gehaald.$\r$\n$\r$\nStaat Beraad er al, dan komt deze versie ervoor in de plaats. Je beraden en instellingen blijven."
!define MUI_FINISHPAGE_RUN "$INSTDIR\Beraad.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Beraad openen"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Beraad gaat weg. Je beraden, je instellingen en je reservekopieën blijven waar ze zijn."
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Dutch"

LangString IS_OPEN 1043 "Beraad staat nog open. Sluit het en probeer het opnieuw."
LangString STAYS 1043 "De vorige versie van Beraad gaat niet weg. Start de laptop opnieuw en probeer het nog eens."
LangString NO_RIGHTS 1043 "Installeren voor iedereen kan alleen met rechten van een beheerder."

Var Everybody

!macro ASK_FOR_WHOM
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/ALLUSERS" $R1
  StrCpy $Everybody 0
  IfErrors +2
    StrCpy $Everybody 1
  ClearErrors
!macroend

; Nothing is replaced under a program that runs: a library that is in use cannot be written to.
!macro REFUSE_WHILE_OPEN
  IfFileExists "$INSTDIR\python\python313.dll" 0 +8
    ClearErrors
    FileOpen $R2 "$INSTDIR\python\python313.dll" a
    IfErrors 0 +4
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(IS_OPEN)" /SD IDOK
      SetErrorLevel 5
      Quit
    FileClose $R2
!macroend

Function .onInit
  SetRegView 64
  !insertmacro ASK_FOR_WHOM
  StrCmp $Everybody 1 0 own
    SetShellVarContext all
    UserInfo::GetAccountType
    Pop $R3
    StrCmp $R3 "Admin" admin
      MessageBox MB_OK|MB_ICONSTOP "$(NO_RIGHTS)" /SD IDOK
      SetErrorLevel 4
      Quit
    admin:
    StrCmp $INSTDIR "" 0 chosen
    StrCpy $INSTDIR "$PROGRAMFILES64\Beraad"
    Goto chosen
  own:
    SetShellVarContext current
    StrCmp $INSTDIR "" 0 chosen
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\Beraad"
  chosen:
  !insertmacro REFUSE_WHILE_OPEN
FunctionEnd

Section
  SetOverwrite on
  ; What an earlier version put here goes first: it may hold files that this one has not.
  IfFileExists "$INSTDIR\verwijderen.exe" 0 fresh
    InitPluginsDir
    ClearErrors
    CopyFiles /SILENT "$INSTDIR\verwijderen.exe" "$PLUGINSDIR\verwijderen.exe"
    IfErrors stays
    StrCpy $R5 ""
    StrCmp $Everybody 1 0 +2
      StrCpy $R5 "/ALLUSERS"
    ExecWait '"$PLUGINSDIR\verwijderen.exe" /S $R5 _?=$INSTDIR' $R6
    IfErrors stays
    StrCmp $R6 0 fresh
  stays:
    MessageBox MB_OK|MB_ICONSTOP "$(STAYS)" /SD IDOK
    SetErrorLevel 2
    Quit
  fresh:
  !include "${FILES}"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\verwijderen.exe"

  CreateShortcut "$SMPROGRAMS\Beraad.lnk" "$INSTDIR\Beraad.exe"
  WriteRegStr SHCTX "${CLASSES}\Beraad.beraad" "" "Moreel beraad"
  WriteRegStr SHCTX "${CLASSES}\Beraad.beraad\DefaultIcon" "" "$INSTDIR\Beraad.exe,0"
  WriteRegStr SHCTX "${CLASSES}\Beraad.beraad\shell\open\command" "" '"$INSTDIR\Beraad.exe" "%1"'
  WriteRegStr SHCTX "${CLASSES}\Beraad.cursus" "" "Cursus van Beraad"
  WriteRegStr SHCTX "${CLASSES}\Beraad.cursus\DefaultIcon" "" "$INSTDIR\Beraad.exe,0"
  WriteRegStr SHCTX "${CLASSES}\Beraad.cursus\shell\open\command" "" '"$INSTDIR\Beraad.exe" "%1"'
  ; Windows keeps no list of the ones that were opened (FTA_NoRecentDocs).
  WriteRegDWORD SHCTX "${CLASSES}\Beraad.beraad" "EditFlags" 0x00100000
  WriteRegDWORD SHCTX "${CLASSES}\Beraad.cursus" "EditFlags" 0x00100000
  WriteRegStr SHCTX "${CLASSES}\.beraad" "" "Beraad.beraad"
  WriteRegStr SHCTX "${CLASSES}\.cursus" "" "Beraad.cursus"

  WriteRegStr SHCTX "${KEY}" "DisplayName" "Beraad"
  WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${KEY}" "Publisher" "Beraad"
  WriteRegStr SHCTX "${KEY}" "DisplayIcon" "$INSTDIR\Beraad.exe,0"
  WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegDWORD SHCTX "${KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD SHCTX "${KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${KEY}" "NoRepair" 1
  StrCmp $Everybody 1 0 mine
    WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\verwijderen.exe" /ALLUSERS'
    WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\verwijderen.exe" /S /ALLUSERS _?=$INSTDIR'
    Goto told
  mine:
    WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\verwijderen.exe"'
    WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\verwijderen.exe" /S _?=$INSTDIR'
  told:
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Function un.onInit
  SetRegView 64
  !insertmacro ASK_FOR_WHOM
  StrCmp $Everybody 1 0 +3
    SetShellVarContext all
    Goto +2
    SetShellVarContext current
  !insertmacro REFUSE_WHILE_OPEN
FunctionEnd

; Only what the setup put there goes, file by file; a folder only when nothing else is in it.
Section Uninstall
  !include "${GONE}"
  ; With _?= no copy runs but this file itself, so that its exit code comes through. Windows deletes
  ; no program that runs, but does let it be moved out of the way.
  StrCmp $EXEPATH "$INSTDIR\verwijderen.exe" 0 +4
    GetTempFileName $R7
    Delete "$R7"
    Rename "$INSTDIR\verwijderen.exe" "$R7"
  Delete "$INSTDIR\verwijderen.exe"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Beraad.lnk"
  DeleteRegKey SHCTX "${CLASSES}\Beraad.beraad"
  DeleteRegKey SHCTX "${CLASSES}\Beraad.cursus"
  ReadRegStr $R4 SHCTX "${CLASSES}\.beraad" ""
  StrCmp $R4 "Beraad.beraad" 0 +2
    DeleteRegKey SHCTX "${CLASSES}\.beraad"
  ReadRegStr $R4 SHCTX "${CLASSES}\.cursus" ""
  StrCmp $R4 "Beraad.cursus" 0 +2
    DeleteRegKey SHCTX "${CLASSES}\.cursus"
  DeleteRegKey SHCTX "${KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
