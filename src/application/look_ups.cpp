#include "application/look_ups.hpp"

#include <birthcase/text.hpp>

#include "application/errors.hpp"
#include "application/fact_names.hpp"
#include "application/values.hpp"
#include "json/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace birthcase {
namespace {

constexpr std::array<std::string_view, 6> state_names{"open", "asked", "found", "not_found", "not_available", "seen"};

}  // namespace

std::string_view to_string(LookUpState state) noexcept { return state_names[static_cast<std::size_t>(state)]; }

std::string_view to_string(Origin origin) noexcept {
  constexpr std::string_view names[] = {"unknown", "told", "looked_up", "issued", "derived", "hospital"};
  return names[static_cast<std::size_t>(origin)];
}

namespace application {
namespace {

Error at(Error error, std::string_view path) {
  error.path.insert(0, path);
  return error;
}

Error contradiction(std::string message, std::string path) {
  return make_error(ErrorKind::contradiction, std::move(message), std::move(path));
}

Result<ShareId> share_named(const Rules& rules, std::string_view id) {
  std::vector<std::string_view> ids;
  for (const DataShare& share : rules.shares) {
    if (share.id == id && share.hospital) {
      return contradiction("these are the hospital's own records; nobody is asked for them", "/id");
    }
    if (share.id == id) return rules.id_of(share);
    if (!share.hospital) ids.push_back(share.id);
  }
  return make_error(ErrorKind::unknown_name, no_such_id("look-up", id, ids), "/id");
}

Result<std::uint16_t> whose(const DataShare& share, std::size_t newborns, std::uint16_t newborn) {
  const bool named = newborn != FactRef::family;
  if (!share.per_newborn) {
    if (!named) return newborn;
    return contradiction("this look-up is not about one newborn; leave the newborn out", "/newborn");
  }
  if (!named && newborns == 1) return std::uint16_t{0};
  if (!named) {
    return make_error(ErrorKind::missing, "this is looked up for each newborn; say which, counting from 0", "/newborn");
  }
  if (newborn < newborns) return newborn;
  return make_error(ErrorKind::out_of_range,
                    fmt::format("there is no such newborn; there are {}, counted from 0", newborns), "/newborn");
}

Result<Value> value_of(const Rules& rules, FieldId field, const Value& value) {
  if (value.is_null()) return value;
  if (value.is_unknown()) {
    return make_error(ErrorKind::wrong_type, "give the value that was found, or null if there is none");
  }
  auto reading = read_value(rules, field, value);
  if (!reading) return reading.error();
  if (reading->fault == Fault::none) return std::move(reading->value);
  return make_error(ErrorKind::out_of_range, "the value does not pass the check of its format, length or codes");
}

Result<FoundFact> found_fact(const Rules& rules, const LookUp& look_up, const NamedFact& named) {
  const auto fact = fact_of(rules.schema, named.fact);
  if (!fact) return fact.error();
  const DataShare& share = rules.shares[look_up.share];
  const FieldId field = rules.schema.at(*fact).field;
  const bool supplied = std::find(share.fields.begin(), share.fields.end(), field) != share.fields.end();
  const bool of_another = fact->newborn != FactRef::family && fact->newborn != look_up.newborn;
  if (field == no_index || !supplied || of_another) {
    return contradiction("this look-up does not supply this fact; leave it out", {});
  }
  auto value = value_of(rules, field, named.value);
  if (!value) return value.error();
  return FoundFact{*fact, std::move(*value)};
}

std::string path_of(const NamedFact& fact) {
  return json::is_presentable(fact.fact) ? json::append("/facts", fact.fact) : "/facts";
}

std::optional<Error> read_facts(const Rules& rules, const NamedLookUp& named, LookUp& look_up) {
  if (!named.facts.empty() && !succeeded(named.state)) {
    return contradiction("facts belong to a look-up that is found or seen; leave them out", "/facts");
  }
  for (const NamedFact& each : named.facts) {
    auto fact = found_fact(rules, look_up, each);
    if (!fact) return at(fact.error(), path_of(each));
    const auto again = std::find_if(look_up.facts.begin(), look_up.facts.end(),
                                    [&](const FoundFact& other) { return other.fact == fact->fact; });
    if (again != look_up.facts.end()) {
      return contradiction("this fact stands here twice; remove one of them", path_of(each));
    }
    look_up.facts.push_back(std::move(*fact));
  }
  return std::nullopt;
}

std::optional<Error> check_reference(std::string_view reference) {
  if (reference.size() > Application::max_reference_bytes) {
    return make_error(ErrorKind::out_of_range, fmt::format("longer than {} bytes", Application::max_reference_bytes),
                      "/reference");
  }
  if (auto valid = check_utf8(reference); !valid) return at(valid.error(), "/reference");
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  if (std::none_of(reference.begin(), reference.end(), is_control)) return std::nullopt;
  return make_error(ErrorKind::out_of_range, "a reference has no control characters", "/reference");
}

}  // namespace

Result<LookUpState> look_up_state_named(std::string_view name) {
  for (std::size_t i = 1; i < state_names.size(); ++i) {
    if (name == state_names[i]) return static_cast<LookUpState>(i);
  }
  return make_error(ErrorKind::unknown_name, "a look-up is 'asked', 'found', 'not_found', 'not_available' or 'seen'");
}

const LookUp* find_look_up(const FactStore& store, ShareId share, std::uint16_t newborn) noexcept {
  for (const LookUp& each : store.look_ups) {
    if (each.share == share && each.newborn == newborn) return &each;
  }
  return nullptr;
}

std::optional<Error> note(const Rules& rules, FactStore& store, const NamedLookUp& named) {
  const auto share = share_named(rules, named.id);
  if (!share) return share.error();
  const auto newborn = whose(rules.shares[*share], store.newborns.size(), named.newborn);
  if (!newborn) return newborn.error();
  LookUp look_up{
      .share = *share, .newborn = *newborn, .state = named.state, .at = named.at, .reference = named.reference};
  if (auto error = check_reference(named.reference)) return error;
  if (auto error = read_facts(rules, named, look_up)) return error;
  const LookUp* before = find_look_up(store, *share, *newborn);
  if (named.state == LookUpState::open) {
    if (before != nullptr) store.look_ups.erase(store.look_ups.begin() + (before - store.look_ups.data()));
  } else if (before != nullptr) {
    store.look_ups[static_cast<std::size_t>(before - store.look_ups.data())] = std::move(look_up);
  } else {
    store.look_ups.push_back(std::move(look_up));
  }
  return std::nullopt;
}

}  // namespace application

Result<void> Application::look_up(const NamedLookUp& look_up) {
  FactStore changed = *facts_;
  if (auto error = application::note(profile_.rules(), changed, look_up)) return *error;
  change() = std::move(changed);
  return {};
}

void Application::forget_issued(std::span<const FactRef> facts) {
  const auto told_anew = [facts](const IssuedFact& issued) {
    return std::find(facts.begin(), facts.end(), issued.fact) != facts.end();
  };
  if (std::none_of(facts_->issued.begin(), facts_->issued.end(), told_anew)) return;
  std::erase_if(change().issued, told_anew);
}

void Application::note_issued(std::span<const FactRef> facts, OrganisationId organisation, const DateTime& at,
                              std::string_view message) {
  forget_issued(facts);
  std::vector<IssuedFact>& issued = change().issued;
  for (const FactRef fact : facts) issued.push_back({fact, organisation, at, std::string(message)});
}

}  // namespace birthcase
