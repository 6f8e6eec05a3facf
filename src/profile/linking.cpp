// What follows from the tables: the one form, who supplies whom, and in which order things are worked out.
#include "profile/builder.hpp"
#include "texts/findings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::profile {
namespace {

// Orders 0 … count-1 so that everything comes after what it needs, otherwise keeping the order; what is left out of the
// answer is in a circle.
std::vector<Index> in_order(std::size_t count, const std::vector<std::vector<Index>>& needs) {
  std::vector<Index> ordered;
  std::vector<bool> placed(count, false);
  const auto ready = [&](std::size_t i) {
    return !placed[i] && std::all_of(needs[i].begin(), needs[i].end(), [&](Index need) { return placed[need]; });
  };
  for (std::size_t i = 0; i < count;) {
    if (!ready(i)) {
      ++i;
      continue;
    }
    placed[i] = true;
    ordered.push_back(static_cast<Index>(i));
    i = 0;
  }
  return ordered;
}

// Whether some family gets the service here: no lane rule refuses it to all whom those before it leave.
bool is_offered(const Rules& rules, Index service) {
  for (const LaneRule& rule : rules.lanes) {
    if (!rule.services.has(service)) continue;
    const bool always = rule.when == no_index && !rule.valid.from && !rule.valid.until;
    if (rule.lane == Lane::joint) return true;
    if (always) return rule.lane != Lane::not_offered;
  }
  return true;
}

bool is_yielded(const Rules& rules, Index field) {
  return std::any_of(rules.services.begin(), rules.services.end(), [field](const Service& service) {
    return std::any_of(service.outputs.begin(), service.outputs.end(),
                       [field](const Output& output) { return output.field == field; });
  });
}

// By field: whether it follows from this one by some derivations, whatever their conditions.
std::vector<bool> followers_of(const Rules& rules, Index source) {
  std::vector<bool> follows(rules.fields.size(), false);
  const auto is_from = [&](const Slot& slot) {
    const Index read = rules.schema.at(slot).field;
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

bool delivers_with(const Rules& rules, const Service& service, Index field) {
  const auto index = rules.index_of(service);
  return std::any_of(rules.deliveries.begin(), rules.deliveries.end(), [&](const DeliveryRule& rule) {
    return rule.services.has(index) && std::find(rule.fields.begin(), rule.fields.end(), field) != rule.fields.end();
  });
}

}  // namespace

void Builder::unify_forms(Row& top) {
  std::vector<DepartmentForm> forms;
  for (Index i = 0; i < rules_->services.size(); ++i) {
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
  const Index service = forms[conflict.form].service;
  auto entries = services[service].rows("form");
  entries[conflict.entry].fail(
      "", ErrorKind::contradiction,
      fmt::format("the forms contradict each other about '{}': {}; make this entry agree with the forms before it",
                  rules_->fields[rules_->services[service].form[conflict.entry].field].id, conflict.why));
}

// A field that no service yields counts as needed from whoever yields what it may follow from.
void Builder::link_supplies(Row&) {
  const auto needs_document = [](const Service& service, const Output& output) {
    return std::any_of(service.requirements.begin(), service.requirements.end(),
                       [&](const Requirement& requirement) { return requirement.evidence == output.evidence; });
  };
  const auto needs_field = [this](const Service& service, const Output& output, const std::vector<bool>& followers) {
    return std::any_of(service.form.begin(), service.form.end(),
                       [&](const FormEntry& entry) {
                         return entry.required && (entry.field == output.field ||
                                                   (followers[entry.field] && !is_yielded(*rules_, entry.field)));
                       }) ||
           delivers_with(*rules_, service, output.field);
  };
  links_.supplies.resize(rules_->services.size());
  for (Index producer = 0; producer < rules_->services.size(); ++producer) {
    for (const Output& output : rules_->services[producer].outputs) {
      const bool document = output.evidence != no_index;
      const auto followers = document ? std::vector<bool>() : followers_of(*rules_, output.field);
      for (Index consumer = 0; consumer < rules_->services.size(); ++consumer) {
        const Service& service = rules_->services[consumer];
        const bool needed = document ? needs_document(service, output) : needs_field(service, output, followers);
        if (consumer == producer || !needed) continue;
        links_.supplies[consumer].push_back({producer, output.field, output.evidence});
      }
    }
  }
}

void Builder::order_services(Row& top) {
  std::vector<std::vector<Index>> needs(rules_->services.size());
  for (std::size_t consumer = 0; consumer < needs.size(); ++consumer) {
    for (const Supply& supply : links_.supplies[consumer]) needs[consumer].push_back(supply.producer);
  }
  links_.order = in_order(rules_->services.size(), needs);
  if (links_.order.size() == rules_->services.size()) return;
  for (Index i = 0; i < rules_->services.size(); ++i) {
    if (std::find(links_.order.begin(), links_.order.end(), i) != links_.order.end()) continue;
    auto rows = top.rows("services");
    return rows[i].fail("", ErrorKind::contradiction,
                        fmt::format("'{}' waits for its own result through other services; take an output or a "
                                    "requirement out of the circle",
                                    rules_->services[i].id));
  }
}

void Builder::order_derivations(Row& top) {
  std::vector<Index> derived_at(rules_->fields.size(), no_index);
  for (Index i = 0; i < rules_->derivations.size(); ++i) {
    Index& place = derived_at[rules_->derivations[i].field];
    if (place == no_index) {
      place = static_cast<Index>(links_.derived.size());
      links_.derived.push_back({rules_->derivations[i].field, {}});
    }
    links_.derived[place].derivations.push_back(i);
  }
  std::vector<std::vector<Index>> needs(links_.derived.size());
  const auto need = [&](Index place, Slot slot) {
    const Index field = rules_->schema.at(slot).field;
    if (field != no_index && derived_at[field] != no_index) needs[place].push_back(derived_at[field]);
  };
  const auto need_all = [&](Index place, const Derivation& derivation) {
    if (derivation.alias) need(place, *derivation.alias);
    if (derivation.value) {
      for (const Slot slot : derivation.value->mentions()) need(place, slot);
    }
    if (derivation.when == no_index) return;
    for (const Slot slot : rules_->conditions[derivation.when].condition.mentions()) need(place, slot);
  };
  for (Index place = 0; place < links_.derived.size(); ++place) {
    for (const Index index : links_.derived[place].derivations) {
      need_all(place, rules_->derivations[index]);
      for (const Index known_by : rules_->derivations[index].together) {
        if (derived_at[known_by] == no_index) continue;
        for (const Index other : links_.derived[derived_at[known_by]].derivations) {
          need_all(place, rules_->derivations[other]);
        }
      }
    }
  }
  const auto order = in_order(links_.derived.size(), needs);
  if (order.size() != links_.derived.size()) {
    return refuse_circle(top, order);
  }
  std::vector<DerivedField> sorted;
  for (const Index place : order) sorted.push_back(std::move(links_.derived[place]));
  links_.derived = std::move(sorted);
}

// Points at the first derivation of the first field that waits for itself.
void Builder::refuse_circle(Row& top, const std::vector<Index>& ordered) {
  Index place = 0;
  while (std::find(ordered.begin(), ordered.end(), place) != ordered.end()) ++place;
  const Derivation& first = rules_->derivations[links_.derived[place].derivations.front()];
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
  fields.resize(rules_->fields.size());
  evidence.resize(rules_->evidence.size());
  for (Index service = 0; service < rules_->services.size(); ++service) {
    for (const Output& output : rules_->services[service].outputs) {
      auto& producers = output.field != no_index ? fields[output.field].producers : evidence[output.evidence].producers;
      producers |= ServiceSet::of(service);
    }
  }
  for (Index i = 0; i < rules_->shares.size(); ++i) {
    for (const Index field : rules_->shares[i].fields) fields[field].shares.push_back(i);
    for (const Index type : rules_->shares[i].evidence) evidence[type].shares.push_back(i);
  }
  for (Index i = 0; i < rules_->absorptions.size(); ++i) {
    for (const Index type : rules_->absorptions[i].evidence) evidence[type].absorptions.push_back(i);
  }
  for (Index i = 0; i < links_.derived.size(); ++i) fields[links_.derived[i].field].derived = i;
  links_.lines.resize(rules_->services.size());
  for (Index service = 0; service < rules_->services.size(); ++service) index_lines(service);
  links_.done.assign(rules_->services.size(), no_index);
  for (Index i = 0; i < rules_->done.size(); ++i) {
    rules_->done[i].services.each([this, i](Index service) { links_.done[service] = i; });
  }
}

void Builder::index_lines(Index index) {
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
