// The data dictionary.
#include <birthcase/plan_json.hpp>

#include "application/checks.hpp"
#include "json/writer.hpp"
#include "plan_json/field_kind.hpp"
#include "profile/dictionary.hpp"

namespace birthcase {
namespace {

class DictionaryWriter {
 public:
  DictionaryWriter(const Rules& rules, Language language)
      : rules_(rules),
        dictionary_(profile::dictionary_of(rules)),
        language_(language),
        json_(1024 * rules.fields.size()) {}

  std::string write();

 private:
  void field(const profile::DictionaryEntry& entry);
  void services(const profile::DictionaryEntry& entry);
  void table(const profile::DictionaryTable& table);
  void labels(const Label& label);

  const Rules& rules_;
  profile::Dictionary dictionary_;
  Language language_;
  JsonWriter json_;
};

std::string DictionaryWriter::write() {
  json_.open_object();
  json_.text_at("profile", rules_.id);
  json_.text_at("title", rules_.title.in(language_));
  json_.key("fields");
  json_.open_array();
  for (const auto& entry : dictionary_.fields) field(entry);
  json_.close_array();
  json_.key("tables");
  json_.open_array();
  for (const auto& each : dictionary_.tables) table(each);
  json_.close_array();
  json_.close_object();
  return json_.take();
}

void DictionaryWriter::labels(const Label& label) {
  json_.key("labels");
  json_.open_object();
  json_.text_at("zh", label.zh);
  json_.text_at("en", label.en);
  json_.close_object();
}

void DictionaryWriter::field(const profile::DictionaryEntry& entry) {
  const Field& field = rules_.fields[entry.field];
  json_.open_object();
  json_.text_at("id", field.id);
  labels(field.label);
  json_.boolean_at("per_newborn", field.per_newborn());
  write_kind(json_, field, application::constraints_of(rules_, entry.field), language_);
  if (const auto unit = field.unit.in(language_); !unit.empty()) json_.text_at("unit", unit);
  json_.text_at("owner", to_string(field.owner));
  json_.text_at("sensitivity", to_string(field.sensitivity));
  if (!field.element.empty()) json_.text_at("element", field.element);
  services(entry);
  json_.key("read_by");
  json_.open_array();
  for (const std::string_view reader : entry.read_by) json_.text(reader);
  json_.close_array();
  json_.text_at("source", field.source);
  json_.close_object();
}

void DictionaryWriter::services(const profile::DictionaryEntry& entry) {
  json_.key("services");
  json_.open_array();
  for (const auto& [service, need] : entry.services) {
    json_.open_object();
    json_.text_at("id", rules_.services[service].id);
    json_.text_at("required", profile::name_of(need));
    json_.close_object();
  }
  json_.close_array();
}

void DictionaryWriter::table(const profile::DictionaryTable& table) {
  json_.open_object();
  json_.text_at("id", table.table->id());
  json_.text_at("standard", table.table->standard());
  json_.number_at("codes", table.table->codes().size());
  if (table.listed) {
    json_.key("values");
    json_.open_array();
    for (const std::string& code : table.table->codes()) {
      const CodeEntry& entry = *table.table->find(code);
      json_.open_object();
      json_.text_at("code", code);
      json_.text_at("label", profile::meaning_of(entry, language_));
      json_.close_object();
    }
    json_.close_array();
  }
  json_.close_object();
}

}  // namespace

std::string fields_json(const Profile& profile, Language language) {
  return DictionaryWriter(profile.rules(), language).write();
}

}  // namespace birthcase
