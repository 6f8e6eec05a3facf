#include "input.hpp"

#include "system.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

namespace birthcase::cli {
namespace {

struct Close {
  void operator()(std::FILE* file) const noexcept {
    if (file != stdin) std::fclose(file);
  }
};
using File = std::unique_ptr<std::FILE, Close>;

Error failure(ErrorKind kind, std::string message, std::string_view document = {}) {
  Error error;
  error.kind = kind;
  error.message = std::move(message);
  error.document = document;
  return error;
}

}  // namespace

Error unreadable(int code) {
  return failure(ErrorKind::missing, "cannot be read: " + std::generic_category().message(code));
}

namespace {

std::string megabytes(std::size_t bytes) { return std::to_string(bytes >> 20U) + " MiB"; }

void drop_byte_order_mark(std::string& text) {
  if (text.starts_with("\xef\xbb\xbf")) text.erase(0, 3);
}

Result<std::string> read_all(std::FILE* file, std::size_t limit) {
  std::string text;
  for (;;) {
    const std::size_t had = text.size();
    const std::size_t step = std::min<std::size_t>(std::max<std::size_t>(had, 64 * 1024), limit + 1 - had);
    text.resize(had + step);
    const std::size_t got = std::fread(text.data() + had, 1, step, file);
    text.resize(had + got);
    if (std::ferror(file) != 0) return unreadable(errno);
    if (text.size() > limit) return failure(ErrorKind::out_of_range, "is larger than " + megabytes(limit));
    if (got < step) break;
  }
  drop_byte_order_mark(text);
  return text;
}

// An id only: what a profile extends must not become a way to name any file.
bool is_id(std::string_view text) noexcept {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace

bool is_built_in(std::string_view id) {
  const auto ids = Profile::built_in_ids();
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::string built_in_list() {
  std::string list;
  for (const std::string_view id : Profile::built_in_ids()) {
    if (!list.empty()) list += ", ";
    list += id;
  }
  return list;
}

std::string_view shown(std::string_view file) noexcept { return file == "-" ? "standard input" : file; }

Result<std::string> read_text(const std::string& file, std::size_t limit) {
  if (file == "-") return read_all(stdin, limit);
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored)) return unreadable(EISDIR);
  const File opened(open_file(file, "rb"));
  if (opened == nullptr) return unreadable(errno);
  return read_all(opened.get(), limit);
}

namespace {

// The `id` of a profile that may not load.
std::string id_written_in(std::string_view text) {
  boost::json::error_code not_json;
  const auto document = boost::json::parse(text, not_json);
  const auto* top = not_json ? nullptr : document.if_object();
  const auto* id = top == nullptr ? nullptr : top->if_contains("id");
  return id != nullptr && id->is_string() ? std::string(id->get_string()) : std::string();
}

}  // namespace

Result<ProfileSource> ProfileSource::read(const std::string& id_or_file) {
  ProfileSource source;
  source.name_ = shown(id_or_file);
  if (is_built_in(id_or_file)) {
    source.text_ = std::make_shared<const std::string>(*Profile::built_in_text(id_or_file));
    return source;
  }
  std::error_code ignored;
  if (id_or_file != "-" && !std::filesystem::exists(id_or_file, ignored)) {
    return failure(ErrorKind::unknown_name,
                   "is neither a built-in profile (" + built_in_list() + ") nor a file that exists", id_or_file);
  }
  auto text = read_text(id_or_file, max_profile_bytes);
  if (!text) return failure(text.error().kind, text.error().message, source.name_);
  source.folder_ = std::filesystem::path(id_or_file).parent_path();
  source.text_ = std::make_shared<const std::string>(std::move(*text));
  return source;
}

ProfileTexts ProfileSource::texts() const {
  return [folder = folder_, loaded = beside_](std::string_view id) -> std::optional<std::string_view> {
    if (const auto known = loaded->find(id); known != loaded->end()) return known->second;
    if (!folder || !is_id(id)) return std::nullopt;
    const auto file = *folder / (std::string(id) + ".json");
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) return std::nullopt;
    auto sibling = read_text(file.string(), max_profile_bytes);
    if (!sibling) return std::nullopt;
    return loaded->emplace(id, std::move(*sibling)).first->second;
  };
}

Error ProfileSource::named(Error error) const {
  // the error may be in a profile that this one extends, which then names itself
  if (error.document.empty() || error.document == id_written_in(text())) error.document = name_;
  return error;
}

Result<Profile> load_profile(const std::string& id_or_file, const ProfileData& data) {
  const auto source = ProfileSource::read(id_or_file);
  if (!source) return source.error();
  auto profile = Profile::parse(source->text(), source->texts(), data);
  if (profile) return profile;
  return source->named(profile.error());
}

}  // namespace birthcase::cli
