// What follows from the tables: the one form, who supplies whom, and in which order things are worked out.
#include "profile/builder.hpp"
#include "texts/findings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::profile {
namespace {

// Orders rows so that everything comes after what it needs, otherwise keeping the order; what is left out of the
// answer is in a circle.
template <class Row>
std::vector<Id<Row>> in_order(const Column<Row, std::vector<Id<Row>>>& needs) {
  std::vector<Id<Row>> ordered;
  Column<Row, bool> placed(needs.size(), false);
  const auto ready = [&](Id<Row> row) {
    return !placed[row] &&
           std::all_of(needs[row].begin(), needs[row].end(), [&](Id<Row> need) { return placed[need]; });
  };
  const auto rows = needs.ids();
  for (auto at = rows.begin(); at != rows.end();) {
    const Id<Row> row = *at++;
    if (!ready(row)) continue;
    placed[row] = true;
    ordered.push_back(row);
    at = rows.begin();
  }
  return ordered;
}

// Whether some family gets the service here: no lane rule refuses it to all whom those before it leave.
bool is_offered(const Rules& rules, ServiceId service) {
  for (const LaneRule& rule : rules.lanes) {
    if (!rule.services.has(service)) continue;
    const bool always = rule.when == no_index && !rule.valid.from && !rule.valid.until;
    if (rule.lane == Lane::joint) return true;
    if (always) return rule.lane != Lane::not_offered;
  }
  return true;
}

bool is_yielded(const Rules& rules, FieldId field) {
  return std::any_of(rules.services.begin(), rules.services.end(), [field](const Service& service) {
    return std::any_of(service.outputs.begin(), service.outputs.end(),
                       [field](const Product& product) { return product == Product(field); });
  });
}

// By field: whether it follows from this one by some derivations, whatever their conditions.
Column<Field, bool> followers_of(const Rules& rules, FieldId source) {
  Column<Field, bool> follows(rules.fields.size());
  const auto is_from = [&](const Slot& slot) {
    const FieldId read = rules.schema.at(slot).field;
    return read != no_index && (read == source || follows[read]);
  };
  const auto any_from = [&](std::span<const Slot> slots) { return std::any_of(slots.begin(), slots.end(), is_from); };
  const auto reads = [&](const Derivation& derivation) {
    return (derivation.alias && is_from(*derivation.alias)) ||
           (derivation.value && any_from(derivation.value->mentions())) ||
           (derivation.when != no_index && any_from(rules.conditions[derivation.when].condition.mentions()));
  };
  for (bool grown = true; grown;) {
    grown = false;
    for (const Derivation& derivation : rules.derivations) {
      if (follows[derivation.field] || !reads(derivation)) continue;
      follows[derivation.field] = true;
      grown = true;
    }
  }
  return follows;
}

bool delivers_with(const Rules& rules, const Service& service, FieldId field) {
  const auto index = rules.id_of(service);
  return std::any_of(rules.deliveries.begin(), rules.deliveries.end(), [&](const DeliveryRule& rule) {
    return rule.services.has(index) && std::find(rule.fields.begin(), rule.fields.end(), field) != rule.fields.end();
  });
}

}  // namespace

void Builder::unify_forms(Row& top) {
  std::vector<DepartmentForm> forms;
  for (const ServiceId i : rules_->services.ids()) {
    if (!is_offered(*rules_, i)) continue;
    rules_->offered |= ServiceSet::of(i);
    forms.push_back({i, rules_->services[i].form});
  }
  auto unified = unify(rules_->fields, forms);
  if (unified) {
    rules_->form = std::move(*unified);
    return;
  }
  const FormConflict& conflict = unified.error();
  auto services = top.rows("services");
  const ServiceId service = forms[conflict.form].service;
  auto entries = services[service.place()].rows("form");
  entries[conflict.entry].fail(
      "", ErrorKind::contradiction,
      fmt::format("the forms contradict each other about '{}': {}; make this entry agree with the forms before it",
                  rules_->fields[rules_->services[service].form[conflict.entry].field].id, conflict.why));
}

// A field that no service yields counts as needed from the services that yield what it may follow from.
void Builder::link_supplies(Row&) {
  const auto needs_document = [](const Service& service, EvidenceId evidence) {
    return std::any_of(service.requirements.begin(), service.requirements.end(),
                       [&](const Requirement& requirement) { return requirement.evidence == evidence; });
  };
  const auto needs_field = [this](const Service& service, FieldId field, const Column<Field, bool>& followers) {
    return std::any_of(service.form.begin(), service.form.end(),
                       [&](const FormEntry& entry) {
                         return entry.required &&
                                (entry.field == field || (followers[entry.field] && !is_yielded(*rules_, entry.field)));
                       }) ||
           delivers_with(*rules_, service, field);
  };
  const auto supply = [this](ServiceId producer, const Product& product, const auto& needs) {
    for (const ServiceId consumer : rules_->services.ids()) {
      if (consumer == producer || !needs(rules_->services[consumer])) continue;
      links_.supplies[consumer].push_back({producer, product});
    }
  };
  links_.supplies = Column<Service, std::vector<Supply>>(rules_->services.size());
  for (const ServiceId producer : rules_->services.ids()) {
    for (const Product& product : rules_->services[producer].outputs) {
      if (const auto* const evidence = std::get_if<EvidenceId>(&product)) {
        supply(producer, product, [&](const Service& service) { return needs_document(service, *evidence); });
      } else {
        const FieldId field = std::get<FieldId>(product);
        const auto followers = followers_of(*rules_, field);
        supply(producer, product, [&](const Service& service) { return needs_field(service, field, followers); });
      }
    }
  }
}

void Builder::order_services(Row& top) {
  Column<Service, std::vector<ServiceId>> needs(rules_->services.size());
  for (const ServiceId consumer : needs.ids()) {
    for (const Supply& supply : links_.supplies[consumer]) needs[consumer].push_back(supply.producer);
  }
  links_.order = in_order(needs);
  if (links_.order.size() == rules_->services.size()) return;
  for (const ServiceId i : rules_->services.ids()) {
    if (std::find(links_.order.begin(), links_.order.end(), i) != links_.order.end()) continue;
    auto rows = top.rows("services");
    return rows[i.place()].fail("", ErrorKind::contradiction,
                                fmt::format("'{}' waits for its own result through other services; take an output or a "
                                            "requirement out of the circle",
                                            rules_->services[i].id));
  }
}

void Builder::order_derivations(Row& top) {
  Column<Field, DerivedId> derived_at(rules_->fields.size());
  for (const DerivationId i : rules_->derivations.ids()) {
    DerivedId& place = derived_at[rules_->derivations[i].field];
    if (place == no_index) {
      place = links_.derived.next();
      links_.derived.push_back({rules_->derivations[i].field, {}});
    }
    links_.derived[place].derivations.push_back(i);
  }
  Column<DerivedField, std::vector<DerivedId>> needs(links_.derived.size());
  const auto need = [&](DerivedId place, Slot slot) {
    const FieldId field = rules_->schema.at(slot).field;
    if (field != no_index && derived_at[field] != no_index) needs[place].push_back(derived_at[field]);
  };
  const auto need_all = [&](DerivedId place, const Derivation& derivation) {
    if (derivation.alias) need(place, *derivation.alias);
    if (derivation.value) {
      for (const Slot slot : derivation.value->mentions()) need(place, slot);
    }
    if (derivation.when == no_index) return;
    for (const Slot slot : rules_->conditions[derivation.when].condition.mentions()) need(place, slot);
  };
  for (const DerivedId place : links_.derived.ids()) {
    for (const DerivationId index : links_.derived[place].derivations) {
      need_all(place, rules_->derivations[index]);
      for (const FieldId known_by : rules_->derivations[index].together) {
        if (derived_at[known_by] == no_index) continue;
        for (const DerivationId other : links_.derived[derived_at[known_by]].derivations) {
          need_all(place, rules_->derivations[other]);
        }
      }
    }
  }
  const auto order = in_order(needs);
  if (order.size() != links_.derived.size()) {
    return refuse_circle(top, order);
  }
  Table<DerivedField> sorted;
  for (const DerivedId place : order) sorted.push_back(std::move(links_.derived[place]));
  links_.derived = std::move(sorted);
}

// Points at the first derivation of the first field that waits for itself.
void Builder::refuse_circle(Row& top, const std::vector<DerivedId>& ordered) {
  const auto ids = links_.derived.ids();
  const auto in_circle = std::find_if(ids.begin(), ids.end(), [&](DerivedId place) {
    return std::find(ordered.begin(), ordered.end(), place) == ordered.end();
  });
  const Derivation& first = rules_->derivations[links_.derived[*in_circle].derivations.front()];
  for (Row& row : top.rows("derivations")) {
    if (row.text("id") != first.id) continue;
    return row.fail("value", ErrorKind::contradiction,
                    fmt::format("'{}' is derived from other facts and they from it, in a circle; take one of the "
                                "derivations out",
                                rules_->fields[first.field].id));
  }
}

void Builder::index_sources(Row&) {
  auto& fields = links_.field_sources;
  auto& evidence = links_.evidence_sources;
  fields = Column<Field, FieldSources>(rules_->fields.size());
  evidence = Column<EvidenceType, EvidenceSources>(rules_->evidence.size());
  for (const ServiceId service : rules_->services.ids()) {
    for (const Product& product : rules_->services[service].outputs) {
      const auto* const field = std::get_if<FieldId>(&product);
      auto& producers = field != nullptr ? fields[*field].producers : evidence[std::get<EvidenceId>(product)].producers;
      producers |= ServiceSet::of(service);
    }
  }
  for (const ShareId i : rules_->shares.ids()) {
    for (const FieldId field : rules_->shares[i].fields) fields[field].shares.push_back(i);
    for (const EvidenceId type : rules_->shares[i].evidence) evidence[type].shares.push_back(i);
  }
  for (const AbsorptionId i : rules_->absorptions.ids()) {
    for (const EvidenceId type : rules_->absorptions[i].evidence) evidence[type].absorptions.push_back(i);
  }
  for (const DerivedId i : links_.derived.ids()) fields[links_.derived[i].field].derived = i;
  links_.lines = Column<Service, FormLines>(rules_->services.size());
  for (const ServiceId service : rules_->services.ids()) index_lines(service);
  links_.done = Column<Service, DoneId>(rules_->services.size());
  for (const DoneId i : rules_->done.ids()) {
    rules_->done[i].services.each([this, i](ServiceId service) { links_.done[service] = i; });
  }
}

void Builder::index_lines(ServiceId index) {
  FormLines& lines = links_.lines[index];
  for (const FormEntry& entry : rules_->services[index].form) {
    const FormLine line{.field = entry.field,
                        .when = entry.when,
                        .required = entry.required,
                        .per_newborn = rules_->fields[entry.field].per_newborn(),
                        .own = links_.field_sources[entry.field].producers.has(index)};
    lines.all.push_back(line);
    if (entry.when != no_index) lines.conditional.push_back(line);
  }
}

void Builder::lint() {
  for (const auto& [first, second] : look_alikes(rules_->fields)) {
    const std::string& a = rules_->fields[first].id;
    const std::string& b = rules_->fields[second].id;
    rules_->findings.push_back({Severity::warning, "fields-look-alike", "/fields/" + b,
                                texts::message(texts::findings::fields_look_alike, a, b)});
  }
}

}  // namespace birthcase::profile
