/* Starts Beraad with the Python beside it. Built twice: for the desktop, and for a console.

   Nothing of the surroundings decides which code runs: Python is named with its whole path and takes no
   notice of its variables (-I), and what would make Qt load other plugins is taken away. */

#define UNICODE
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#define MOST 32768

#ifdef CONSOLE
#define INTERPRETER L"python\\python.exe"
#define WITH_STREAMS TRUE
#else
#define INTERPRETER L"python\\pythonw.exe"
#define WITH_STREAMS FALSE
#endif

static const WCHAR *const TAKEN_AWAY[] = {
    L"QT_PLUGIN_PATH", L"QT_QPA_PLATFORM_PLUGIN_PATH", L"QT_QPA_PLATFORMTHEME", L"QT_STYLE_OVERRIDE",
    L"QT_DEBUG_PLUGINS", L"QML_IMPORT_PATH", L"QML2_IMPORT_PATH", L"OPENSSL_CONF", L"OPENSSL_MODULES",
};

static WCHAR folder[MOST], program[MOST], command[MOST];

static int complain(const WCHAR *what)
{
#ifdef CONSOLE
    HANDLE out = GetStdHandle(STD_ERROR_HANDLE);
    char text[512];
    DWORD done;
    int length = WideCharToMultiByte(CP_UTF8, 0, what, -1, text, sizeof text - 2, NULL, NULL);
    if (length > 0) {
        text[length - 1] = '\n';
        WriteFile(out, text, (DWORD)length, &done, NULL);
    }
#else
    MessageBoxW(NULL, what, L"Beraad", MB_OK | MB_ICONERROR);
#endif
    return 1;
}

/* What was typed behind the name of the program, letter for letter. */
static const WCHAR *arguments(const WCHAR *line)
{
    if (*line == L'"') {
        for (line++; *line && *line != L'"'; line++)
            ;
        if (*line)
            line++;
    } else {
        while (*line && *line != L' ' && *line != L'\t')
            line++;
    }
    return line;
}

/* What Python gets of us: in a console its streams, also when they are pipes; on the desktop none. */
static void pass_on(STARTUPINFOW *startup)
{
    STARTUPINFOW ours;

    GetStartupInfoW(&ours);
    ZeroMemory(startup, sizeof *startup);
    startup->cb = sizeof *startup;
    startup->dwFlags = ours.dwFlags & STARTF_USESHOWWINDOW;
    startup->wShowWindow = ours.wShowWindow;
#ifdef CONSOLE
    startup->dwFlags |= STARTF_USESTDHANDLES;
    startup->hStdInput = GetStdHandle(STD_INPUT_HANDLE);
    startup->hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
    startup->hStdError = GetStdHandle(STD_ERROR_HANDLE);
    SetHandleInformation(startup->hStdInput, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
    SetHandleInformation(startup->hStdOutput, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
    SetHandleInformation(startup->hStdError, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
#endif
}

static int start(void)
{
    STARTUPINFOW startup;
    PROCESS_INFORMATION process;
    DWORD code = 1, length = GetModuleFileNameW(NULL, folder, MOST);
    const WCHAR *behind = arguments(GetCommandLineW());
    size_t i;

    if (!length || length >= MOST - 64)
        return complain(L"Beraad staat in een map waarvan de naam te lang is.");
    while (length && folder[length - 1] != L'\\')
        length--;
    folder[length] = 0;
    lstrcpyW(program, folder);
    lstrcatW(program, INTERPRETER);
    if (GetFileAttributesW(program) == INVALID_FILE_ATTRIBUTES)
        return complain(L"Beraad is niet heel: de map python ontbreekt. Pak de hele map uit, of "
                        L"installeer Beraad opnieuw.");
    if (lstrlenW(program) + lstrlenW(behind) + 64 >= MOST)
        return complain(L"Er staat te veel achter de naam van het programma.");
    lstrcpyW(command, L"\"");
    lstrcatW(command, program);
    lstrcatW(command, L"\" -I -X utf8 -m beraad ");
    lstrcatW(command, behind);

    for (i = 0; i < sizeof TAKEN_AWAY / sizeof *TAKEN_AWAY; i++)
        SetEnvironmentVariableW(TAKEN_AWAY[i], NULL);
    pass_on(&startup);
    if (!CreateProcessW(program, command, NULL, NULL, WITH_STREAMS, 0, NULL, NULL, &startup, &process))
        return complain(L"Beraad mag hier niet starten. Vraag je beheerder om de map van Beraad toe te "
                        L"staan; in voor-beheerders.md staat hoe.");
    CloseHandle(process.hThread);
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &code);
    return (int)code;
}

#ifdef CONSOLE
static BOOL WINAPI leave_to_python(DWORD event)
{
    return event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT;
}

int main(void)
{
    SetConsoleCtrlHandler(leave_to_python, TRUE);
    return start();
}
#else
int WINAPI WinMain(HINSTANCE instance, HINSTANCE before, LPSTR line, int show)
{
    (void)instance, (void)before, (void)line, (void)show;
    return start();
}
#endif
