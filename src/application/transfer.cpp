// The facts of one profile under another.
#include <birthcase/application.hpp>

#include "application/facts.hpp"
#include "application/findings.hpp"
#include "application/handed_in.hpp"
#include "application/look_ups.hpp"
#include "application/values.hpp"
#include "json/document.hpp"
#include "plan_json/names.hpp"

#include <utility>

namespace birthcase {
namespace {

using application::FactEditor;

class Transfer {
 public:
  Transfer(const Rules& from, const FactStore& source, const Rules& to, FactStore& target) noexcept
      : from_(from), source_(source), to_(to), target_(target) {}

  void facts() {
    children(Schema::family_root, Schema::family_root);
    for (newborn_ = 0; newborn_ < source_.newborns.size(); ++newborn_) {
      target_.newborns.emplace_back(to_.schema.newborn_slots());
      children(Schema::newborn_root, Schema::newborn_root);
    }
    newborn_ = FactRef::family;
  }

  void documents() {
    for (std::size_t i = 0; i < source_.evidence.size(); ++i) {
      const auto document = translated(source_.evidence[i]);
      if (!document || application::add(target_, *document)) leave_out(json::append("/evidence", i));
    }
  }

  void look_ups() {
    for (std::size_t i = 0; i < source_.look_ups.size(); ++i) {
      if (application::note(to_, target_, named(source_.look_ups[i]))) leave_out(json::append("/look_ups", i));
    }
  }

 private:
  NamedLookUp named(const LookUp& look_up) const {
    NamedLookUp names{.id = from_.shares[look_up.share].id,
                      .newborn = look_up.newborn,
                      .state = look_up.state,
                      .at = look_up.at,
                      .reference = look_up.reference};
    std::string room;
    for (const FoundFact& each : look_up.facts) {
      names.facts.push_back({std::string(composed_fact_name(from_.schema, each.fact, room)), each.value});
    }
    return names;
  }

  void children(Index from, Index to) {
    for (const auto& [key, child] : from_.schema.node(from).children) {
      const Schema::Node& node = from_.schema.node(child);
      const Value& value = (node.slot.newborn ? source_.newborns[newborn_] : source_.family)[node.slot.index];
      if (value.is_unknown()) continue;
      const Index* place = to_.schema.node(to).child(key);
      if (place == nullptr || !fact(child, *place, value)) leave_out(path_of(node));
    }
  }

  // Whether the other profile takes the fact.
  bool fact(Index from, Index to, const Value& value) {
    const Schema::Node& node = to_.schema.node(to);
    if ((node.field == no_index) != (from_.schema.node(from).field == no_index)) return false;
    FactEditor editor(to_, target_, newborn_);
    if (value.is_null()) {
      editor.put_null(node);
    } else if (node.field == no_index) {
      editor.put_known(to);
      children(from, to);
    } else {
      auto reading = read(node, value);
      if (!reading) return false;
      editor.put(node, std::move(*reading));
    }
    return true;
  }

  Result<application::Reading> read(const Schema::Node& node, const Value& value) {
    const bool are_services = value.is(Kind::list) && application::is_services(to_.fields[node.field]);
    return application::read_value(to_, node.field, are_services ? known_services(value.as_list()) : value);
  }

  Value known_services(const List& ids) {
    List known;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (application::service_named(to_, ids[i].as_text())) {
        known.push_back(ids[i]);
      } else {
        leave_out(json::append("/services", i));
      }
    }
    return Value::list(std::move(known));
  }

  std::optional<HandedIn> translated(HandedIn document) const {
    const auto type = application::evidence_named(to_, from_.evidence[document.evidence].id);
    if (!type) return std::nullopt;
    document.evidence = *type;
    if (document.holder != no_index) {
      const auto holder = application::holder_named(to_, from_.holders[document.holder].id);
      if (!holder) return std::nullopt;
      document.holder = *holder;
    }
    if (application::settle_newborn(to_, target_.newborns.size(), document)) return std::nullopt;
    return document;
  }

  std::string path_of(const Schema::Node& node) const {
    return application::pointer_of(from_.schema, node.slot.of(newborn_));
  }

  void leave_out(std::string path) {
    constexpr FactRef after_all_facts{0xffff, FactRef::family - 1};
    FactEditor(to_, target_).report(after_all_facts, application::unknown_to_profile_finding(std::move(path)));
  }

  const Rules& from_;
  const FactStore& source_;
  const Rules& to_;
  FactStore& target_;
  std::uint16_t newborn_ = FactRef::family;
};

}  // namespace

Application Application::under(const Profile& other) const {
  if (other == profile_) return *this;
  Application result(other);
  Transfer transfer(profile_.rules(), *facts_, other.rules(), result.change());
  transfer.facts();
  transfer.documents();
  for (const CompletedService& each : facts_->completed) {
    (void)result.complete(profile_.rules().services[each.service].id, each.newborn);  // where it has such a service
  }
  if (facts_->told_on) result.told_on(*facts_->told_on);
  transfer.look_ups();
  return result;
}

}  // namespace birthcase
