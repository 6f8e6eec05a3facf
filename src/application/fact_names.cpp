#include "application/fact_names.hpp"

#include "application/errors.hpp"

#include <charconv>
#include <optional>
#include <string>
#include <vector>

namespace birthcase {
namespace application {
namespace {

/// `newborns[0].name` taken apart: the name in the schema, and whose.
struct FactName {
  std::string name;
  std::uint16_t newborn = FactRef::family;
};

constexpr std::string_view list_opening = "newborns[";

std::optional<FactName> taken_apart(std::string_view name) {
  if (!name.starts_with(list_opening)) return FactName{std::string(name), FactRef::family};
  const char* const end = name.data() + name.size();
  std::uint16_t newborn = 0;
  const auto number = std::from_chars(name.data() + list_opening.size(), end, newborn);
  const std::string_view rest(number.ptr, static_cast<std::size_t>(end - number.ptr));
  if (number.ec != std::errc() || !rest.starts_with("].") || newborn >= Application::max_newborns) return std::nullopt;
  return FactName{std::string(Schema::newborn_prefix) + std::string(rest.substr(2)), newborn};
}

Error no_such_fact(const Schema& schema, std::string_view name) {
  std::vector<std::string> names = schema.names();
  for (std::string& each : names) {
    if (each.starts_with(Schema::newborn_prefix)) each.replace(0, Schema::newborn_prefix.size(), "newborns[0].");
  }
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  return make_error(ErrorKind::unknown_name, no_such("fact", name, candidates));
}

}  // namespace

Result<FactRef> fact_of(const Schema& schema, std::string_view name) {
  const auto parts = taken_apart(name);
  const auto found = parts ? schema.find(parts->name) : std::nullopt;
  if (!found || found->newborn_list) return no_such_fact(schema, name);
  const bool whose_known = found->slot.newborn == (parts->newborn != FactRef::family);
  const bool of_the_plan = schema.at(found->slot).parent == no_index;
  if (!whose_known || of_the_plan) return no_such_fact(schema, name);
  return FactRef{found->slot.index, parts->newborn};
}

}  // namespace application

Result<FactRef> fact_named(const Profile& profile, std::string_view name) {
  return application::fact_of(profile.rules().schema, name);
}

}  // namespace birthcase
