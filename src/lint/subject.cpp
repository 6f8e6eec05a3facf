#include "lint/subject.hpp"

#include "json/document.hpp"
#include "profile/rule_tables.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <utility>

namespace birthcase::linting {
namespace {

namespace js = boost::json;

}  // namespace

std::string_view text_of(const js::object& object, std::string_view key) noexcept {
  const js::value* value = object.if_contains(key);
  if (value == nullptr || !value->is_string()) return {};
  return {value->get_string().data(), value->get_string().size()};
}

bool covers(const Validity& outer, const Validity& inner) noexcept {
  const bool begins = !outer.from || (inner.from && *outer.from <= *inner.from);
  const bool ends = !outer.until || (inner.until && *inner.until <= *outer.until);
  return begins && ends;
}

Subject::Subject(const profile::Layers& layers, const Rules& rules) : layers_(layers), rules_(rules) {
  const auto enter = [this](const Object& object, std::string_view table) {
    for (const Object* row : rows(object, table)) rule_rows_.emplace(text_of(*row, "id"), row);
  };
  profile::for_each_table([&](const auto& table) {
    if (table.in_service.empty()) return enter(document(), table.name);
    for (const Object* service : rows("services")) enter(*service, table.in_service);
  });
}

std::vector<const Subject::Object*> Subject::rows(const Object& object, std::string_view table) {
  std::vector<const Object*> result;
  const js::value* value = object.if_contains(table);
  if (value != nullptr && value->is_object()) result.push_back(&value->get_object());
  if (value == nullptr || !value->is_array()) return result;
  for (const js::value& row : value->get_array()) {
    if (row.is_object()) result.push_back(&row.get_object());
  }
  return result;
}

bool Subject::is_own(const Object& row) const { return layers_.place_of(row).document == rules_.id; }

void Subject::remark(std::string_view code, const Object& row, std::string_view member, Words words) {
  if (is_full()) return;
  const Error at = layers_.locate(row, member, {}, {});
  if (at.document != rules_.id) return;
  remarks_.push_back({.severity = severity_of(code),
                      .code = std::string(code),
                      .document = at.document,
                      .path = at.path,
                      .line = at.line,
                      .column = at.column,
                      .message = std::move(words.message),
                      .suggestion = std::move(words.suggestion)});
}

void Subject::remark(std::string_view code, const Rule& rule, std::string_view member, Words words) {
  const std::size_t before = remarks_.size();
  remark(code, row(rule), member, std::move(words));
  if (remarks_.size() > before) remarks_.back().rule = rule.id;
}

}  // namespace birthcase::linting
