#include "plan/merging.hpp"

#include <algorithm>

namespace birthcase::planning {
namespace {

bool is_of_either(const Rules& rules, const EvidenceItem& item) {
  return item.holder != no_index && !rules.holders[item.holder].any_of.empty();
}

// Rows that give way to others: by row, the one that it goes into; itself where it stays.
using Into = std::vector<std::uint16_t>;

std::uint16_t end_of(const Into& into, std::uint16_t row) {
  while (into[row] != row) row = into[row];
  return row;
}

// The places of rows, those that the same type was asked for next to each other, else in their order.
std::vector<std::uint16_t> by_type_asked(const std::vector<EvidenceItem>& items) {
  std::vector<std::uint16_t> rows(items.size());
  for (std::uint16_t row = 0; row < rows.size(); ++row) rows[row] = row;
  std::stable_sort(rows.begin(), rows.end(),
                   [&items](std::uint16_t a, std::uint16_t b) { return items[a].asked < items[b].asked; });
  return rows;
}

// The row that the family brings anyway, else one that it perhaps does, of those that have not given way.
std::uint16_t brought_anyway(const Rules& rules, const std::vector<EvidenceItem>& items, const EvidenceItem& either,
                             std::span<const std::uint16_t> same_type, const Into& into) {
  const auto& people = rules.holders[either.holder].any_of;
  for (const EvidenceStatus status : {EvidenceStatus::bring, EvidenceStatus::undetermined}) {
    for (const std::uint16_t row : same_type) {
      const EvidenceItem& item = items[row];
      if (into[row] != row || item.status != status || item.newborn != either.newborn) continue;
      if (std::find(people.begin(), people.end(), item.holder) != people.end()) return row;
    }
  }
  return no_index;
}

void take_over(EvidenceItem& kept, const EvidenceItem& dropped) {
  kept.needed_by |= dropped.needed_by;
  kept.original = std::max(kept.original, dropped.original);
  kept.copies = std::max(kept.copies, dropped.copies);
}

// Takes the rows out that have given way, and lets uses speak of those that stay.
void take_out(Evidence& evidence, const Into& into) {
  std::vector<std::uint16_t> places(into.size());
  std::vector<EvidenceItem> kept;
  kept.reserve(into.size());
  for (std::uint16_t row = 0; row < into.size(); ++row) {
    places[row] = static_cast<std::uint16_t>(kept.size());
    if (into[row] == row) kept.push_back(evidence.items[row]);
  }
  for (EvidenceUse& use : evidence.uses) use.evidence = places[end_of(into, use.evidence)];
  evidence.items = std::move(kept);
}

}  // namespace

Documents::Documents(const Rules& rules, std::size_t expected) : rules_(rules), last_(rules.evidence.size(), no_index) {
  items_.reserve(expected);
}

// Rows of one type are few: a document of each holder and newborn.
EvidenceItem* Documents::find(const EvidenceItem& item, EvidenceId type) {
  for (std::uint16_t row = last_[type.place()]; row != no_index; row = before_[row]) {
    if (items_[row].holder == item.holder && items_[row].newborn == item.newborn) return &items_[row];
  }
  return nullptr;
}

std::uint16_t Documents::add(const EvidenceItem& item) {
  const EvidenceId type = rules_.id_of(*item.type);
  EvidenceItem* const same = find(item, type);
  if (same == nullptr) {
    before_.push_back(last_[type.place()]);
    items_.push_back(item);
    return last_[type.place()] = static_cast<std::uint16_t>(items_.size() - 1);
  }
  const bool both_count = item.status != EvidenceStatus::not_required;
  const ServiceSet needed_by = same->needed_by | item.needed_by;
  const auto original = std::max(same->original, both_count ? item.original : same->original);
  const auto copies = std::max(same->copies, both_count ? item.copies : same->copies);
  if (item.status < same->status) {
    const bool replaced_counts = same->status != EvidenceStatus::not_required;
    *same = item;
    same->original = replaced_counts ? original : item.original;
    same->copies = replaced_counts ? copies : item.copies;
  } else {
    same->original = original;
    same->copies = copies;
  }
  same->needed_by = needed_by;
  return static_cast<std::uint16_t>(same - items_.data());
}

void settle_either_holder(const Rules& rules, Evidence& evidence) {
  auto& items = evidence.items;
  const auto of_either = [&rules](const EvidenceItem& item) { return is_of_either(rules, item); };
  if (std::none_of(items.begin(), items.end(), of_either)) return;
  const auto by_type = by_type_asked(items);
  Into into(items.size());
  for (std::uint16_t row = 0; row < into.size(); ++row) into[row] = row;
  for (std::uint16_t row = 0; row < items.size(); ++row) {
    if (!of_either(items[row])) continue;
    const auto first = std::partition_point(by_type.begin(), by_type.end(),
                                            [&](std::uint16_t other) { return items[other].asked < items[row].asked; });
    const auto last = std::partition_point(first, by_type.end(),
                                           [&](std::uint16_t other) { return items[other].asked == items[row].asked; });
    const std::uint16_t anyway = brought_anyway(rules, items, items[row], {first, last}, into);
    if (anyway == no_index) continue;
    take_over(items[anyway], items[row]);
    into[row] = anyway;
  }
  take_out(evidence, into);
}

}  // namespace birthcase::planning
