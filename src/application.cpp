#include <birthcase/application.hpp>

#include "application/errors.hpp"
#include "application/facts.hpp"
#include "application/handed_in.hpp"
#include "application/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>

namespace birthcase {

using application::FactEditor;
using application::make_error;
using application::Reading;

namespace {

// Facts that the plan itself tells stand under no key of an application.
bool is_plan_fact(const Schema& schema, Slot slot) { return schema.at(slot).parent == no_index; }

Error no_such_fact(const Schema& schema, std::string_view name) {
  const auto names = schema.names();
  std::vector<std::string_view> candidates;
  for (const std::string& candidate : names) {
    const auto binding = schema.find(candidate);
    if (binding && (binding->newborn_list || !is_plan_fact(schema, binding->slot))) candidates.push_back(candidate);
  }
  return make_error(ErrorKind::unknown_name, application::no_such("fact", name, candidates));
}

// What is asked to be put: null, or what a field's text says.
Result<Reading> read(const Rules& rules, const Schema::Node& node, const Value& value) {
  if (value.is_null()) {
    Reading none;
    none.value = value;
    return none;
  }
  if (node.field == no_index) {
    return make_error(ErrorKind::wrong_type, "this is a group of facts; put the facts in it, or null");
  }
  return application::read_value(rules, node.field, value);
}

Error out_of_range(std::string message) { return make_error(ErrorKind::out_of_range, std::move(message)); }

}  // namespace

Application::Application(Profile profile) : profile_(std::move(profile)) {
  auto store = std::make_shared<FactStore>();
  store->family.resize(profile_.rules().schema.family_slots());
  facts_ = std::move(store);
}

Result<void> Application::put(std::string_view name, Value value, std::uint16_t newborn) {
  if (value.is_unknown()) return clear(name, newborn);
  const auto slot = locate(name, newborn);
  if (!slot) return slot.error();
  const Rules& rules = profile_.rules();
  if (slot->newborn && newborn == newborn_count()) {
    Application with_newborn = *this;  // who is added with a first fact, or not at all
    with_newborn.change().newborns.emplace_back(rules.schema.newborn_slots());
    if (auto done = with_newborn.put(name, std::move(value), newborn); !done) return done;
    *this = std::move(with_newborn);
    return {};
  }
  const Schema::Node& node = rules.schema.at(*slot);
  auto reading = read(rules, node, value);
  if (!reading) {
    Error error = reading.error();
    error.path.insert(0, application::pointer_of(rules.schema, FactRef{slot->index, newborn}));
    return error;
  }
  FactEditor editor(rules, change(), newborn);
  if (value.is_null()) {
    editor.put_null(node);
  } else {
    editor.put(node, std::move(*reading));
  }
  return {};
}

Result<void> Application::clear(std::string_view name, std::uint16_t newborn) {
  const auto slot = locate(name, newborn);
  if (!slot) return slot.error();
  if (slot->newborn && newborn == newborn_count()) return out_of_range("there is no such newborn");
  const Rules& rules = profile_.rules();
  FactEditor(rules, change(), newborn).clear(rules.schema.at(*slot));
  return {};
}

Result<Value> Application::get(std::string_view name, std::uint16_t newborn) const {
  const auto slot = locate(name, newborn);
  if (!slot) return slot.error();
  if (!slot->newborn) return facts_->family[slot->index];
  if (newborn == newborn_count()) return out_of_range("there is no such newborn");
  return facts_->newborns[newborn][slot->index];
}

Result<void> Application::hand_in(std::string_view evidence, std::string_view holder, HandedInAs as,
                                  std::uint16_t newborn) {
  const Rules& rules = profile_.rules();
  const std::string path = fmt::format("/evidence/{}", facts_->evidence.size());
  const auto at = [&path](Error error, std::string_view key) {
    error.path = path + std::string(key) + error.path;
    return error;
  };
  const auto type = application::evidence_named(rules, evidence);
  if (!type) return at(type.error(), "/type");
  HandedIn document{*type, no_index, newborn, as};
  if (!holder.empty()) {
    const auto person = application::holder_named(rules, holder);
    if (!person) return at(person.error(), "/holder");
    document.holder = *person;
  }
  if (auto error = application::settle_newborn(rules, newborn_count(), document)) return at(*error, "");
  if (auto error = application::add(change(), document)) return at(*error, "");
  return {};
}

Result<void> Application::complete(std::string_view service, std::uint16_t newborn) {
  const auto& services = profile_.rules().services;
  const auto at =
      std::find_if(services.begin(), services.end(), [&](const Service& each) { return each.id == service; });
  if (at == services.end()) return make_error(ErrorKind::unknown_name, "there is no such service");
  const CompletedService completed{services.id_of(*at), newborn};
  auto& all = change().completed;
  if (std::find(all.begin(), all.end(), completed) == all.end()) all.push_back(completed);
  return {};
}

void Application::told_on(Date day) {
  if (facts_->told_on != day) change().told_on = day;
}

// Plans may still be reading the facts; then they keep theirs.
FactStore& Application::change() {
  if (facts_.use_count() != 1) facts_ = std::make_shared<FactStore>(*facts_);
  std::atomic_thread_fence(std::memory_order_acquire);  // after the last reader in another thread has let go
  return const_cast<FactStore&>(*facts_);               // made as a FactStore, and nobody else has it
}

Result<Slot> Application::locate(std::string_view name, std::uint16_t newborn) const {
  const Schema& schema = profile_.rules().schema;
  const auto found = schema.find(name);
  if (!found) return no_such_fact(schema, name);
  if (found->newborn_list) {
    return make_error(ErrorKind::wrong_type, "newborns are told fact by fact: newborn.name, with the newborn's place");
  }
  if (is_plan_fact(schema, found->slot)) return no_such_fact(schema, name);
  if (!found->slot.newborn) {
    if (newborn == FactRef::family) return found->slot;
    return out_of_range("this is a fact of the family; leave the newborn out");
  }
  if (newborn == FactRef::family) return out_of_range("each newborn has this fact; say whose it is, counting from 0");
  if (newborn > newborn_count() || newborn >= max_newborns) {
    return out_of_range(
        fmt::format("there are {} newborns, counted from 0, and there can be {}", newborn_count(), max_newborns));
  }
  return found->slot;
}

}  // namespace birthcase
