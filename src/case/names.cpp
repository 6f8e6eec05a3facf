#include "case/names.hpp"

#include <birthcase/numbers.hpp>

#include "application/errors.hpp"
#include "json/document.hpp"
#include "plan_json/names.hpp"

#include <algorithm>
#include <array>

namespace birthcase {
namespace cases {
namespace {

constexpr std::size_t longest_id = 64;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// With or without the letter behind it, which may be a check character.
bool is_number_of_somebody(std::string_view number) noexcept {
  std::array<char, 18> plain{};
  if (number.size() > plain.size()) return false;
  std::transform(number.begin(), number.end(), plain.begin(), [](char c) { return c == 'x' ? 'X' : c; });
  const std::string_view read(plain.data(), number.size());
  const NumberFault fault = check_citizen_id(read).fault;
  return fault == NumberFault::none || fault == NumberFault::superseded || check_permanent_residence_card(read).ok() ||
         (read.size() == 11 && check_mobile(read).ok());
}

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
  const std::string& name = schema.at(*ref).name;
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
  return !id.empty() && id.size() <= longest_id && std::all_of(id.begin(), id.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '.' || c == '_' || c == '-';
  });
}

bool may_name_new_case(std::string_view id) noexcept {
  if (!is_case_id(id)) return false;
  while (!id.empty()) {
    const auto length = static_cast<std::size_t>(std::find_if_not(id.begin(), id.end(), is_digit) - id.begin());
    if (length > 0 &&
        (is_number_of_somebody(id.substr(0, length)) || is_number_of_somebody(id.substr(0, length + 1)))) {
      return false;
    }
    id.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return true;
}

bool is_actor(std::string_view by) noexcept {
  constexpr int too_many_digits = 11;
  if (by.empty() || by.size() > longest_id) return false;
  int digits = 0;
  for (const char c : by) {
    if (!is_letter(c) && !is_digit(c) && std::string_view("-_.@").find(c) == std::string_view::npos) return false;
    if (is_letter(c)) digits = 0;
    if (is_digit(c) && ++digits == too_many_digits) return false;
  }
  return true;
}

bool is_document_of(const Rules& rules, std::string_view id) noexcept {
  return std::any_of(rules.evidence.begin(), rules.evidence.end(), [id](const auto& each) { return each.id == id; });
}

bool is_organisation_of(const Rules& rules, std::string_view id) noexcept {
  const auto& all = rules.organisations;
  return std::any_of(all.begin(), all.end(), [id](const Organisation& each) { return each.id == id; });
}

}  // namespace cases
}  // namespace birthcase
