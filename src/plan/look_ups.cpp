#include "plan/look_ups.hpp"

#include <boost/container/small_vector.hpp>

#include <algorithm>

namespace birthcase::planning {
namespace {

void add_once(auto& all, const auto& one) {
  if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

// What counts on shares, in the order of the shares: places in a list. Of one share, in the order of the list.
class CountedOn {
 public:
  CountedOn(std::size_t shares, std::size_t count, auto&& share_of) : first_(shares + 1, 0) {
    for (std::size_t i = 0; i < count; ++i) {
      if (const ShareId share = share_of(i); share != no_index) ++first_[share.place() + 1u];
    }
    for (std::size_t share = 0; share < shares; ++share) first_[share + 1] += first_[share];
    places_.resize(first_[shares]);
    boost::container::small_vector<std::uint32_t, 32> next(first_.begin(), first_.end());
    for (std::size_t i = 0; i < count; ++i) {
      if (const ShareId share = share_of(i); share != no_index)
        places_[next[share.place()]++] = static_cast<std::uint16_t>(i);
    }
  }

  std::span<const std::uint16_t> of(ShareId share) const {
    const std::size_t at = share.place();
    return std::span(places_).subspan(first_[at], first_[at + 1] - first_[at]);
  }

 private:
  boost::container::small_vector<std::uint32_t, 32> first_;  // by share: in `places_`; then the end
  boost::container::small_vector<std::uint16_t, 64> places_;
};

// What counts on which share, and for which look-up a document was noted last.
struct Reliance {
  CountedOn fields;
  CountedOn uses;
  boost::container::small_vector<std::size_t, 64> noted_for;  // by document: the look-up's number; 0: none
};

Reliance reliance_on(const Table<DataShare>& shares, const Evidence& evidence, const PlannedForm& form) {
  const auto& fields = form.fields;
  const auto share_of_field = [&fields](std::size_t i) {
    return fields[i].source == FieldSource::product ? no_index : fields[i].share;
  };
  const auto share_of_use = [&evidence](std::size_t i) { return evidence.counted_on[i]; };
  return {CountedOn(shares.size(), fields.size(), share_of_field),
          CountedOn(shares.size(), evidence.uses.size(), share_of_use),
          boost::container::small_vector<std::size_t, 64>(evidence.items.size(), 0)};
}

// A key that there is not, such as the number of a father who is not recorded, is left out. While it is open whether
// one counts, what decides that is not known yet.
void add_keys(const Situation& situation, PlannedLookUp& look_up) {
  const DataShare& share = *look_up.share;
  for (std::size_t i = 0; i < share.keys.size(); ++i) {
    const ConditionId when = share.keys_when[i];
    const Truth counts = situation.holds(when, look_up.newborn);
    if (when != no_index) situation.witness().asked_for_key(share, i, look_up.newborn, counts);
    if (counts == Truth::no) continue;
    if (counts == Truth::unknown) {
      for (const FactRef fact : situation.explain(when, look_up.newborn).deciding) add_once(look_up.unknown_keys, fact);
      continue;
    }
    const Slot slot = situation.rules().fields[share.keys[i]].slot;
    situation.each_newborn(slot.newborn, look_up.newborn, [&](std::uint16_t newborn) {
      const FactRef fact{slot.index, newborn};
      if (situation.is_null(fact)) return;
      look_up.keys.push_back(fact);
      if (situation.is_unknown(fact)) add_once(look_up.unknown_keys, fact);
    });
  }
}

// What the look-up answers, or would have answered.
void add_answers(const Lanes& lanes, const Evidence& evidence, const PlannedForm& form, ShareId share,
                 std::size_t number, Reliance& reliance, PlannedLookUp& look_up) {
  for (const std::uint16_t place : reliance.fields.of(share)) {
    if (!concerns(look_up.newborn, form.fields[place].newborn)) continue;
    look_up.fields.push_back(place);
    look_up.services |= form.fields[place].needed_by;
  }
  for (const std::uint16_t place : reliance.uses.of(share)) {
    const EvidenceUse& use = evidence.uses[place];
    if (!concerns(look_up.newborn, lanes.all[use.lane].newborn)) continue;
    look_up.services |= ServiceSet::of(use.requirement->service);
    if (reliance.noted_for[use.evidence] == number) continue;
    reliance.noted_for[use.evidence] = number;
    look_up.evidence.push_back(use.evidence);
  }
}

}  // namespace

// A look-up that nothing depends on is none: what it would answer is known from elsewhere or asked by no service.
std::vector<PlannedLookUp> plan_look_ups(const Situation& situation, const Lanes& lanes, const Evidence& evidence,
                                         const PlannedForm& form) {
  const auto& shares = situation.rules().shares;
  Reliance reliance = reliance_on(shares, evidence, form);
  std::vector<PlannedLookUp> look_ups;
  std::size_t tried = 0;
  for (const ShareId share : shares.ids()) {
    const DataShare& rule = shares[share];
    if (rule.hospital) continue;
    situation.each_newborn(rule.per_newborn, family, [&](std::uint16_t newborn) {
      if (situation.applies(rule, newborn) != Truth::yes) return;
      PlannedLookUp look_up{.share = &rule, .newborn = newborn, .why = {&rule, Truth::yes, newborn}};
      add_answers(lanes, evidence, form, share, ++tried, reliance, look_up);
      if (look_up.fields.empty() && look_up.evidence.empty()) return;
      add_keys(situation, look_up);
      look_ups.push_back(std::move(look_up));
    });
  }
  return look_ups;
}

}  // namespace birthcase::planning
