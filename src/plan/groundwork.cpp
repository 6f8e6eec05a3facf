#include "plan/groundwork.hpp"

#include "plan/planning_tables.hpp"
#include "plan/shapes/plan_key.hpp"

#include <utility>

namespace birthcase::planning {
namespace {

constexpr std::size_t most_told_otherwise = 32;  // beyond it is another family, and everything is worked out

// Most facts are unknown or texts.
bool is_told_same(const Value& before, const Value& now) noexcept {
  if (before.kind() != now.kind()) return false;
  if (now.kind() <= Kind::null) return true;
  return now.is(Kind::text) ? before.as_text() == now.as_text() : before == now;
}

/// The facts that were told otherwise than before.
class ToldOtherwise {
 public:
  ToldOtherwise(const Rules& rules, const FactStore& before, const FactStore& now)
      : before_(before), now_(now), changed_(rules.schema) {}

  /// Nothing where they are too many, or not the same newborns.
  std::optional<SlotSet> find() && {
    if (before_.newborns.size() != now_.newborns.size() || is_under_way(now_)) return std::nullopt;
    compare(before_.family, now_.family, false);
    for (std::size_t i = 0; i < now_.newborns.size(); ++i) compare(before_.newborns[i], now_.newborns[i], true);
    if (count_ > most_told_otherwise) return std::nullopt;
    if (before_.refused != now_.refused) {
      for (const auto* refused : {&before_.refused, &now_.refused}) {
        for (const FactRef fact : *refused) changed_.add(fact.slot());
      }
    }
    return std::move(changed_);
  }

 private:
  void compare(const FactStore::Values& before, const FactStore::Values& now, bool newborn) {
    for (std::size_t i = 0; i < now.size() && count_ <= most_told_otherwise; ++i) {
      if (is_told_same(before[i], now[i])) continue;
      changed_.add(Slot{static_cast<std::uint16_t>(i), newborn});
      ++count_;
    }
  }

  const FactStore& before_;
  const FactStore& now_;
  SlotSet changed_;
  std::size_t count_ = 0;
};

// Whether the part of a key that depends on values may be another.
bool reads_changed(const FactTable& table, const FactReads& reads, const SlotSet& changed) {
  return reads.of_values().meets(changed) || table.program().read_by_traced().meets(changed);
}

// Of the plan that this thread made last, as long as somebody holds that.
std::weak_ptr<const Groundwork>& last_laid() noexcept {
  thread_local std::weak_ptr<const Groundwork> last;
  return last;
}

// Each is allocated apart from its count, which is all that stays in memory when nobody holds it any more.
std::shared_ptr<const Groundwork> lay_anew(const Groundwork* before, const Profile& profile,
                                           std::shared_ptr<const FactStore> facts, Date as_of) {
  const Rules& rules = profile.rules();
  if (before != nullptr && before->key() && before->profile() == profile && before->as_of() == as_of) {
    if (auto changed = ToldOtherwise(rules, *before->facts(), *facts).find()) {
      planning_of(rules).reads().follow(*changed);
      std::shared_ptr<const Groundwork> laid(new Groundwork(*before, facts, *changed));
      if (laid->key()) return laid;  // else rules take much work: in the order of the phases, from the first on
    }
  }
  return std::shared_ptr<const Groundwork>(new Groundwork(profile, std::move(facts), as_of));
}

}  // namespace

Groundwork::Groundwork(Profile profile, std::shared_ptr<const FactStore> facts, Date as_of)
    : profile_(std::move(profile)),
      facts_(std::move(facts)),
      as_of_(as_of),
      table_(profile_.rules(), *facts_, as_of),
      key_(make_key(nullptr)) {}

Groundwork::Groundwork(const Groundwork& before, std::shared_ptr<const FactStore> facts, const SlotSet& changed)
    : profile_(before.profile_),
      facts_(std::move(facts)),
      as_of_(before.as_of_),
      table_(before.table_, *facts_, changed),
      key_(make_key(reads_changed(table_, planning_of(profile_.rules()).reads(), changed) ? nullptr : &*before.key_)) {}

std::optional<ShapeKey> Groundwork::make_key(const ShapeKey* alike) const {
  return key_of(Situation(profile_, *facts_, table_, as_of_), Told{profile_, *facts_, table_}, alike);
}

std::shared_ptr<const Groundwork> lay_groundwork(const Profile& profile, std::shared_ptr<const FactStore> facts,
                                                 Date as_of) {
  const auto before = last_laid().lock();
  const bool same = before && before->facts() == facts && before->profile() == profile && before->as_of() == as_of;
  if (same) return before;
  auto laid = lay_anew(before.get(), profile, std::move(facts), as_of);
  last_laid() = laid;
  return laid;
}

}  // namespace birthcase::planning
