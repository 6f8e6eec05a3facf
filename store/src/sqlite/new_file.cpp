#include "sqlite/new_file.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

#ifndef _WIN32
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace birthcase::store::sqlite {
namespace {

constexpr std::string_view scheme = "file:";

// A byte that is written as `%` and two digits; as SQLite reads it, anything else stands for itself.
std::string decoded(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned char byte = 0;
    const char* digits = text.data() + at + 1;
    if (text[at] == '%' && at + 2 < text.size() && std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
      bytes += static_cast<char>(byte);
      at += 2;
    } else {
      bytes += text[at];
    }
  }
  return bytes;
}

// Parameters that have no file made, or another one than is named.
bool makes_none(std::string_view parameters) {
  while (!parameters.empty()) {
    const std::string_view one = parameters.substr(0, parameters.find('&'));
    parameters.remove_prefix(std::min(one.size() + 1, parameters.size()));
    const std::string key = decoded(one.substr(0, one.find('=')));
    if (key == "vfs" || (key == "mode" && decoded(one) != "mode=rwc")) return true;
  }
  return false;
}

std::optional<std::string> path_of_uri(std::string_view uri) {
  uri.remove_prefix(scheme.size());
  uri = uri.substr(0, uri.find('#'));
  const auto question = uri.find('?');
  if (question != std::string_view::npos && makes_none(uri.substr(question + 1))) return std::nullopt;
  uri = uri.substr(0, question);
  if (uri.starts_with("//")) {  // a host, which is this one
    const auto path = uri.find('/', 2);
    if (path == std::string_view::npos) return std::nullopt;
    uri.remove_prefix(path);
  }
  return decoded(uri);
}

}  // namespace

std::optional<std::filesystem::path> file_made_for(std::string_view name) {
  const auto path = name.starts_with(scheme) ? path_of_uri(name) : std::optional(std::string(name));
  const bool in_memory = !path || path->empty() || path->front() == ':' || path->find('\0') != std::string::npos;
  return in_memory ? std::nullopt : std::optional(std::filesystem::path(*path));
}

#ifdef _WIN32
void make_for_owner_alone(std::string_view) {}  // the folder's list of rights counts
#else
// A file that is there is never opened: closing it would give up the locks that this process has on it. A link to a
// file that is not there yet is followed by hand.
void make_for_owner_alone(std::string_view name) {
  constexpr int most_links = 40;
  auto file = file_made_for(name);
  for (int links = 0; file && links < most_links; ++links) {
    const int made = ::open(file->c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (made >= 0) ::close(made);
    if (made >= 0 || errno != EEXIST) return;
    std::error_code no_link;
    const auto target = std::filesystem::read_symlink(*file, no_link);
    if (no_link) return;
    file = file->parent_path() / target;
  }
}
#endif

}  // namespace birthcase::store::sqlite
