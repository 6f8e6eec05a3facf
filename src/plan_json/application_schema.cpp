#include <birthcase/plan_json.hpp>

#include "json/writer.hpp"
#include "plan_json/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

namespace birthcase {
namespace {

constexpr std::size_t small_table = 100;  // codes that are worth listing

class SchemaWriter {
 public:
  SchemaWriter(const Rules& rules, Language language)
      : rules_(rules), language_(language), json_(4096 + 384 * rules.fields.size()) {}

  std::string write();

 private:
  using Types = std::initializer_list<std::string_view>;

  void definitions();
  void handed_in();
  void look_up();
  void only_for_newborns();
  void documents_of_newborns();
  void for_count(std::string_view limit, std::size_t newborns, std::string_view items);
  void types_of_documents(bool per_newborn);
  void members(Index node);
  void group(const Schema::Node& node, Index index);
  void field(FieldId index);
  void list(const Field& field);
  void number();
  void text(const Field& field, const Constraints& constraints);
  void codes(const Field& field, const Constraints& constraints);
  void code(std::string_view code, std::string_view title);
  void type(Types types);
  void type_only(std::string_view name);
  void close_with_no_other_keys();
  template <class Row>
  void ids(const Table<Row>& table, bool or_null);
  void services();

  bool accepts(const Constraints& constraints, const std::string& code) const {
    return constraints.codes.empty() || std::binary_search(constraints.codes.begin(), constraints.codes.end(), code);
  }

  const Rules& rules_;
  Language language_;
  JsonWriter json_;
};

std::string SchemaWriter::write() {
  json_.open_object();
  json_.text_at("$schema", "https://json-schema.org/draft/2020-12/schema");
  json_.text_at("title", rules_.title.in(language_));
  json_.text_at("$comment", "made by birthcase from the profile " + rules_.id);
  type({"object"});
  json_.key("properties");
  json_.open_object();
  json_.key("profile");
  json_.open_object();
  type({"string"});
  json_.close_object();
  members(Schema::family_root);
  json_.key("newborns");
  json_.open_object();
  type({"array"});
  json_.number_at("maxItems", Application::max_newborns);
  json_.key("items");
  json_.literal(R"({"$ref":"#/$defs/newborn"})");
  json_.close_object();
  json_.key("evidence");
  json_.open_object();
  type({"array"});
  json_.number_at("maxItems", Application::max_evidence);
  json_.key("items");
  json_.literal(R"({"$ref":"#/$defs/handed-in"})");
  json_.close_object();
  json_.key("look_ups");
  json_.open_object();
  type({"array"});
  json_.key("items");
  json_.literal(R"({"$ref":"#/$defs/look-up"})");
  json_.close_object();
  close_with_no_other_keys();
  documents_of_newborns();
  definitions();
  json_.close_object();
  return json_.take();
}

void SchemaWriter::definitions() {
  json_.key("$defs");
  json_.open_object();
  json_.key("newborn");
  json_.open_object();
  type({"object"});
  json_.key("properties");
  json_.open_object();
  members(Schema::newborn_root);
  close_with_no_other_keys();
  json_.close_object();
  handed_in();
  look_up();
  json_.key("of-a-newborn");
  types_of_documents(true);
  json_.close_object();
}

void SchemaWriter::handed_in() {
  json_.key("handed-in");
  json_.open_object();
  type({"object"});
  json_.key("required");
  json_.literal(R"(["type"])");
  only_for_newborns();
  json_.key("properties");
  json_.open_object();
  json_.key("type");
  ids(rules_.evidence, false);
  json_.key("holder");
  ids(rules_.holders, true);
  json_.key("newborn");
  json_.open_object();
  type({"integer", "null"});
  json_.number_at("minimum", 0);
  json_.number_at("maximum", Application::max_newborns - 1);
  json_.close_object();
  json_.key("as");
  json_.literal(R"({"enum":["original","copy","scan"]})");
  close_with_no_other_keys();
  json_.close_object();
}

// What became of a look-up. Which facts it can have found follows from its share.
void SchemaWriter::look_up() {
  json_.key("look-up");
  json_.open_object();
  type({"object"});
  json_.key("required");
  json_.literal(R"(["id","result"])");
  json_.key("properties");
  json_.open_object();
  json_.key("id");
  json_.open_object();
  json_.key("enum");
  json_.open_array();
  for (const DataShare& share : rules_.shares) {
    if (!share.hospital) json_.text(share.id);
  }
  json_.close_array();
  json_.close_object();
  json_.key("newborn");
  json_.open_object();
  type({"integer", "null"});
  json_.number_at("minimum", 0);
  json_.number_at("maximum", Application::max_newborns - 1);
  json_.close_object();
  json_.key("result");
  json_.literal(R"({"enum":["asked","found","not_found","not_available","seen"]})");
  json_.key("at");
  type_only("string");
  json_.key("reference");
  type_only("string");
  json_.key("facts");
  type_only("object");
  close_with_no_other_keys();
  json_.close_object();
}

void SchemaWriter::type_only(std::string_view name) {
  json_.open_object();
  type({name});
  json_.close_object();
}

// A document that is not a newborn's must not name one.
void SchemaWriter::only_for_newborns() {
  json_.key("if");
  types_of_documents(false);
  json_.key("then");
  json_.literal(R"({"properties":{"newborn":{"type":"null"}}})");
}

// What only the whole application shows: whose a newborn's document can be. There may be no newborn yet, the only one
// need not be named, and of several it has to be said which.
void SchemaWriter::documents_of_newborns() {
  const auto is_of_newborn = [](const EvidenceType& evidence) { return evidence.per_newborn; };
  if (std::none_of(rules_.evidence.begin(), rules_.evidence.end(), is_of_newborn)) return;
  json_.key("allOf");
  json_.open_array();
  for_count("maxItems", 0, R"({"not":{"$ref":"#/$defs/of-a-newborn"}})");
  for (std::size_t newborns = 1; newborns < Application::max_newborns; ++newborns) {
    for_count("maxItems", newborns, R"({"properties":{"newborn":{"maximum":)" + std::to_string(newborns - 1) + "}}}");
  }
  for_count("minItems", 2,
            R"({"if":{"$ref":"#/$defs/of-a-newborn"},)"
            R"("then":{"required":["newborn"],"properties":{"newborn":{"type":"integer"}}}})");
  json_.close_array();
}

// What holds for each document if there are so many newborns; none where the application does not speak of newborns.
void SchemaWriter::for_count(std::string_view limit, std::size_t newborns, std::string_view items) {
  json_.open_object();
  json_.key("if");
  json_.open_object();
  if (limit == "minItems") {
    json_.key("required");
    json_.literal(R"(["newborns"])");
  }
  json_.key("properties");
  json_.open_object();
  json_.key("newborns");
  json_.open_object();
  json_.any_key(limit);
  json_.number(newborns);
  json_.close_object();
  json_.close_object();
  json_.close_object();
  json_.key("then");
  json_.literal(R"({"properties":{"evidence":{"items":)" + std::string(items) + "}}}");
  json_.close_object();
}

void SchemaWriter::types_of_documents(bool per_newborn) {
  json_.open_object();
  json_.key("properties");
  json_.open_object();
  json_.key("type");
  json_.open_object();
  json_.key("enum");
  json_.open_array();
  for (const EvidenceType& evidence : rules_.evidence) {
    if (evidence.per_newborn == per_newborn) json_.text(evidence.id);
  }
  json_.close_array();
  json_.close_object();
  json_.close_object();
  json_.close_object();
}

void SchemaWriter::members(Index node) {
  for (const auto& [key, child] : rules_.schema.node(node).children) {
    json_.any_key(key);
    const Schema::Node& member = rules_.schema.node(child);
    member.field == no_index ? group(member, child) : field(member.field);
  }
}

void SchemaWriter::group(const Schema::Node& node, Index index) {
  json_.open_object();
  const FactRef fact{node.slot.index, node.slot.newborn ? std::uint16_t{0} : FactRef::family};
  const std::string_view title = label_of(rules_, fact, language_);
  if (title != node.name) json_.text_at("title", title);
  type({"object", "null"});
  json_.key("properties");
  json_.open_object();
  members(index);
  close_with_no_other_keys();
  json_.close_object();
}

void SchemaWriter::field(FieldId index) {
  const Field& field = rules_.fields[index];
  const UnifiedField* unified = rules_.form.find(index);
  const Constraints& constraints = unified != nullptr ? unified->constraints : field.constraints;
  json_.open_object();
  json_.text_at("title", field.label.in(language_));
  switch (field.type) {
    case FieldType::boolean:
      type({"boolean", "string", "null"});  // what a text says is read as for a number
      break;
    case FieldType::number:
      number();
      break;
    case FieldType::list:
      list(field);
      break;
    default:
      text(field, constraints);
  }
  json_.close_object();
}

void SchemaWriter::list(const Field& field) {
  type({"array", "null"});
  json_.key("items");
  if (field.id == "services") return services();
  json_.literal(R"({"type":"string"})");
}

// A number in quotes is read as well; whatever else is in the quotes is a finding.
void SchemaWriter::number() {
  type({"number", "string", "null"});
  json_.key("minimum");
  json_.literal("-" + std::string(Application::max_number));
  json_.key("maximum");
  json_.literal(Application::max_number);
}

// Lengths and formats are findings, so they are told and not asserted.
void SchemaWriter::text(const Field& field, const Constraints& constraints) {
  std::string described;
  const auto describe = [&described](std::string_view part) {
    if (!described.empty()) described += "; ";
    described += part;
  };
  if (field.type == FieldType::date) describe("YYYY-MM-DD");
  if (field.type == FieldType::date_time) describe("YYYY-MM-DDThh:mm");
  if (field.format != Format::none) describe(to_string(field.format));
  if (field.table != nullptr) describe(field.table->standard());
  if (constraints.max_length) describe("≤ " + std::to_string(*constraints.max_length));
  if (!described.empty()) json_.text_at("description", described);
  type({"string", "null"});
  if (field.type == FieldType::code) codes(field, constraints);
}

// Codes are offered and not asserted: another text is a finding too. Large tables are only named.
void SchemaWriter::codes(const Field& field, const Constraints& constraints) {
  const bool listed =
      field.table == nullptr || !constraints.codes.empty() || field.table->codes().size() <= small_table;
  if (!listed) return;
  json_.key("anyOf");
  json_.open_array();
  for (const InlineCode& each : field.inline_codes) {
    if (accepts(constraints, each.code)) code(each.code, each.label.in(language_));
  }
  if (field.inline_codes.empty() && field.table != nullptr) {
    for (const std::string& each : field.table->codes()) {
      const CodeEntry* entry = field.table->find(each);
      const bool in_english = language_ == Language::en && !entry->en.empty();
      if (accepts(constraints, each)) code(each, in_english ? entry->en : entry->zh);
    }
  }
  json_.literal("true");
  json_.close_array();
}

void SchemaWriter::code(std::string_view code, std::string_view title) {
  json_.open_object();
  json_.text_at("const", code);
  json_.text_at("title", title);
  json_.close_object();
}

void SchemaWriter::type(Types types) {
  json_.key("type");
  if (types.size() == 1) return json_.text(*types.begin());
  json_.open_array();
  for (const std::string_view each : types) json_.text(each);
  json_.close_array();
}

// Ends the object of properties that is open.
void SchemaWriter::close_with_no_other_keys() {
  json_.close_object();
  json_.boolean_at("additionalProperties", false);
}

template <class Row>
void SchemaWriter::ids(const Table<Row>& table, bool or_null) {
  json_.open_object();
  json_.key("enum");
  json_.open_array();
  for (const Row& row : table) json_.text(row.id);
  if (or_null) json_.null();
  json_.close_array();
  json_.close_object();
}

// Services asked for: blanks around an id do not count.
void SchemaWriter::services() {
  constexpr std::string_view blanks = R"([ \t\r\n\u3000]*)";
  std::string one_of;
  for (const Service& service : rules_.services) one_of += (one_of.empty() ? "" : "|") + service.id;
  json_.open_object();
  type({"string"});
  json_.key("anyOf");
  json_.open_array();
  ids(rules_.services, false);
  json_.open_object();
  json_.text_at("pattern", fmt::format("^{0}({1}){0}$", blanks, one_of));
  json_.close_object();
  json_.close_array();
  json_.close_object();
}

}  // namespace

std::string application_schema(const Profile& profile, Language language) {
  return SchemaWriter(profile.rules(), language).write();
}

}  // namespace birthcase
