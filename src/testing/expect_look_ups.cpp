// Look-ups: which organisations are asked, by what, and what they answer instead of the family.
#include "testing/expectation.hpp"

#include <fmt/format.h>

#include <array>
#include <memory>

namespace birthcase::testing {
namespace {

struct LookUpExpected {
  Name look_up;
  bool none = false;
  std::optional<LookUpState> state{};
  std::optional<NameSet> keys{};
  std::optional<NameSet> unknown_keys{};
  std::optional<NameSet> fields{};
  std::optional<NameSet> evidence{};
};

std::optional<LookUpState> read_state(const Element& state) {
  using enum LookUpState;
  return read_word(state, "state", std::array{open, asked, found, not_found, not_available, seen});
}

std::vector<Item> items_of(const std::vector<FactRef>& facts) {
  std::vector<Item> items;
  for (const FactRef fact : facts) items.push_back(item_of(fact));
  return items;
}

std::vector<Item> fields_of(const Plan& plan, const PlannedLookUp& look_up) {
  std::vector<Item> items;
  for (const std::uint16_t place : look_up.fields) items.push_back(item_of(plan.form.fields[place]));
  return items;
}

std::vector<Item> evidence_of(const Plan& plan, const PlannedLookUp& look_up) {
  std::vector<Item> items;
  for (const std::uint16_t place : look_up.evidence) items.push_back(item_of(plan, plan.evidence[place]));
  return items;
}

void compare_look_up(const Plan& plan, const LookUpExpected& wanted, const PlannedLookUp& got, Mismatches& mismatches) {
  if (wanted.state && *wanted.state != got.state) {
    Differences different;
    different.note(
        "", false, [&] { return std::string(to_string(*wanted.state)); },
        [&] { return std::string(to_string(got.state)); });
    different.report("look_ups " + wanted.look_up.text, {explain(plan, item_of(plan, got))}, mismatches);
  }
  const auto compare = [&](std::string_view what, const std::optional<NameSet>& set, const std::vector<Item>& items) {
    if (set) compare_set(plan, fmt::format("look_ups {} {}", wanted.look_up.text, what), *set, items, mismatches);
  };
  compare("keys", wanted.keys, items_of(got.keys));
  compare("unknown_keys", wanted.unknown_keys, items_of(got.unknown_keys));
  compare("fields", wanted.fields, fields_of(plan, got));
  compare("evidence", wanted.evidence, evidence_of(plan, got));
}

// Every newborn's look-up that the name means; a name with none is a mismatch unless none is expected.
void compare_look_ups(const Plan& plan, const LookUpExpected& wanted, Mismatches& mismatches) {
  std::vector<std::string> found;
  for (const PlannedLookUp& look_up : plan.look_ups) {
    const Item item = item_of(plan, look_up);
    if (!means(plan, wanted.look_up, item)) continue;
    found.push_back(name_of(plan, item));
    if (!wanted.none) compare_look_up(plan, wanted, look_up, mismatches);
  }
  if (wanted.none == found.empty()) return;
  Reasons reasons;
  explain(plan, wanted.look_up, reasons);
  Mismatch different = mismatch("look_ups " + wanted.look_up.text, std::move(reasons));
  different.expected = {wanted.none ? "no look-up" : "a look-up"};
  different.got = std::move(found);
  mismatches.push_back(std::move(different));
}

void read_look_up(std::string_view key, const Element& element, const CaseReader& reader) {
  auto wanted = std::make_shared<LookUpExpected>();
  if (auto name = element.take(reader.look_ups()(key))) wanted->look_up = std::move(*name);
  wanted->none = element.is_null();
  if (element.value().is_string()) {
    wanted->state = read_state(element);
  } else if (!wanted->none && element.has_only({"state", "keys", "unknown_keys", "fields", "evidence"})) {
    if (const auto state = element.member("state")) wanted->state = read_state(*state);
    if (const auto set = element.member("keys")) wanted->keys = read_set(*set, reader.fields());
    if (const auto set = element.member("unknown_keys")) wanted->unknown_keys = read_set(*set, reader.facts());
    if (const auto set = element.member("fields")) wanted->fields = read_set(*set, reader.fields());
    if (const auto set = element.member("evidence")) wanted->evidence = read_set(*set, reader.evidence());
  }
  reader.expectations.add(
      [wanted = std::shared_ptr<const LookUpExpected>(std::move(wanted))](const Plan& plan, Mismatches& mismatches) {
        compare_look_ups(plan, *wanted, mismatches);
      });
}

}  // namespace

void expect_look_ups(const Element& look_ups, const CaseReader& reader) {
  if (!look_ups.is_filled_object()) return;
  look_ups.each_member([&](std::string_view key, const Element& member) { read_look_up(key, member, reader); });
}

}  // namespace birthcase::testing
