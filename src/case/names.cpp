#include "case/names.hpp"

#include "application/errors.hpp"
#include "json/document.hpp"
#include "plan_json/names.hpp"

#include <algorithm>

namespace birthcase {
namespace cases {
namespace {

// Where a fact stands by its name, unless the name may be somebody's.
std::string path_of_name(const std::string& name) { return json::is_presentable(name) ? "/" + name : std::string(); }

}  // namespace

std::string step_id(const Service& service, std::uint16_t newborn) { return numbered(service.id, newborn); }

bool is_step_of(std::string_view step, std::string_view service, std::uint16_t newborn) noexcept {
  if (!step.starts_with(service)) return false;
  const std::string_view rest = step.substr(service.size());
  if (rest.empty()) return true;
  return rest.front() == '#' && (newborn == FactRef::family || rest.substr(1) == std::to_string(newborn + 1));
}

const Service* service_named(const Rules& rules, std::string_view id) noexcept {
  const auto at =
      std::find_if(rules.services.begin(), rules.services.end(), [id](const Service& each) { return each.id == id; });
  return at == rules.services.end() ? nullptr : &*at;
}

const Organisation* organisation_named(const Rules& rules, std::string_view id) noexcept {
  const auto at = std::find_if(rules.organisations.begin(), rules.organisations.end(),
                               [id](const Organisation& each) { return each.id == id; });
  return at == rules.organisations.end() ? nullptr : &*at;
}

Plan plan_accepted(const Profile& profile, const Application& application, const DateTime& accepted_at) {
  const auto slot = profile.rules().schema.applied_at();
  if (!slot) return plan(profile, application, accepted_at.date());
  Application accepted = application;
  accepted.put(profile.rules().schema.at(*slot).name, Value::date_time(accepted_at)).value();
  return plan(profile, accepted, accepted_at.date());
}

const Value& given(const Application& application, FactRef fact) noexcept {
  const FactStore& facts = *application.facts();
  return fact.newborn == FactRef::family ? facts.family[fact.index] : facts.newborns[fact.newborn][fact.index];
}

Result<void> put(Application& application, const NamedFact& fact) {
  const auto ref = fact_named(application.profile(), fact.fact);
  if (!ref) return ref.error();
  const Schema& schema = application.profile().rules().schema;
  const std::string& name = schema.at(Slot{ref->index, ref->newborn != FactRef::family}).name;
  auto done = application.put(name, fact.value, ref->newborn);
  if (!done && done.error().path.empty()) {
    Error error = done.error();
    error.path = fact_path(application.profile(), *ref);
    return error;
  }
  return done;
}

Result<void> put(Application& application, const std::vector<NamedFact>& facts) {
  for (auto fact = facts.begin(); fact != facts.end(); ++fact) {
    const bool again =
        std::any_of(facts.begin(), fact, [&](const NamedFact& other) { return other.fact == fact->fact; });
    if (again) {
      return application::make_error(ErrorKind::contradiction, "this fact stands there twice; say it once",
                                     path_of_name(fact->fact));
    }
    if (auto done = put(application, *fact); !done) {
      Error error = done.error();
      if (error.path.empty()) error.path = path_of_name(fact->fact);
      return error;
    }
  }
  return {};
}

std::vector<FactRef> facts_named(const Profile& profile, const std::vector<NamedFact>& facts) {
  std::vector<FactRef> named;
  for (const NamedFact& each : facts) {
    if (const auto fact = fact_named(profile, each.fact)) named.push_back(*fact);
  }
  return named;
}

Result<void> hand_in(Application& application, const NamedDocument& document) {
  return application.hand_in(document.type, document.holder, document.as, document.newborn);
}

NamedDocument named(const Rules& rules, const EvidenceItem& item) {
  return {.type = item.type->id,
          .holder = item.holder == no_index ? std::string() : rules.holders[item.holder].id,
          .newborn = item.newborn};
}

bool is_named(const Rules& rules, const EvidenceItem& item, std::string_view type, std::string_view holder,
              std::uint16_t newborn) noexcept {
  const bool same_type = item.type->id == type || (item.asked != no_index && rules.evidence[item.asked].id == type);
  const bool same_holder = holder.empty() || (item.holder != no_index && rules.holders[item.holder].id == holder);
  return same_type && same_holder && (newborn == FactRef::family || newborn == item.newborn);
}

bool is_case_id(std::string_view id) noexcept {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '-';
  };
  return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), fits);
}

bool is_actor(std::string_view by) noexcept {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  return !by.empty() && by.size() <= 64 && std::none_of(by.begin(), by.end(), is_control);
}

}  // namespace cases
}  // namespace birthcase
