#include <birthcase/mutation.hpp>

#include "json/document.hpp"
#include "mutation/expression_changes.hpp"
#include "profile/rule_tables.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace birthcase {

struct ProfileMutants::Document {
  boost::json::value json;
};

namespace {

namespace js = boost::json;

constexpr std::array lists{"services", "evidence", "fields"};

std::string text_at(const js::object& object, std::string_view key) {
  const js::value* value = object.if_contains(key);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

const js::array* list_at(const js::object& object, std::string_view key) {
  const js::value* value = object.if_contains(key);
  return value == nullptr ? nullptr : value->if_array();
}

const js::object* object_at(const js::object& object, std::string_view key) {
  const js::value* value = object.if_contains(key);
  return value == nullptr ? nullptr : value->if_object();
}

class Mutants {
 public:
  std::vector<Mutant> of(const js::object& profile);

 private:
  template <class Visitor>
  void each_row(const js::object& object, std::string_view table, const std::string& path, const Visitor& visit);
  void rule(const js::object& row, const std::string& id, const std::string& path);
  void condition(const js::object& row, const std::string& id, const std::string& path);
  void expression(const js::object& row, std::string_view key, const std::string& id, const std::string& path);
  void dates(const js::object& row, const std::string& id, const std::string& path);
  void term(const js::object& row, const std::string& id, const std::string& path);
  void flags(const js::object& row, const std::string& id, const std::string& path);
  void default_of(const js::object& row, const std::string& id, const std::string& path);
  void listed(const js::object& row, std::string_view key, const std::string& id, const std::string& path);
  void add(const std::string& id, std::string change, const std::string& path, std::string place,
           std::optional<js::value> instead);

  std::vector<Mutant> mutants_;
  std::map<std::string, int> times_;  // by rule and change
};

void Mutants::add(const std::string& id, std::string change, const std::string& path, std::string place,
                  std::optional<js::value> instead) {
  if (const int times = ++times_[path + '\n' + change]; times > 1) change += fmt::format(" #{}", times);
  std::optional<std::string> json;
  if (instead) json = js::serialize(*instead);
  mutants_.push_back({id, std::move(change), path, std::move(place), std::move(json)});
}

template <class Visitor>
void Mutants::each_row(const js::object& object, std::string_view table, const std::string& path,
                       const Visitor& visit) {
  const js::array* rows = list_at(object, table);
  for (std::size_t i = 0; rows != nullptr && i < rows->size(); ++i) {
    if ((*rows)[i].is_object()) visit((*rows)[i].get_object(), json::append(json::append(path, table), i));
  }
}

std::vector<Mutant> Mutants::of(const js::object& profile) {
  each_row(profile, "evidence", "", [this](const js::object& type, const std::string& type_path) {
    each_row(type, "alternatives", type_path, [&](const js::object& row, const std::string& path) {
      rule(row, text_at(type, "id") + "/" + text_at(row, "evidence"), path);
    });
  });
  each_row(profile, "services", "", [this](const js::object& service, const std::string& service_path) {
    each_row(service, "evidence", service_path,
             [this](const js::object& row, const std::string& path) { rule(row, text_at(row, "id"), path); });
    if (const js::object* done = object_at(service, "done")) {
      rule(*done, text_at(*done, "id"), json::append(service_path, "done"));
    }
    each_row(service, "form", service_path, [&](const js::object& row, const std::string& path) {
      rule(row, text_at(service, "id") + "/" + text_at(row, "field"), path);
    });
  });
  profile::for_each_table_of_profile([&](const auto& table) {  // those of services are above, with their forms' lines
    each_row(profile, table.name, "",
             [this](const js::object& row, const std::string& path) { rule(row, text_at(row, "id"), path); });
  });
  each_row(profile, "fields", "",
           [this](const js::object& row, const std::string& path) { flags(row, text_at(row, "id"), path); });
  each_row(profile, "derivations", "",
           [this](const js::object& row, const std::string& path) { default_of(row, text_at(row, "id"), path); });
  if (profile.contains("valid")) dates(profile, text_at(profile, "id"), "");
  return std::move(mutants_);
}

void Mutants::rule(const js::object& row, const std::string& id, const std::string& path) {
  add(id, "delete", path, path, std::nullopt);
  condition(row, id, path);
  expression(row, "value", id, path);
  dates(row, id, path);
  term(row, id, path);
  for (const char* const list : lists) listed(row, list, id, path);
}

void Mutants::condition(const js::object& row, const std::string& id, const std::string& path) {
  const std::string when = text_at(row, "when");
  if (when.empty()) return;
  add(id, "negate", path, json::append(path, "when"), js::value("not(" + when + ")"));
  expression(row, "when", id, path);
}

void Mutants::expression(const js::object& row, std::string_view key, const std::string& id, const std::string& path) {
  for (const mutation::ExpressionChange& each : mutation::changes_of(text_at(row, key))) {
    add(id, fmt::format("{}: {}", key, each.change), path, json::append(path, key), js::value(each.text));
  }
}

void Mutants::dates(const js::object& row, const std::string& id, const std::string& path) {
  const js::object* valid = object_at(row, "valid");
  if (valid == nullptr) return;
  for (const char* const end : {"from", "until"}) {
    const std::string day = text_at(*valid, end);
    for (const std::string& moved : mutation::moved_by_one(day)) {
      add(id, fmt::format("valid/{}: {} → {}", end, day, moved), path, json::append(json::append(path, "valid"), end),
          js::value(moved));
    }
  }
}

// A term one longer and one shorter; one that is no number as the next longer that there is.
void Mutants::term(const js::object& row, const std::string& id, const std::string& path) {
  const js::object* within = object_at(row, "within");
  if (within == nullptr) return;
  for (const auto& member : *within) {
    const auto key = std::string_view(member.key());
    const std::string place = json::append(path, "within");
    if (!member.value().is_int64()) {
      add(id, fmt::format("within: {} → working_days 1", key), path, place, js::value(js::object{{"working_days", 1}}));
      continue;
    }
    const std::int64_t count = member.value().get_int64();
    for (const std::int64_t moved : {count + 1, count - 1}) {
      if (moved < 0) continue;
      add(id, fmt::format("within/{}: {} → {}", key, count, moved), path, json::append(place, key), js::value(moved));
    }
  }
}

// What is checked of a field's value and of nothing else.
void Mutants::flags(const js::object& row, const std::string& id, const std::string& path) {
  for (const char* const flag : {"past", "whole", "never_none"}) {
    if (row.contains(flag)) add(id, fmt::format("without {}", flag), path, json::append(path, flag), std::nullopt);
  }
}

// Whether what is told otherwise is remarked on, and whether something of one person is taken over for another.
void Mutants::default_of(const js::object& row, const std::string& id, const std::string& path) {
  if (row.contains("together")) add(id, "without together", path, json::append(path, "together"), std::nullopt);
  const std::string place = json::append(path, "default");
  if (row.contains("default")) {
    add(id, "without default", path, place, std::nullopt);
  } else if (row.contains("value") && !row.contains("severity") && !row.contains("finding")) {
    add(id, "with default", path, place, js::value(true));
  }
}

// A list of one is the whole rule, which `delete` takes away.
void Mutants::listed(const js::object& row, std::string_view key, const std::string& id, const std::string& path) {
  const js::array* items = list_at(row, key);
  for (std::size_t i = 0; items != nullptr && items->size() > 1 && i < items->size(); ++i) {
    if (!(*items)[i].is_string()) continue;
    add(id, fmt::format("{}: without {}", key, std::string_view((*items)[i].get_string())), path,
        json::append(json::append(path, key), i), std::nullopt);
  }
}

// What a pointer's last step leads from, and that step.
std::pair<js::value*, std::string> parent_of(js::value& document, std::string_view pointer) {
  js::value* at = &document;
  for (;;) {
    pointer.remove_prefix(1);
    const auto end = pointer.find('/');
    std::string key(pointer.substr(0, end));
    for (auto tilde = key.find('~'); tilde != std::string::npos; tilde = key.find('~', tilde + 1)) {
      key.replace(tilde, 2, key[tilde + 1] == '1' ? "/" : "~");
    }
    if (end == std::string_view::npos) return {at, std::move(key)};
    at = at->is_array() ? &at->get_array()[std::stoul(key)] : &at->get_object().at(key);
    pointer.remove_prefix(end);
  }
}

}  // namespace

Result<ProfileMutants> ProfileMutants::make(std::string_view profile_json) {
  auto json = json::parse_document(profile_json);
  if (!json) return json.error();
  ProfileMutants mutants;
  if (json->is_object()) mutants.mutants_ = Mutants().of(json->get_object());
  mutants.document_ = std::make_shared<const Document>(Document{std::move(*json)});
  return mutants;
}

std::string ProfileMutants::text(const Mutant& mutant) const {
  js::value changed = document_->json;
  const auto [parent, key] = parent_of(changed, mutant.place);
  if (js::array* items = parent->if_array()) {
    const auto place = std::stoul(key);
    if (mutant.json) {
      (*items)[place] = json::parse_document(*mutant.json).value();
    } else {
      items->erase(items->begin() + static_cast<std::ptrdiff_t>(place));
    }
  } else if (mutant.json) {
    parent->get_object()[key] = json::parse_document(*mutant.json).value();
  } else {
    parent->get_object().erase(key);
  }
  return js::serialize(changed);
}

}  // namespace birthcase
