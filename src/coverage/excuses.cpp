#include <birthcase/coverage.hpp>

#include "json/document.hpp"
#include "nearest.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace birthcase {
namespace {

namespace js = boost::json;

constexpr std::array<std::string_view, 3> excuse_keys{"rule", "what", "reason"};

Error wrong(ErrorKind kind, std::string path, std::string message) {
  return Error{.kind = kind, .message = std::move(message), .path = std::move(path)};
}

Result<std::string> text_of(const js::object& row, std::string_view key, const std::string& path) {
  const js::value* value = row.if_contains(key);
  if (value == nullptr) return wrong(ErrorKind::missing, path, fmt::format("'{}' is missing here", key));
  if (!value->is_string() || value->get_string().empty()) {
    return wrong(ErrorKind::wrong_type, json::append(path, key), fmt::format("'{}' must be a text", key));
  }
  return std::string(value->get_string());
}

Result<Excuse> excuse_in(js::value& value, const std::string& path) {
  if (!value.is_object()) return wrong(ErrorKind::wrong_type, path, "an excuse is an object: rule, what, reason");
  js::object& row = value.get_object();
  json::drop_comment(row);
  for (const auto& member : row) {
    const auto key = std::string_view(member.key());
    if (std::find(excuse_keys.begin(), excuse_keys.end(), key) != excuse_keys.end()) continue;
    const auto near = nearest(key, excuse_keys);
    return wrong(ErrorKind::unknown_name, path,
                 fmt::format("unknown key '{}'{}", shown(key),
                             near.empty() ? std::string() : fmt::format("; did you mean '{}'?", near)));
  }
  auto rule = text_of(row, "rule", path);
  if (!rule) return rule.error();
  auto what = text_of(row, "what", path);
  if (!what) return what.error();
  auto reason = text_of(row, "reason", path);
  if (!reason) return reason.error();
  return Excuse{std::move(*rule), std::move(*what), std::move(*reason), path};
}

}  // namespace

Result<std::vector<Excuse>> excuses_in(std::string_view test_document, std::string name) {
  auto document = json::parse_document(test_document);
  if (!document) return document.error();
  std::vector<Excuse> excuses;
  if (!document->is_object()) return excuses;  // no test document, which its own reader says better
  js::value* const uncovered = document->get_object().if_contains("uncovered");
  if (uncovered == nullptr) return excuses;
  const std::string path = "/uncovered";
  if (!uncovered->is_array()) return wrong(ErrorKind::wrong_type, path, "'uncovered' must be a list");
  std::size_t place = 0;
  for (js::value& value : uncovered->get_array()) {
    auto excuse = excuse_in(value, json::append(path, place++));
    if (!excuse) {
      Error error = excuse.error();
      const json::Position at = json::locate(test_document, error.path);
      error.document = std::move(name);
      error.line = at.line;
      error.column = at.column;
      return error;
    }
    excuse->document = name;
    excuses.push_back(std::move(*excuse));
  }
  return excuses;
}

}  // namespace birthcase
