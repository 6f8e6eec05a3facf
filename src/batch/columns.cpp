#include "batch/columns.hpp"

#include "application/values.hpp"
#include "make_error.hpp"
#include "text/counted.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace birthcase::batch {
namespace {

// The column is named by the caller's own words for the fact; what it holds is never shown.
Error at(Error error, const BatchColumn& column) {
  error.message = fmt::format("column '{}': {}", column.fact, error.message);
  return error;
}

Error at(Error error, const BatchColumn& column, std::size_t place) {
  error.path = fmt::format("/{}{}", place, error.path);
  return at(std::move(error), column);
}

constexpr std::string_view documents_column = "documents";

Result<void> check_codes(std::span<const std::uint32_t> codes, std::size_t values, std::size_t births) {
  if (codes.size() != births) {
    return make_error(ErrorKind::out_of_range, fmt::format("has {0} {0:code|codes} for {1} {1:birth|births}",
                                                           text::counted(codes.size()), text::counted(births)));
  }
  std::uint32_t largest = 0;  // one more than each code, so that what was not told is the least
  for (const std::uint32_t code : codes) largest = std::max(largest, code + 1);
  if (largest <= values) return {};
  const auto wrong = std::find_if(codes.begin(), codes.end(),
                                  [=](std::uint32_t code) { return code != BatchColumn::not_told && code >= values; });
  return make_error(ErrorKind::out_of_range,
                    fmt::format("birth {0} has the code {1}, and there {2:is|are} {2} {2:value|values}",
                                wrong - codes.begin(), *wrong, text::counted(values)));
}

Result<std::pair<Told, Value>> read_value(const Rules& rules, const Schema::Node& node, const Value& value) {
  if (value.is_unknown()) return std::pair(Told::nothing, Value());
  if (value.is_null()) return std::pair(Told::none, value);
  if (node.field == no_index) {
    return make_error(ErrorKind::wrong_type, "this is a group of facts; it can only be null");
  }
  auto reading = application::read_value(rules, node.field, value);
  if (!reading) return reading.error();
  if (reading->fault != application::Fault::none) return std::pair(Told::refused, Value());
  return std::pair(Told::known, std::move(reading->value));
}

}  // namespace

Result<Columns> Columns::read(const Profile& profile, const Births& births) {
  Columns columns(profile, births);
  columns.all_.reserve(births.facts.size());
  for (const BatchColumn& given : births.facts) {
    if (auto done = columns.read(given); !done) return done.error();
  }
  const auto depth = [&](const Column& column) {
    const std::string& name = profile.rules().schema.at(column.fact).name;
    return std::count(name.begin(), name.end(), '.');
  };
  std::stable_sort(columns.all_.begin(), columns.all_.end(), [&](const Column& a, const Column& b) {
    const auto order = [&](const Column& of) {  // the family, which is 0 then, before the newborns
      return std::tuple(static_cast<std::uint16_t>(of.fact.newborn + 1), depth(of));
    };
    return order(a) < order(b);
  });
  if (auto done = columns.check_groups(); !done) return done.error();
  if (auto done = columns.check_documents(); !done) return done.error();
  return columns;
}

Result<void> Columns::read(const BatchColumn& given) {
  const auto fact = fact_named(profile_, given.fact);
  if (!fact) return fact.error();
  if (find(*fact) != nullptr) return at(make_error(ErrorKind::contradiction, "the fact has two columns"), given);
  if (auto good = check_codes(given.codes, given.values.size(), births_->count); !good) return at(good.error(), given);
  const Rules& rules = profile_.rules();
  Column column{*fact, &given};
  column.told.reserve(given.values.size());
  column.values.reserve(given.values.size());
  for (std::size_t i = 0; i < given.values.size(); ++i) {
    auto read = read_value(rules, rules.schema.at(*fact), given.values[i]);
    if (!read) return at(read.error(), given, i);
    column.told.push_back(read->first);
    column.values.push_back(std::move(read->second));
  }
  all_.push_back(std::move(column));
  return {};
}

Result<void> Columns::check_documents() const {
  if (!births_->documents) return {};
  const BatchDocuments& documents = *births_->documents;
  auto good = check_codes(documents.codes, documents.values.size(), births_->count);
  if (!good) good.error().message = fmt::format("column '{}': {}", documents_column, good.error().message);
  return good;
}

// What is null with its group cannot be something as well.
Result<void> Columns::check_groups() const {
  for (const Column& group : all_) {
    if (profile_.rules().schema.at(group.fact).field != no_index) continue;
    for (const Column* told : in_group(group.fact)) {
      for (std::size_t birth = 0; birth < births_->count; ++birth) {
        if (!group.is_none(birth) || !told->is_told(birth) || told->is_none(birth)) continue;
        return at(make_error(ErrorKind::contradiction,
                             fmt::format("birth {} has it in '{}', which is null", birth, group.given->fact)),
                  *told->given);
      }
    }
  }
  return {};
}

const Column* Columns::find(FactRef fact) const noexcept {
  const auto found =
      std::find_if(all_.begin(), all_.end(), [fact](const Column& column) { return column.fact == fact; });
  return found == all_.end() ? nullptr : &*found;
}

bool Columns::is_in(FactRef fact, FactRef group) const noexcept {
  const Schema& schema = profile_.rules().schema;
  if (fact.newborn != group.newborn) return false;
  const auto is_group = [](Index node) {  // facts of the plan itself stand in none
    return node != no_index && node != Schema::family_root && node != Schema::newborn_root;
  };
  for (Index parent = schema.at(fact).parent; is_group(parent);) {
    if (schema.node(parent).slot == group.slot()) return true;
    parent = schema.node(parent).parent;
  }
  return false;
}

std::vector<const Column*> Columns::groups_of(FactRef fact) const {
  std::vector<const Column*> groups;
  for (const Column& column : all_) {
    if (profile_.rules().schema.at(column.fact).field != no_index) continue;
    if (column.fact == fact || is_in(fact, column.fact)) groups.push_back(&column);
  }
  return groups;
}

std::vector<const Column*> Columns::in_group(FactRef group) const {
  std::vector<const Column*> inside;
  for (const Column& column : all_) {
    if (is_in(column.fact, group)) inside.push_back(&column);
  }
  return inside;
}

std::vector<std::uint16_t> Columns::newborns(std::size_t first, std::size_t count) const {
  std::vector<std::uint16_t> newborns(count, 0);
  for (const Column& column : all_) {
    if (column.fact.newborn == FactRef::family) continue;
    const auto told = static_cast<std::uint16_t>(column.fact.newborn + 1);
    for (std::size_t i = 0; i < count; ++i) {
      if (newborns[i] < told && column.is_told(first + i)) newborns[i] = told;
    }
  }
  return newborns;
}

Result<void> Columns::hand_in(std::size_t list, Application& application) const {
  for (const BatchDocument& document : births_->documents->values[list]) {
    auto done = application.hand_in(document.evidence, document.holder, document.as, document.newborn);
    if (done) continue;
    Error error = done.error();
    error.message = fmt::format("column '{}': {}", documents_column, error.message);
    error.path = fmt::format("/{}{}", list, error.path.substr(std::string_view("/evidence").size()));
    return error;
  }
  return {};
}

// A newborn of whom nothing is told before one of whom something is told is there too.
Result<Application> Columns::application(std::size_t birth) const {
  Application application(profile_);
  for (const Column& column : all_) {
    if (!column.is_told(birth)) continue;
    const std::string& name = profile_.rules().schema.at(column.fact).name;
    const Value& value = column.given->values[column.given->codes[birth]];
    for (std::size_t next = application.newborn_count();
         column.fact.newborn != FactRef::family && next < column.fact.newborn; ++next) {
      application.put(name, value, static_cast<std::uint16_t>(next)).value();
      application.clear(name, static_cast<std::uint16_t>(next)).value();
    }
    application.put(name, value, column.fact.newborn).value();
  }
  if (!births_->documents || births_->documents->codes[birth] == BatchColumn::not_told) return application;
  if (auto done = hand_in(births_->documents->codes[birth], application); !done) return done.error();
  return application;
}

}  // namespace birthcase::batch
