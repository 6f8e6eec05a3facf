#include "testing/names.hpp"

#include "application/errors.hpp"
#include "finding_codes.hpp"
#include "nearest.hpp"
#include "profile/every_rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace birthcase::testing {
namespace {

Error mistake(ErrorKind kind, std::string message) { return {.kind = kind, .message = std::move(message)}; }

// `late-statement[0]` as its parts. What stands between the brackets may be no number; then there is none.
struct Numbered {
  std::string_view name;
  bool has_number = false;
  std::optional<std::uint16_t> number{};
};

Numbered split_number(std::string_view text) {
  const auto open = text.rfind('[');
  if (!text.ends_with(']') || open == std::string_view::npos) return {text};
  Numbered parts{text.substr(0, open), true};
  const std::string_view digits = text.substr(open + 1, text.size() - open - 2);
  std::uint16_t number = 0;
  const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (end.ec == std::errc() && end.ptr == digits.data() + digits.size()) parts.number = number;
  return parts;
}

Error no_such_newborn(std::uint16_t newborns) {
  return mistake(ErrorKind::out_of_range,
                 fmt::format("there is no such newborn in this case; the last one is [{}]", newborns - 1));
}

template <class Table>
void enter(profile::Directory& directory, const Table& table) {
  for (const auto& row : table) directory.add(row.id);
}

bool has_role(const Plan& plan, HolderId role, HolderId person) {
  if (role == person) return true;
  const Rules& rules = plan.profile().rules();
  const Holder& holder = rules.holders[role];
  if (std::find(holder.any_of.begin(), holder.any_of.end(), person) != holder.any_of.end()) return true;
  if (!holder.decided_by || !holder.decided_by->newborn) return plan.person(role) == person;
  for (std::uint16_t newborn = 0; newborn < plan.newborns(); ++newborn) {
    if (plan.person(role, newborn) == person) return true;
  }
  return false;
}

}  // namespace

bool means(const Plan& plan, const Name& name, const Item& item) {
  if (name.what != item.what) return false;
  switch (name.what) {
    case What::finding: {
      const Finding& finding = plan.findings[item.id];
      return finding.code == name.code && (!name.with_path || finding.path == name.path);
    }
    case What::fact:
      return name.fact() == item.fact();
    case What::channel:
      return name.id == item.id;
    case What::evidence:
      if (name.holder != no_index && (item.holder == no_index || !has_role(plan, name.holder, item.holder))) {
        return false;
      }
      [[fallthrough]];
    case What::service:
    case What::look_up:
      return name.id == item.id && (name.newborn == FactRef::family || name.newborn == item.newborn);
  }
  return false;
}

std::string name_of(const Plan& plan, const Item& item) {
  const Rules& rules = plan.profile().rules();
  if (item.what == What::fact) return fact_name(plan.profile(), item.fact());
  if (item.what == What::channel) return rules.channels[item.row<Channel>()].id;
  if (item.what == What::finding) {
    const Finding& finding = plan.findings[item.id];
    return finding.path.empty() ? finding.code : finding.code + '@' + finding.path;
  }
  std::string name = item.what == What::evidence  ? rules.evidence[item.row<EvidenceType>()].id
                     : item.what == What::look_up ? rules.shares[item.row<DataShare>()].id
                                                  : rules.services[item.row<Service>()].id;
  if (item.holder != no_index) name += '/' + rules.holders[item.holder].id;
  if (item.newborn != FactRef::family) name += fmt::format("[{}]", item.newborn);
  return name;
}

Item item_of(const Plan& plan, const EvidenceItem& evidence) {
  const EvidenceId type = plan.profile().rules().id_of(*evidence.type);
  return {What::evidence, type.place(), evidence.holder, evidence.newborn};
}

Item item_of(const Plan& plan, const Service& service, std::uint16_t newborn) {
  return {What::service, plan.profile().rules().id_of(service).place(), no_index, newborn};
}

Item item_of(const Plan& plan, const PlannedLookUp& look_up) {
  return {What::look_up, plan.profile().rules().id_of(*look_up.share).place(), no_index, look_up.newborn};
}

Directories::Directories(const Profile& profile) : profile_(profile) {
  const Rules& all = profile_.rules();
  enter(evidence_, all.evidence);
  enter(holders_, all.holders);
  enter(services_, all.services);
  enter(organisations_, all.organisations);
  enter(suppliers_, all.organisations);
  enter(suppliers_, all.services);
  enter(destinations_, all.organisations);
  enter(destinations_, all.channels);
  enter(channels_, all.channels);
  enter(promises_, all.promises);
  enter(tolerances_, all.tolerances);
  enter(deliveries_, all.deliveries);
  for (const ShareId share : all.shares.ids()) {
    if (all.shares[share].hospital || !look_ups_.add(all.shares[share].id)) continue;
    looked_up_.push_back(share);
  }
  enter(codes_, all.checks);
  checks_ = codes_.size();
  for (const std::string_view code : finding_codes) codes_.add(code);
  for (const Derivation& derivation : all.derivations) {
    if (!derivation.code.empty()) codes_.add(derivation.code);
  }
  profile::each_rule(all, [this](const Rule& rule) {
    if (rule_ids_.add(rule.id)) rules_.push_back(&rule);
  });
}

Result<Index> Directories::find(const Directory& directory, std::string_view id) {
  if (const auto found = directory.find(id)) return *found;
  return mistake(ErrorKind::unknown_name, directory.complaint(id));
}

Result<const Rule*> Directories::rule(std::string_view id) const {
  const auto found = find(rule_ids_, id);
  if (!found) return found.error();
  return rules_[*found];
}

// Settles the `[0]` of a name whose thing is known.
Result<Name> Directories::numbered(Name name, std::string_view text, bool per_newborn, std::uint16_t newborns) const {
  name.text = text;
  const Numbered parts = split_number(text);
  if (!parts.has_number) return name;
  if (!parts.number) return mistake(ErrorKind::syntax, "between [ and ] stands the place of a newborn, from 0 on");
  if (!per_newborn) return mistake(ErrorKind::contradiction, "this is the family's, not a newborn's; leave [ ] out");
  if (*parts.number >= newborns) return no_such_newborn(newborns);
  name.newborn = *parts.number;
  return name;
}

Result<Name> Directories::evidence(std::string_view text, std::uint16_t newborns) const {
  std::string_view type = split_number(text).name;
  Name name;
  const auto slash = type.rfind('/');
  if (!evidence_.find(type) && slash != std::string_view::npos) {
    const auto holder = find(holders_, type.substr(slash + 1));
    type = type.substr(0, slash);
    if (evidence_.find(type) && !holder) return holder.error();
    if (holder) name.holder = *holder;
  }
  const auto found = find(evidence_, type);
  if (!found) return found.error();
  name.id = found->place();
  return numbered(std::move(name), text, rules().evidence[*found].per_newborn, newborns);
}

Result<Name> Directories::service(std::string_view text, std::uint16_t newborns) const {
  const auto found = find(services_, split_number(text).name);
  if (!found) return found.error();
  return numbered({.what = What::service, .id = found->place()}, text, rules().services[*found].per_newborn, newborns);
}

Result<Name> Directories::fact(std::string_view text, std::uint16_t newborns) const {
  const auto dot = text.find('.');
  const Numbered first = split_number(text.substr(0, dot));
  const bool of_newborn = first.has_number && first.name == Schema::newborns && dot != std::string_view::npos;
  if (of_newborn && !first.number) {
    return mistake(ErrorKind::syntax, "between [ and ] stands the place of a newborn, from 0 on");
  }
  const std::string name =
      of_newborn ? std::string(Schema::newborn_prefix) + std::string(text.substr(dot + 1)) : std::string(text);
  const auto binding = rules().schema.find(name);
  const bool found = binding && !binding->newborn_list && binding->slot.newborn == of_newborn;
  if (!found) return no_such_fact(name, of_newborn ? text.substr(0, dot) : "newborns[0]");
  if (of_newborn && *first.number >= newborns) return no_such_newborn(newborns);
  return Name{.what = What::fact,
              .text = std::string(text),
              .id = binding->slot.index,
              .newborn = of_newborn ? *first.number : FactRef::family};
}

// `newborn` is how a newborn is written: `newborns[0]`.
Error Directories::no_such_fact(std::string_view name, std::string_view newborn) const {
  std::vector<std::string> names;
  for (const std::string& known : rules().schema.names()) {
    const auto binding = rules().schema.find(known);
    if (binding && !binding->newborn_list) names.push_back(known);
  }
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const auto exact = std::find(candidates.begin(), candidates.end(), name);
  std::string near(exact != candidates.end() ? *exact : nearest(name, candidates));
  if (near.starts_with(Schema::newborn_prefix)) {
    near = fmt::format("{}.{}", newborn, near.substr(Schema::newborn_prefix.size()));
  }
  const bool newborns = name.starts_with(Schema::newborn_prefix);
  const std::string written =
      newborns ? fmt::format("{}.{}", newborn, name.substr(Schema::newborn_prefix.size())) : std::string(name);
  if (exact != candidates.end()) {
    return mistake(ErrorKind::unknown_name, fmt::format("each newborn has this fact; write '{}'", near));
  }
  if (near.empty()) return mistake(ErrorKind::unknown_name, application::no_such("fact", written, {}));
  return mistake(ErrorKind::unknown_name,
                 fmt::format("there is no fact '{}'; did you mean '{}'?", shown(written), near));
}

Result<Name> Directories::field(std::string_view text, std::uint16_t newborns) const {
  auto name = fact(text, newborns);
  if (!name) return name;
  const Slot slot{name->id, name->newborn != FactRef::family};
  if (rules().schema.at(slot).field != no_index) return name;
  return mistake(ErrorKind::wrong_type, "this is not a field of a form; name the fields of the group");
}

Result<Name> Directories::evidence_or_field(std::string_view text, std::uint16_t newborns) const {
  auto document = evidence(text, newborns);
  if (document || document.error().kind != ErrorKind::unknown_name) return document;
  auto asked = field(text, newborns);
  const bool dotted = text.find('.') != std::string_view::npos;
  return asked || dotted ? asked : document;
}

Result<std::string> Directories::supplier(std::string_view id) const {
  const auto found = find(suppliers_, id);
  if (!found) return found.error();
  return std::string(id);
}

Result<std::string> Directories::destination(std::string_view id) const {
  const auto found = find(destinations_, id);
  if (!found) return found.error();
  return std::string(id);
}

Result<Name> Directories::channel(std::string_view text) const {
  const auto found = find(channels_, text);
  if (!found) return found.error();
  return Name{.what = What::channel, .text = std::string(text), .id = found->place()};
}

Result<Name> Directories::look_up(std::string_view text, std::uint16_t newborns) const {
  const auto found = find(look_ups_, split_number(text).name);
  if (!found) return found.error();
  const ShareId share = looked_up_[*found];
  return numbered({.what = What::look_up, .id = share.place()}, text, rules().shares[share].per_newborn, newborns);
}

Result<Name> Directories::finding(std::string_view text) const {
  const auto at = text.find('@');
  const std::string_view code = text.substr(0, at);
  const auto found = find(codes_, code);
  if (!found) return found.error();
  Name name{.what = What::finding, .text = std::string(text), .code = std::string(code)};
  if (*found < checks_) name.id = *found;
  if (at == std::string_view::npos) return name;
  name.with_path = true;
  name.path = text.substr(at + 1);
  if (name.path.empty() || name.path.starts_with('/')) return name;
  return mistake(ErrorKind::syntax, "after @ stands a JSON pointer such as /newborns/0/name");
}

}  // namespace birthcase::testing
