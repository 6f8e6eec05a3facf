#include <birthcase/compare.hpp>

#include <algorithm>

namespace birthcase {
namespace {

// What a profile says of the ordinary family, as an application.
Application reference_family(const Profile& profile, Date as_of) {
  const Rules& rules = profile.rules();
  Application application(profile);
  const Plan nothing_known = plan(profile, application, as_of);
  for (const auto& [field, expression] : rules.reference) {
    Value value = nothing_known.evaluate(expression);
    if (value.is_unknown()) continue;
    const bool newborn = rules.fields[field].per_newborn();
    application.put(rules.fields[field].id, std::move(value), newborn ? std::uint16_t{0} : FactRef::family).value();
  }
  return application;
}

bool falls_to_family(EvidenceStatus status) noexcept {
  return status == EvidenceStatus::bring || status == EvidenceStatus::undetermined;
}

// In which case an undetermined document is brought: where its requirement applies, or where a share does not.
Label condition_of(const Why& why, const Requirement& requirement) {
  if (why.rule == nullptr) return {};
  return why.rule == &requirement ? requirement.reason : why.rule->otherwise;
}

Comparison::Item item_of(const Plan& plan, const EvidenceUse& use) {
  const Rules& rules = plan.profile().rules();
  const Requirement& requirement = *use.requirement;
  Comparison::Item item{.evidence = plan.evidence[use.evidence].type,
                        .holder = requirement.holder == no_index ? nullptr : &rules.holders[requirement.holder],
                        .original = requirement.original,
                        .copies = requirement.copies,
                        .conditional = use.status == EvidenceStatus::undetermined};
  if (rules.joint) {  // as the plan has it: the window makes the copies
    item.original = std::max<std::uint8_t>(item.original, 1);
    item.copies = 0;
  }
  if (item.conditional) item.condition = condition_of(use.why, requirement);
  return item;
}

Comparison::Cell cell_of(const Plan& plan, const Service& service) {
  Comparison::Cell cell;
  for (std::uint16_t i = 0; i < plan.services.size(); ++i) {
    if (plan.services[i].service != &service) continue;
    cell.offered = plan.services[i].lane != Lane::not_offered;
    for (const EvidenceUse& use : plan.uses) {
      if (use.lane == i && falls_to_family(use.status)) cell.brings.push_back(item_of(plan, use));
    }
  }
  return cell;
}

// Each document of each holder once.
Comparison::Cell cell_of_all(const Plan& plan) {
  const Rules& rules = plan.profile().rules();
  Comparison::Cell cell;
  for (std::uint16_t i = 0; i < plan.evidence.size(); ++i) {
    const EvidenceItem& evidence = plan.evidence[i];
    if (!falls_to_family(evidence.status)) continue;
    const auto use = std::find_if(plan.uses.begin(), plan.uses.end(), [&](const EvidenceUse& other) {
      return other.evidence == i && other.status == evidence.status;
    });
    if (use == plan.uses.end()) continue;
    Comparison::Item item = item_of(plan, *use);
    item.holder = evidence.holder == no_index ? nullptr : &rules.holders[evidence.holder];
    item.original = evidence.original;
    item.copies = evidence.copies;
    cell.brings.push_back(std::move(item));
  }
  return cell;
}

// Rows by the services of all profiles, in the order of the first that has them.
Comparison::Row& row_for(Comparison& comparison, const Service& service, const Rules& rules) {
  const auto known = std::find_if(comparison.rows.begin(), comparison.rows.end(),
                                  [&service](const Comparison::Row& row) { return row.service == service.id; });
  if (known != comparison.rows.end()) return *known;
  Comparison::Row row{.service = service.id,
                      .label = service.label,
                      .organisation = rules.organisations[service.organisation].label,
                      .cells = std::vector<Comparison::Cell>(comparison.profiles.size(), {.offered = false})};
  return comparison.rows.emplace_back(std::move(row));
}

}  // namespace

Result<Comparison> compare(std::span<const Profile> profiles, Date as_of) {
  if (profiles.empty()) return Error{.kind = ErrorKind::missing, .message = "name at least one profile to compare"};
  Comparison comparison;
  comparison.profiles.assign(profiles.begin(), profiles.end());
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    const Rules& rules = profiles[i].rules();
    const Plan planned = plan(profiles[i], reference_family(profiles[i], as_of), as_of);
    for (const Service& service : rules.services) {
      row_for(comparison, service, rules).cells[i] = cell_of(planned, service);
    }
    comparison.together.push_back(cell_of_all(planned));
  }
  return comparison;
}

}  // namespace birthcase
