// Rules that never get their turn because one before them has spoken for all that they are about.
#include "json/document.hpp"
#include "lint/subject.hpp"
#include "plan/planning_tables.hpp"
#include "texts/lint.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace birthcase::linting {
namespace {

// Whether the earlier rule applies wherever the later one does, as far as texts tell. A rule of the profile itself may
// overrule one of the profile below: that is what layers are for.
bool speaks_for(const Subject& subject, const Rule& earlier, const Rule& later) {
  const bool always = earlier.when == no_index || earlier.when == later.when;
  return always && covers(earlier.valid, later.valid) && subject.is_own(earlier) && subject.is_own(later);
}

void report_shadow(Subject& subject, const Rule& rule, const Rule& by) {
  subject.remark("rule-shadowed", rule, "",
                 {texts::message(texts::lint::rule_shadowed, by.id), texts::message(texts::lint::move_before, by.id)});
}

void report_duplicate(Subject& subject, const Rule& rule, const Rule& by) {
  subject.remark("duplicate-rule", rule, "",
                 {texts::message(texts::lint::rule_repeats, by.id), texts::lint::drop_one_or_check});
}

// The places of rules by their conditions, in order.
class Places {
 public:
  void add(ConditionId when, std::size_t place) { by_condition_[when].push_back(place); }

  /// Calls `visit` with those that have no condition or this one, in order, until it says that this is enough.
  template <class Visitor>
  void each_of(ConditionId when, Visitor&& visit) const {
    const auto [always, always_end] = range(no_index);
    const auto [alike, alike_end] = when == no_index ? std::pair(always_end, always_end) : range(when);
    for (auto a = always, b = alike; a != always_end || b != alike_end;) {
      const bool goes_first = b == alike_end || (a != always_end && *a < *b);
      if (visit(goes_first ? *a++ : *b++)) return;
    }
  }

 private:
  std::pair<const std::size_t*, const std::size_t*> range(ConditionId when) const {
    const auto found = by_condition_.find(when);
    if (found == by_condition_.end()) return {nullptr, nullptr};
    return {found->second.data(), found->second.data() + found->second.size()};
  }

  std::map<ConditionId, std::vector<std::size_t>> by_condition_;
};

// `begin` makes of a rule what is called with those before it that speak for all of its families, until that is enough.
template <class Table, class Begin>
void compare_with_earlier(const Subject& subject, const Table& table, Begin&& begin) {
  const std::span rules(table.data(), table.size());
  Places places;
  for (std::size_t later = 0; later < rules.size(); ++later) {
    const auto& rule = rules[later];
    auto compare = begin(rule);
    places.each_of(rule.when, [&](std::size_t earlier) {
      return speaks_for(subject, rules[earlier], rule) && compare(rules[earlier]);
    });
    places.add(rule.when, later);
  }
}

template <class Table>
void look_at_services_of(Subject& subject, const Table& table) {
  compare_with_earlier(subject, table, [&subject](const auto& rule) {
    return [&subject, &rule, left = rule.services](const auto& before) mutable {
      const bool had_any = !left.empty();
      left = left - before.services;
      if (had_any && left.empty()) report_shadow(subject, rule, before);
      return left.empty();
    };
  });
}

// Takes out of `left` what stands in `taken`.
template <class Row>
void take_out(std::vector<Id<Row>>& left, const std::vector<Id<Row>>& taken) {
  std::erase_if(left, [&](Id<Row> item) { return std::find(taken.begin(), taken.end(), item) != taken.end(); });
}

void look_at_tolerances(Subject& subject) {
  compare_with_earlier(subject, subject.rules().tolerances, [&subject](const Tolerance& rule) {
    return [&subject, &rule, left = rule.evidence](const Tolerance& before) mutable {
      const bool about_all = before.evidence.empty();
      if (!about_all && left.empty()) return false;
      if (about_all) left.clear();
      take_out(left, before.evidence);
      if (left.empty()) report_shadow(subject, rule, before);
      return left.empty();
    };
  });
}

void look_at_derivations(Subject& subject) {
  const Rules& rules = subject.rules();
  for (const DerivedField& derived : links_of(rules).derived) {
    std::vector<Derivation> table;
    for (const DerivationId index : derived.derivations) table.push_back(rules.derivations[index]);
    compare_with_earlier(subject, table, [&subject](const Derivation& rule) {
      return [&subject, &rule](const Derivation& before) {
        if (!before.if_known) report_shadow(subject, rule, before);
        return !before.if_known;
      };
    });
  }
}

void look_at_requirements(Subject& subject) {
  for (const Service& service : subject.rules().services) {
    compare_with_earlier(subject, service.requirements, [&subject](const Requirement& rule) {
      return [&subject, &rule](const Requirement& other) {
        const bool same = other.evidence == rule.evidence && other.holder == rule.holder &&
                          other.original >= rule.original && other.copies >= rule.copies;
        if (same) report_duplicate(subject, rule, other);
        return same;
      };
    });
  }
}

void look_at_shares(Subject& subject) {
  compare_with_earlier(subject, subject.rules().shares, [&subject](const DataShare& rule) {
    return [&subject, &rule, evidence = rule.evidence, fields = rule.fields](const DataShare& before) mutable {
      if (!(rule.services - before.services).empty()) return false;
      take_out(evidence, before.evidence);
      take_out(fields, before.fields);
      const bool nothing_left = evidence.empty() && fields.empty();
      if (nothing_left) report_duplicate(subject, rule, before);
      return nothing_left;
    };
  });
}

void look_at_absorptions(Subject& subject) {
  compare_with_earlier(subject, subject.rules().absorptions, [&subject](const Absorption& rule) {
    return [&subject, &rule, left = rule.evidence](const Absorption& before) mutable {
      const bool had_any = !left.empty();
      take_out(left, before.evidence);
      if (had_any && left.empty()) report_duplicate(subject, rule, before);
      return left.empty();
    };
  });
}

void look_at_checks(Subject& subject) {
  compare_with_earlier(subject, subject.rules().checks, [&subject](const Check& rule) {
    return [&subject, &rule](const Check& other) {
      const bool same = other.when == rule.when && other.at == rule.at && other.about_newborns == rule.about_newborns;
      if (same) report_duplicate(subject, rule, other);
      return same;
    };
  });
}

void look_at_lines(Subject& subject) {
  const Rules& rules = subject.rules();
  const auto services = subject.rows("services");
  for (const ServiceId s : rules.services.ids()) {
    const auto& form = rules.services[s].form;
    const auto rows = Subject::rows(*services[s.place()], "form");
    for (std::size_t later = 1; later < form.size(); ++later) {
      const auto end = form.begin() + static_cast<std::ptrdiff_t>(later);
      const bool twice = std::any_of(form.begin(), end, [&](const FormEntry& other) {
        return other.field == form[later].field && other.when == form[later].when;
      });
      if (!twice) continue;
      const std::string& id = rules.fields[form[later].field].id;
      subject.remark("duplicate-form-line", *rows[later], "",
                     {texts::message(texts::lint::field_twice, id), texts::lint::drop_one_line});
    }
  }
}

}  // namespace

void look_for_shadowed_rules(Subject& subject) {
  profile::for_each_table(subject.rules(), [&subject]<class Row>(const auto&, const Table<Row>& rows) {
    if constexpr (profile::DecidesOnServices<Row>) look_at_services_of(subject, rows);
  });
  look_at_tolerances(subject);
  look_at_derivations(subject);
  look_at_requirements(subject);
  look_at_shares(subject);
  look_at_absorptions(subject);
  look_at_checks(subject);
  look_at_lines(subject);
}

}  // namespace birthcase::linting
