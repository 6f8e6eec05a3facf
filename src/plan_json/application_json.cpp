#include <birthcase/plan_json.hpp>

#include "json/writer.hpp"

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
  json_.close_object();
  return json_.take();
}

// A group is null with all that is in it, or an object of what is known, which may be nothing.
void ApplicationWriter::members(Index group, const FactStore::Values& values) {
  for (const auto& [key, child] : rules_.schema.node(group).children) {
    const Schema::Node& node = rules_.schema.node(child);
    const Value& value = values[node.slot.index];
    if (value.is_unknown()) continue;
    json_.any_key(key);
    if (is_beyond_json(value)) {
      json_.text(value.as_number().to_string());
      continue;
    }
    if (node.field != no_index || value.is_null()) {
      json_.value(value);
      continue;
    }
    json_.open_object();
    members(child, values);
    json_.close_object();
  }
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

}  // namespace

std::string to_json(const Application& application) { return ApplicationWriter(application).write(); }

}  // namespace birthcase
