// What the family must bring, and the status of single documents.
#include "testing/expectation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace birthcase::testing {
namespace {

struct DocumentExpected {
  Name name;
  std::optional<EvidenceStatus> status{};
  std::optional<std::size_t> original{};
  std::optional<std::size_t> copies{};
  std::optional<Id<Tolerance>> tolerance{};
  std::optional<std::string> from{};  ///< empty: from nobody
  std::optional<const Rule*> rule{};
};

std::vector<Item> with_status(const Plan& plan, EvidenceStatus status) {
  std::vector<Item> items;
  for (const EvidenceItem& evidence : plan.evidence) {
    if (evidence.status == status) items.push_back(item_of(plan, evidence));
  }
  return items;
}

std::optional<EvidenceStatus> read_status(const Element& status) {
  constexpr std::array all{EvidenceStatus::bring,       EvidenceStatus::undetermined, EvidenceStatus::produced,
                           EvidenceStatus::shared,      EvidenceStatus::hospital,     EvidenceStatus::absorbed,
                           EvidenceStatus::not_required};
  return read_word(status, "status", all);
}

std::string from_whom(const Plan& plan, const EvidenceItem& item) {
  return std::string(plan.profile().rules().id_of(item.from));
}

Reasons reasons_for(const Plan& plan, const DocumentExpected& wanted, const EvidenceItem& got) {
  Reasons reasons{explain(plan, item_of(plan, got))};
  const auto& tolerances = plan.profile().rules().tolerances;
  if (wanted.rule && !is_rule(got.why, *wanted.rule)) explain_expected(plan, *wanted.rule, got.why.newborn, reasons);
  const bool tolerated = wanted.tolerance && *wanted.tolerance != no_index;
  if (tolerated && got.tolerance != &tolerances[*wanted.tolerance]) {
    explain_expected(plan, &tolerances[*wanted.tolerance], got.newborn, reasons);
  }
  return reasons;
}

void compare_document(const Plan& plan, const DocumentExpected& wanted, const EvidenceItem& got,
                      Mismatches& mismatches) {
  const auto& tolerances = plan.profile().rules().tolerances;
  const auto number = [](std::size_t value) { return [value] { return std::to_string(value); }; };
  const auto none_if_empty = [](const std::string& id) { return id.empty() ? std::string("none") : id; };
  Differences different;
  if (wanted.status) {
    different.note(
        "status", got.status == *wanted.status, [&] { return std::string(to_string(*wanted.status)); },
        [&] { return std::string(to_string(got.status)); });
  }
  if (wanted.original) {
    different.note("original", got.original == *wanted.original, number(*wanted.original), number(got.original));
  }
  if (wanted.copies) different.note("copies", got.copies == *wanted.copies, number(*wanted.copies), number(got.copies));
  if (wanted.tolerance) {
    const Tolerance* tolerance = *wanted.tolerance == no_index ? nullptr : &tolerances[*wanted.tolerance];
    different.note(
        "tolerance", got.tolerance == tolerance, [&] { return id_or_none(tolerance); },
        [&] { return id_or_none(got.tolerance); });
  }
  if (wanted.from) {
    different.note(
        "from", from_whom(plan, got) == *wanted.from, [&] { return none_if_empty(*wanted.from); },
        [&] { return none_if_empty(from_whom(plan, got)); });
  }
  if (wanted.rule) {
    different.note(
        "rule", is_rule(got.why, *wanted.rule), [&] { return id_or_none(*wanted.rule); },
        [&] { return id_or_none(got.why.rule); });
  }
  if (different.any())
    different.report("evidence status " + wanted.name.text, reasons_for(plan, wanted, got), mismatches);
}

Expectation expect_document(DocumentExpected wanted) {
  return [wanted = std::move(wanted)](const Plan& plan, Mismatches& mismatches) {
    bool found = false;
    for (const EvidenceItem& item : plan.evidence) {
      if (!means(plan, wanted.name, item_of(plan, item))) continue;
      found = true;
      compare_document(plan, wanted, item, mismatches);
    }
    if (found) return;
    Reasons reasons;
    explain(plan, wanted.name, reasons);
    Mismatch absent = mismatch("evidence status " + wanted.name.text, std::move(reasons));
    absent.expected = {wanted.status ? fmt::format("status {}", to_string(*wanted.status)) : wanted.name.text};
    mismatches.push_back(std::move(absent));
  };
}

void read_document(std::string_view key, const Element& element, const CaseReader& reader) {
  auto name = element.take(reader.ids.evidence(key, reader.newborns));
  DocumentExpected wanted;
  if (name) wanted.name = std::move(*name);
  if (element.value().is_string()) {
    wanted.status = read_status(element);
  } else if (element.has_only({"status", "original", "copies", "tolerance", "from", "rule"})) {
    if (const auto status = element.member("status")) wanted.status = read_status(*status);
    if (const auto original = element.member("original")) wanted.original = original->count();
    if (const auto copies = element.member("copies")) wanted.copies = copies->count();
    wanted.tolerance = row_or_null(element, "tolerance", [&](std::string_view id) { return reader.ids.tolerance(id); });
    if (const auto from = element.member("from")) {
      const auto id = from->is_null() ? std::nullopt : from->text();
      if (from->is_null()) wanted.from.emplace();
      if (id) wanted.from = from->take(reader.ids.supplier(*id));
    }
    wanted.rule = rule_or_null(element, reader);
  }
  reader.expectations.add(expect_document(std::move(wanted)));
}

}  // namespace

void expect_evidence(const Element& evidence, const CaseReader& reader) {
  if (!evidence.has_only({"exactly", "include", "exclude", "status"})) return;
  reader.expectations.add(
      [set = read_set_members(evidence, reader.evidence())](const Plan& plan, Mismatches& mismatches) {
        compare_set(plan, "evidence", set, with_status(plan, EvidenceStatus::bring), mismatches);
      });
  const auto status = evidence.member("status");
  if (!status || !status->is_filled_object()) return;
  status->each_member([&](std::string_view key, const Element& member) { read_document(key, member, reader); });
}

}  // namespace birthcase::testing
