#include "system.hpp"

#ifndef _WIN32

#include <csignal>
#include <fcntl.h>
#include <sys/ioctl.h>

namespace birthcase::cli {

std::vector<std::string> arguments_of(int argc, const char* const* argv) { return {argv, argv + argc}; }

void prepare_process() { std::signal(SIGPIPE, SIG_IGN); }

std::FILE* open_file(const std::string& name, const char* mode) noexcept { return std::fopen(name.c_str(), mode); }

std::FILE* open_new_file(const std::string& name) noexcept { return std::fopen(name.c_str(), "wbx"); }

int open_descriptor(const std::string& name) noexcept { return ::open(name.c_str(), O_RDONLY | O_CLOEXEC); }

int width_of_terminal(std::FILE* stream) noexcept {
  winsize size{};
  return ioctl(fileno(stream), TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace birthcase::cli

#else

#include <cstdlib>
#include <fcntl.h>
#include <io.h>
#include <share.h>
#include <string_view>
#include <sys/stat.h>
#define WIN32_LEAN_AND_MEAN
#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>
// after windows.h
#include <shellapi.h>

namespace birthcase::cli {
namespace {

std::wstring widened(std::string_view text) {
  const int size = static_cast<int>(text.size());
  std::wstring wide(text.size(), L'\0');
  const int length = MultiByteToWideChar(CP_UTF8, 0, text.data(), size, wide.data(), size);
  wide.resize(static_cast<std::size_t>(length));
  return wide;
}

std::string narrowed(std::wstring_view wide) {
  const int size = static_cast<int>(wide.size());
  std::string text(3 * wide.size(), '\0');
  const int length = WideCharToMultiByte(CP_UTF8, 0, wide.data(), size, text.data(), 3 * size, nullptr, nullptr);
  text.resize(static_cast<std::size_t>(length));
  return text;
}

void take_environment_as_utf8() {
  for (const wchar_t* const name : {L"BIRTHCASE_STORE", L"BIRTHCASE_BY"}) {
    const wchar_t* const value = _wgetenv(name);
    if (value != nullptr) _putenv_s(narrowed(name).c_str(), narrowed(value).c_str());
  }
}

}  // namespace

std::vector<std::string> arguments_of(int argc, const char* const* argv) {
  int count = 0;
  wchar_t** const wide = CommandLineToArgvW(GetCommandLineW(), &count);
  if (wide == nullptr) return {argv, argv + argc};
  std::vector<std::string> arguments;
  for (int i = 0; i < count; ++i) arguments.push_back(narrowed(wide[i]));
  LocalFree(wide);
  return arguments;
}

void prepare_process() {
  for (std::FILE* const stream : {stdin, stdout, stderr}) _setmode(_fileno(stream), _O_BINARY);
  if (_isatty(_fileno(stdout)) != 0 || _isatty(_fileno(stderr)) != 0) SetConsoleOutputCP(CP_UTF8);
  take_environment_as_utf8();
}

std::FILE* open_file(const std::string& name, const char* mode) noexcept {
  return _wfopen(widened(name).c_str(), widened(mode).c_str());
}

std::FILE* open_new_file(const std::string& name) noexcept {
  const int made =
      _wopen(widened(name).c_str(), _O_WRONLY | _O_CREAT | _O_EXCL | _O_BINARY | _O_NOINHERIT, _S_IREAD | _S_IWRITE);
  return made < 0 ? nullptr : _fdopen(made, "wb");
}

int open_descriptor(const std::string& name) noexcept {
  return _wopen(widened(name).c_str(), _O_RDONLY | _O_BINARY | _O_NOINHERIT);
}

int width_of_terminal(std::FILE* stream) noexcept {
  CONSOLE_SCREEN_BUFFER_INFO console{};
  const auto handle = reinterpret_cast<HANDLE>(_get_osfhandle(_fileno(stream)));
  return GetConsoleScreenBufferInfo(handle, &console) != 0 ? console.srWindow.Right - console.srWindow.Left + 1 : 0;
}

}  // namespace birthcase::cli

#endif
