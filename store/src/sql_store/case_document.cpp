#include "sql_store/case_document.hpp"

#include <birthcase/case.hpp>

#include "json/document.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>

namespace birthcase::store {
namespace {

namespace js = boost::json;

// Reads members of one object; the first thing that is wrong is kept, and everything read after it is empty.
class Members {
 public:
  Members(const js::value& json, std::string path) : object_(json.if_object()), path_(std::move(path)) {
    if (object_ == nullptr) fail(ErrorKind::wrong_type, "an object is expected here", {});
  }

  std::string text(std::string_view key) {
    const js::value* value = member(key);
    if (value == nullptr) return {};
    if (const auto* text = value->if_string()) return std::string(*text);
    fail(ErrorKind::wrong_type, "a text is expected here", key);
    return {};
  }

  std::uint64_t number(std::string_view key, std::uint64_t most) {
    const js::value* value = member(key);
    if (value == nullptr) return 0;
    boost::system::error_code failed;
    const auto number = value->to_number<std::uint64_t>(failed);
    if (!failed && number <= most) return number;
    fail(ErrorKind::out_of_range, fmt::format("a number from 0 to {} is expected here", most), key);
    return 0;
  }

  bool boolean(std::string_view key) {
    const js::value* value = member(key);
    if (value == nullptr) return false;
    if (const auto* yes = value->if_bool()) return *yes;
    fail(ErrorKind::wrong_type, "true or false is expected here", key);
    return false;
  }

  const js::array& list(std::string_view key) {
    static const js::array none;
    const js::value* value = member(key);
    if (value == nullptr) return none;
    if (const auto* list = value->if_array()) return *list;
    fail(ErrorKind::wrong_type, "a list is expected here", key);
    return none;
  }

  PersonalText personal(std::string_view key) {
    const js::value* value = member(key);
    if (value == nullptr) return {};
    if (value->is_null()) return {.erased = true};
    Members inner(*value, json::append(path_, key));
    PersonalText read{inner.bytes("salt"), inner.text("text")};
    if (inner.error_ && !error_) error_ = inner.error_;
    return read;
  }

  std::string path_of(std::string_view key, std::size_t place) const {
    return json::append(json::append(path_, key), place);
  }

  void fail(ErrorKind kind, std::string_view message, std::string_view key) {
    if (error_) return;
    error_ =
        Error{.kind = kind, .message = std::string(message), .path = key.empty() ? path_ : json::append(path_, key)};
  }

  const std::optional<Error>& error() const noexcept { return error_; }

 private:
  const js::value* member(std::string_view key) {
    const js::value* value = object_ == nullptr ? nullptr : object_->if_contains(key);
    if (value == nullptr) fail(ErrorKind::missing, "this must be given", key);
    return value;
  }

  std::string bytes(std::string_view key) {
    const std::string digits = text(key);
    std::string bytes;
    if (digits.size() % 2 != 0 || digits.find_first_not_of("0123456789abcdef") != std::string::npos) {
      fail(ErrorKind::syntax, "pairs of hexadecimal digits are expected here", key);
      return bytes;
    }
    const auto value = [](char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; };
    for (std::size_t at = 0; at < digits.size(); at += 2) {
      bytes += static_cast<char>(value(digits[at]) * 16 + value(digits[at + 1]));
    }
    return bytes;
  }

  const js::object* object_;
  std::string path_;
  std::optional<Error> error_{};
};

// What SQLite can hold.
constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

ProfileText layer_from(Members& members, const std::string&) { return {members.text("id"), members.text("text")}; }

KeptEvent event_from(Members& members, const std::string&) {
  return {members.number("sequence", most),
          members.text("at"),
          members.text("by"),
          members.text("type"),
          members.text("data"),
          members.personal("personal"),
          members.text("personal_digest"),
          members.text("message_digest"),
          members.text("hash")};
}

KeptRow message_from(Members& members, const std::string& case_id) {
  return {{members.number("sequence", most), members.text("id"), case_id, members.personal("body")},
          members.text("step"),
          members.text("organisation"),
          members.boolean("acknowledged"),
          static_cast<std::uint32_t>(members.number("attempts", most_counted))};
}

template <class Item>
Result<std::vector<Item>> items_of(Members& members, std::string_view key, const std::string& case_id,
                                   Item (*read)(Members&, const std::string&)) {
  std::vector<Item> items;
  for (const js::value& value : members.list(key)) {
    Members inner(value, members.path_of(key, items.size()));
    items.push_back(read(inner, case_id));
    if (inner.error()) return *inner.error();
  }
  return items;
}

Result<CaseDocument> document_from(const js::value& json) {
  Members members(json, "");
  CaseDocument document;
  if (members.text("format") != case_document_format) {
    members.fail(ErrorKind::unknown_name, "this is not a case that `export_case` wrote, or a newer library wrote it",
                 "format");
  }
  document.row = {
      members.text("case"), members.text("profile"), members.text("status"), members.number("version", most), {},
      members.text("head")};
  if (!value_named(document.row.status, CaseStatus::closed)) {
    members.fail(ErrorKind::unknown_name, "there is no such status of a case", "status");
  }
  auto layers = items_of(members, "layers", document.row.id, layer_from);
  if (!layers) return layers.error();
  auto events = items_of(members, "events", document.row.id, event_from);
  if (!events) return events.error();
  auto messages = items_of(members, "messages", document.row.id, message_from);
  if (!messages) return messages.error();
  if (members.error()) return *members.error();
  document.layers = std::move(*layers);
  document.events = std::move(*events);
  document.messages = std::move(*messages);
  return document;
}

}  // namespace

Result<CaseDocument> parse_case_document(std::string_view json) {
  boost::system::error_code failed;
  const js::value document = js::parse(json, failed, {}, {.max_depth = json::max_depth});
  if (failed) return Error{.kind = ErrorKind::syntax, .message = "this is not JSON: " + failed.message()};
  return document_from(document);
}

}  // namespace birthcase::store
