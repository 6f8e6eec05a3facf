// Reading a path.
#include <birthcase/exchange/record.hpp>

#include "make_error.hpp"

#include <optional>
#include <utility>

namespace birthcase::exchange {
namespace {

constexpr std::size_t max_steps = 64;
constexpr std::size_t max_path_bytes = 1024;
constexpr std::size_t most_places = 9999;

/// Reads one path. Used once.
class PathReader {
 public:
  explicit PathReader(std::string_view text) noexcept : text_(text) {}

  std::optional<Error> read(std::vector<Path::Step>& steps) {
    do {
      steps.emplace_back();
      if (!read_step(steps.back())) return problem();
      if (steps.size() > max_steps) return fail("has too many steps"), problem();
    } while (take('/'));
    if (at_ < text_.size()) fail("expects '/' or the end here");
    return problem();
  }

 private:
  std::optional<Error> problem() const { return error_; }

  bool fail(std::string_view what) {
    if (error_) return false;
    Error error = make_error(ErrorKind::syntax, "the path " + std::string(what) + "; write NAME/NAME[2]/@NAME");
    error.column = at_ + 1;
    error_ = std::move(error);
    return false;
  }

  bool take(char wanted) noexcept {
    if (at_ >= text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  bool read_step(Path::Step& step) {
    if (!read_name(step.name)) return false;
    while (take('[')) {
      if (!read_bracket(step)) return false;
    }
    return true;
  }

  bool read_name(std::string& name) {
    if (at_ < text_.size() && text_[at_] == '\'') return read_quoted(name);
    const std::size_t start = at_;
    while (at_ < text_.size() && std::string_view("/[]'=").find(text_[at_]) == std::string_view::npos) ++at_;
    name = text_.substr(start, at_ - start);
    return !name.empty() || fail("lacks a name");
  }

  bool read_quoted(std::string& text) {
    const std::size_t end = text_.find('\'', at_ + 1);
    if (end == std::string_view::npos) return fail("lacks the closing '");
    text = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return true;
  }

  // `[2]` is a place; `[2='x']` tests the child with the name 2.
  bool read_bracket(Path::Step& step) {
    const std::size_t end = text_.find_first_not_of("0123456789", at_);
    if (end == at_ || end >= text_.size() || text_[end] != ']') return read_test(step.tests.emplace_back());
    for (; at_ < end && step.place <= most_places; ++at_) {
      step.place = step.place * 10 + static_cast<std::size_t>(text_[at_] - '0');
    }
    if (step.place == 0 || step.place > most_places) return fail("has a place that is not from 1 to 9999");
    return take(']') || fail("lacks ']'");
  }

  bool read_test(Path::Test& test) {
    do {
      if (!read_name(test.names.emplace_back())) return false;
    } while (take('/'));
    if (!take('=')) return fail("lacks '=' in brackets");
    if (at_ >= text_.size() || text_[at_] != '\'') return fail("lacks ' after '='");
    return read_quoted(test.text) && (take(']') || fail("lacks ']'"));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<Error> error_;
};

}  // namespace

Result<Path> Path::parse(std::string_view text) {
  if (text.empty() || text.size() > max_path_bytes) {
    return make_error(ErrorKind::syntax, "a path has 1 to 1024 bytes; write NAME/NAME[2]/@NAME");
  }
  Path path;
  path.text_ = text;
  path.from_root_ = text.starts_with('/');
  path.from_record_ = text.starts_with("../");
  if (path.from_root_) text.remove_prefix(1);
  if (path.from_record_) text.remove_prefix(3);
  if (const auto error = PathReader(text).read(path.steps_)) return *error;
  return path;
}

}  // namespace birthcase::exchange
