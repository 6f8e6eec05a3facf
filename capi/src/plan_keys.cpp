// Lines that tell the documents of plans apart, for callers who keep what they made of a document.
#include "plan_items.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace birthcase::capi {
namespace {

// Small numbers in one character, others in more; every one ends by itself.
void append(std::string& line, std::uint64_t number) {
  for (; number >= 32; number /= 32) line += static_cast<char>('P' + number % 32);
  line += static_cast<char>('0' + number);
}

// A place in a table, which may be none.
void append_place(std::string& line, Index place) { append(line, static_cast<Index>(place + 1)); }

template <class Row>
void append_place(std::string& line, Id<Row> row) {
  append_place(line, row.place());
}

void append_place(std::string& line, const SuppliedBy& supplier) {
  const auto* const service = std::get_if<ServiceId>(&supplier);
  const auto* const organisation = std::get_if<OrganisationId>(&supplier);
  if (service != nullptr) return append_place(line, *service);
  append_place(line, organisation == nullptr ? OrganisationId() : *organisation);
}

template <class Row>
void append_row(std::string& line, const Table<Row>& table, const Row* row) {
  append(line, row == nullptr ? 0 : static_cast<std::uint64_t>(row - table.data()) + 1);
}

// Rules of two tables may have the same id: where they stand tells them apart.
void append(std::string& line, const Why& why) {
  if (why.rule == nullptr) return;
  append(line, static_cast<std::uint64_t>(why.holds));
  line += why.rule->document;
  line += ' ';
  line += why.rule->path;
}

void append(std::string& line, const EvidenceItem& item, const Rules& rules) {
  append_row(line, rules.evidence, item.type);
  append_place(line, item.asked);
  append_place(line, item.holder);
  append_place(line, item.newborn);
  append(line, static_cast<std::uint64_t>(item.status));
  append(line, item.original);
  append(line, item.copies);
  append_row(line, rules.tolerances, item.tolerance);
  append(line, static_cast<std::uint64_t>(item.needed_by.count()));
  item.needed_by.each([&line](ServiceId service) { append(line, service.place()); });
  append_place(line, item.from);
  append(line, item.why);
}

}  // namespace

std::string evidence_keys(const Plan& plan) {
  std::string keys;
  keys.reserve(plan.evidence.size() * 64);
  for (const EvidenceItem& item : plan.evidence) {
    append(keys, item, plan.profile().rules());
    keys += '\n';
  }
  return keys;
}

}  // namespace birthcase::capi
