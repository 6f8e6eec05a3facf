// Rules that never get their turn because one before them has spoken for all that they are about.
#include "json/document.hpp"
#include "lint/subject.hpp"

#include <fmt/format.h>

#include <algorithm>

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
                 {{fmt::format("排在前面的“{}”总是先适用，这条规则永远轮不到", by.id),
                   fmt::format("'{}' stands before it and always applies first, so this rule never decides", by.id)},
                  {fmt::format("请移到“{}”之前，或给后者加上 when，或删除", by.id),
                   fmt::format("move it before '{}', give that one a 'when', or take this one out", by.id)}});
}

void report_duplicate(Subject& subject, const Rule& rule, const Rule& by) {
  subject.remark("duplicate-rule", rule, "",
                 {{fmt::format("“{}”已说了同样的内容", by.id), fmt::format("'{}' says the same already", by.id)},
                  {"请删除其中一条，或核对条件和内容", "take one of them out, or check what each is meant to say"}});
}

template <class Table>
void look_at_services_of(Subject& subject, const Table& table) {
  for (std::size_t later = 1; later < table.size(); ++later) {
    ServiceSet left = table[later].services;
    for (std::size_t earlier = 0; earlier < later && !left.empty(); ++earlier) {
      if ((left & table[earlier].services).empty() || !speaks_for(subject, table[earlier], table[later])) continue;
      left = left - table[earlier].services;
      if (left.empty()) report_shadow(subject, table[later], table[earlier]);
    }
  }
}

// Takes out of `left` what stands in `taken`.
void take_out(std::vector<Index>& left, const std::vector<Index>& taken) {
  std::erase_if(left, [&](Index item) { return std::find(taken.begin(), taken.end(), item) != taken.end(); });
}

void look_at_tolerances(Subject& subject) {
  const auto& table = subject.rules().tolerances;
  for (std::size_t later = 1; later < table.size(); ++later) {
    std::vector<Index> left = table[later].evidence;
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      if (!speaks_for(subject, table[earlier], table[later])) continue;
      const bool about_all = table[earlier].evidence.empty();
      if (!about_all && left.empty()) continue;
      if (about_all) left.clear();
      take_out(left, table[earlier].evidence);
      if (!left.empty()) continue;
      report_shadow(subject, table[later], table[earlier]);
      break;
    }
  }
}

void look_at_derivations(Subject& subject) {
  const Rules& rules = subject.rules();
  for (const DerivedField& derived : rules.derived) {
    for (std::size_t later = 1; later < derived.derivations.size(); ++later) {
      const Derivation& rule = rules.derivations[derived.derivations[later]];
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        const Derivation& before = rules.derivations[derived.derivations[earlier]];
        if (before.if_known || !speaks_for(subject, before, rule)) continue;
        report_shadow(subject, rule, before);
        break;
      }
    }
  }
}

void look_at_requirements(Subject& subject) {
  for (const Service& service : subject.rules().services) {
    const auto& asked = service.requirements;
    for (std::size_t later = 1; later < asked.size(); ++later) {
      const auto same = std::find_if(
          asked.begin(), asked.begin() + static_cast<std::ptrdiff_t>(later), [&](const Requirement& other) {
            const Requirement& rule = asked[later];
            return other.evidence == rule.evidence && other.holder == rule.holder && other.original >= rule.original &&
                   other.copies >= rule.copies && speaks_for(subject, other, rule);
          });
      if (same != asked.begin() + static_cast<std::ptrdiff_t>(later)) report_duplicate(subject, asked[later], *same);
    }
  }
}

void look_at_shares(Subject& subject) {
  const auto& table = subject.rules().shares;
  for (std::size_t later = 1; later < table.size(); ++later) {
    std::vector<Index> evidence = table[later].evidence;
    std::vector<Index> fields = table[later].fields;
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      const bool same_services = (table[later].services - table[earlier].services).empty();
      if (!same_services || !speaks_for(subject, table[earlier], table[later])) continue;
      take_out(evidence, table[earlier].evidence);
      take_out(fields, table[earlier].fields);
      if (!evidence.empty() || !fields.empty()) continue;
      report_duplicate(subject, table[later], table[earlier]);
      break;
    }
  }
}

void look_at_absorptions(Subject& subject) {
  const auto& table = subject.rules().absorptions;
  for (std::size_t later = 1; later < table.size(); ++later) {
    std::vector<Index> left = table[later].evidence;
    for (std::size_t earlier = 0; earlier < later && !left.empty(); ++earlier) {
      if (!speaks_for(subject, table[earlier], table[later])) continue;
      take_out(left, table[earlier].evidence);
      if (left.empty()) report_duplicate(subject, table[later], table[earlier]);
    }
  }
}

void look_at_checks(Subject& subject) {
  const auto& table = subject.rules().checks;
  for (std::size_t later = 1; later < table.size(); ++later) {
    const auto end = table.begin() + static_cast<std::ptrdiff_t>(later);
    const auto same = std::find_if(table.begin(), end, [&](const Check& other) {
      return other.when == table[later].when && other.at == table[later].at &&
             other.about_newborns == table[later].about_newborns && speaks_for(subject, other, table[later]);
    });
    if (same != end) report_duplicate(subject, table[later], *same);
  }
}

void look_at_lines(Subject& subject) {
  const Rules& rules = subject.rules();
  const auto services = subject.rows("services");
  for (std::size_t s = 0; s < services.size(); ++s) {
    const auto& form = rules.services[s].form;
    const auto rows = Subject::rows(*services[s], "form");
    for (std::size_t later = 1; later < form.size(); ++later) {
      const auto end = form.begin() + static_cast<std::ptrdiff_t>(later);
      const bool twice = std::any_of(form.begin(), end, [&](const FormEntry& other) {
        return other.field == form[later].field && other.when == form[later].when;
      });
      if (!twice) continue;
      const std::string& id = rules.fields[form[later].field].id;
      subject.remark("duplicate-form-line", *rows[later], "",
                     {{fmt::format("本表单已有字段“{}”", id), fmt::format("this form has the field '{}' already", id)},
                      {"请删除其中一行，或核对字段", "take one of the lines out, or check which field it is"}});
    }
  }
}

}  // namespace

void look_for_shadowed_rules(Subject& subject) {
  const Rules& rules = subject.rules();
  look_at_services_of(subject, rules.lanes);
  look_at_services_of(subject, rules.competences);
  look_at_services_of(subject, rules.operators);
  look_at_services_of(subject, rules.promises);
  look_at_services_of(subject, rules.deliveries);
  look_at_tolerances(subject);
  look_at_derivations(subject);
  look_at_requirements(subject);
  look_at_shares(subject);
  look_at_absorptions(subject);
  look_at_checks(subject);
  look_at_lines(subject);
}

}  // namespace birthcase::linting
