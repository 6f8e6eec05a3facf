// Findings, channels, and whether the window can take the case in.
#include "testing/expectation.hpp"

#include <fmt/format.h>

namespace birthcase::testing {
namespace {

std::vector<Item> documents_at(const Plan& plan, const std::vector<std::uint16_t>& places) {
  std::vector<Item> items;
  for (const std::uint16_t place : places) items.push_back(item_of(plan, plan.evidence[place]));
  return items;
}

std::vector<Item> missing_items(const Plan& plan) {
  std::vector<Item> items = documents_at(plan, plan.acceptable.missing_evidence);
  for (const std::uint16_t place : plan.acceptable.missing_fields) items.push_back(item_of(plan.form.fields[place]));
  return items;
}

// What keeps the window from taking the case in: what is missing, errors, what is open.
Reasons obstacles(const Plan& plan) {
  Reasons reasons;
  for (const Item& item : missing_items(plan)) {
    reasons.push_back(explain(plan, item));
    reasons.back().answer.insert(0, "missing; ");
  }
  for (std::size_t i = 0; i < plan.findings.size(); ++i) {
    if (plan.findings[i].severity != Severity::error) continue;
    reasons.push_back(explain(plan, Item{What::finding, static_cast<Index>(i)}));
  }
  for (const Undetermined& open : plan.undetermined) reasons.push_back(explain(plan, item_of(open.fact)));
  return reasons;
}

void expect_now(const Element& now, const CaseReader& reader) {
  const auto wanted = now.flag();
  if (!wanted) return;
  reader.expectations.add([wanted = *wanted](const Plan& plan, Mismatches& mismatches) {
    if (plan.acceptable.now == wanted) return;
    Mismatch different = mismatch("acceptable now", obstacles(plan));
    different.expected = {wanted ? "true" : "false"};
    different.got = {wanted ? "false" : "true"};
    mismatches.push_back(std::move(different));
  });
}

}  // namespace

void expect_findings(const Element& set, const CaseReader& reader) {
  const ReadName read_name = [&ids = reader.ids](std::string_view text) { return ids.finding(text); };
  reader.expectations.add([names = read_set(set, read_name)](const Plan& plan, Mismatches& mismatches) {
    std::vector<Item> items;
    for (std::size_t i = 0; i < plan.findings.size(); ++i) items.push_back({What::finding, static_cast<Index>(i)});
    compare_set(plan, "findings", names, items, mismatches);
  });
}

void expect_channels(const Element& set, const CaseReader& reader) {
  const ReadName read_name = [&ids = reader.ids](std::string_view text) { return ids.channel(text); };
  reader.expectations.add([names = read_set(set, read_name)](const Plan& plan, Mismatches& mismatches) {
    const auto& channels = plan.profile().rules().channels;
    std::vector<Item> items;
    for (const ChannelId channel : channels.ids()) {
      if (plan.applies(channels[channel]) == Truth::yes) items.push_back({What::channel, channel.place()});
    }
    compare_set(plan, "channels", names, items, mismatches);
  });
}

void expect_acceptable(const Element& acceptable, const CaseReader& reader) {
  if (!acceptable.has_only({"now", "missing", "deferrable"})) return;
  if (const auto now = acceptable.member("now")) expect_now(*now, reader);
  if (const auto missing = acceptable.member("missing")) {
    reader.expectations.add(
        [names = read_set(*missing, reader.evidence_or_fields())](const Plan& plan, Mismatches& mismatches) {
          compare_set(plan, "acceptable missing", names, missing_items(plan), mismatches);
        });
  }
  if (const auto deferrable = acceptable.member("deferrable")) {
    reader.expectations.add(
        [names = read_set(*deferrable, reader.evidence())](const Plan& plan, Mismatches& mismatches) {
          compare_set(plan, "acceptable deferrable", names, documents_at(plan, plan.acceptable.deferrable_evidence),
                      mismatches);
        });
  }
}

}  // namespace birthcase::testing
