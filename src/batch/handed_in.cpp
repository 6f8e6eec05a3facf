#include "batch/handed_in.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace birthcase::batch {
namespace {

using Products = std::set<std::pair<EvidenceId, std::uint16_t>>;  // and of which newborn

std::size_t lists_of(const Births& births) { return births.documents ? births.documents->values.size() : 0; }

// Newborns of whom nothing is known.
Application application_with(const Profile& profile, std::uint16_t newborns) {
  Application application(profile);
  const auto& fields = profile.rules().fields;
  const auto field = std::find_if(fields.begin(), fields.end(), [](const Field& each) { return each.per_newborn(); });
  for (std::uint16_t newborn = 0; newborn < newborns; ++newborn) {
    application.put(field->id, Value::null(), newborn).value();
    application.clear(field->id, newborn).value();
  }
  return application;
}

Products products_among(const Rules& rules, const std::vector<HandedIn>& documents) {
  Products products;
  for (const HandedIn& document : documents) {
    const auto yields = [&](const Service& service) {
      return std::any_of(service.outputs.begin(), service.outputs.end(),
                         [&](const Product& product) { return product == Product(document.evidence); });
    };
    if (std::any_of(rules.services.begin(), rules.services.end(), yields)) {
      products.emplace(document.evidence, document.newborn);
    }
  }
  return products;
}

}  // namespace

HandedInLists::HandedInLists(const Columns& columns, std::uint16_t newborns)
    : errors_(lists_of(columns.births()) + 1), classes_(errors_.size()) {
  if (errors_.size() == 1) return;
  const Application nobody = application_with(columns.profile(), newborns);
  std::map<Products, std::uint32_t> known{{Products(), 0}};
  std::vector<std::uint32_t> seen{0};
  for (std::size_t list = 0; list < lists_of(columns.births()); ++list) {
    Application application = nobody;
    if (auto done = columns.hand_in(list, application); !done) errors_[list + 1] = done.error();
    const auto products = products_among(columns.profile().rules(), application.facts()->evidence);
    seen.push_back(known.emplace(products, static_cast<std::uint32_t>(known.size())).first->second);
  }
  classes_.refine([&](std::uint32_t code) { return seen[code]; });
}

}  // namespace birthcase::batch
