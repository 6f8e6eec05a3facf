#include <birthcase/plan_json.hpp>

#include "json/writer.hpp"
#include "plan_json/names.hpp"

namespace birthcase {
namespace {

// A number that other readers of JSON could not hold: it is written in quotes, and read back as the same number.
bool is_beyond_json(const Value& value) {
  return value.is(Kind::number) && *Number::parse(Application::max_number) < value.as_number().absolute();
}

class ApplicationWriter {
 public:
  explicit ApplicationWriter(const Application& application)
      : rules_(application.profile().rules()), facts_(*application.facts()) {}

  std::string write();

 private:
  void members(Index node, const FactStore::Values& values);
  void newborns();
  void evidence();
  void document(const HandedIn& document);
  void look_ups();
  void look_up(const LookUp& look_up);
  void value(const Value& value);

  const Rules& rules_;
  const FactStore& facts_;
  JsonWriter json_{2048};
};

std::string ApplicationWriter::write() {
  json_.open_object();
  json_.text_at("profile", rules_.id);
  members(Schema::family_root, facts_.family);
  if (!facts_.newborns.empty()) newborns();
  if (!facts_.evidence.empty()) evidence();
  if (!facts_.look_ups.empty()) look_ups();
  json_.close_object();
  return json_.take();
}

// A group is null with all that is in it, or an object of the known facts, which may be empty.
void ApplicationWriter::members(Index group, const FactStore::Values& values) {
  for (const auto& [key, child] : rules_.schema.node(group).children) {
    const Schema::Node& node = rules_.schema.node(child);
    const Value& value = values[node.slot.index];
    if (value.is_unknown()) continue;
    json_.any_key(key);
    if (node.field != no_index || value.is_null()) {
      this->value(value);
      continue;
    }
    json_.open_object();
    members(child, values);
    json_.close_object();
  }
}

void ApplicationWriter::value(const Value& value) {
  is_beyond_json(value) ? json_.text(value.as_number().to_string()) : json_.value(value);
}

void ApplicationWriter::newborns() {
  json_.key("newborns");
  json_.open_array();
  for (const FactStore::Values& values : facts_.newborns) {
    json_.open_object();
    members(Schema::newborn_root, values);
    json_.close_object();
  }
  json_.close_array();
}

void ApplicationWriter::evidence() {
  json_.key("evidence");
  json_.open_array();
  for (const HandedIn& each : facts_.evidence) document(each);
  json_.close_array();
}

void ApplicationWriter::document(const HandedIn& document) {
  json_.open_object();
  json_.text_at("type", rules_.evidence[document.evidence].id);
  if (document.holder != no_index) json_.text_at("holder", rules_.holders[document.holder].id);
  if (document.newborn != FactRef::family) json_.number_at("newborn", document.newborn);
  json_.text_at("as", to_string(document.as));
  json_.close_object();
}

void ApplicationWriter::look_ups() {
  json_.key("look_ups");
  json_.open_array();
  for (const LookUp& each : facts_.look_ups) look_up(each);
  json_.close_array();
}

void ApplicationWriter::look_up(const LookUp& look_up) {
  json_.open_object();
  json_.text_at("id", rules_.shares[look_up.share].id);
  if (look_up.newborn != FactRef::family) json_.number_at("newborn", look_up.newborn);
  json_.text_at("result", to_string(look_up.state));
  if (look_up.at) json_.text_at("at", to_string(*look_up.at));
  if (!look_up.reference.empty()) json_.text_at("reference", look_up.reference);
  if (!look_up.facts.empty()) {
    std::string name;
    json_.key("facts");
    json_.open_object();
    for (const FoundFact& each : look_up.facts) {
      json_.any_key(composed_fact_name(rules_.schema, each.fact, name));
      value(each.value);
    }
    json_.close_object();
  }
  json_.close_object();
}

}  // namespace

std::string to_json(const Application& application) { return ApplicationWriter(application).write(); }

}  // namespace birthcase
