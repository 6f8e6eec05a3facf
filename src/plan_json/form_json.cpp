#include <birthcase/plan_json.hpp>

#include "json/writer.hpp"
#include "plan_json/field_kind.hpp"
#include "profile/readers.hpp"

#include <algorithm>

namespace birthcase {
namespace {

class FormWriter {
 public:
  FormWriter(const Rules& rules, std::optional<ServiceId> only, Language language)
      : rules_(rules), only_(only), language_(language), json_(1024 + 512 * rules.fields.size()) {}

  std::string write(const UnifiedForm& form);

 private:
  void service(const Service& service);
  void field(const UnifiedField& unified);
  void entries(FieldId field);
  void read_by_rules();
  template <std::size_t N>
  void ids(const char (&key)[N], ServiceSet services);

  bool includes(ServiceId service) const noexcept { return only_ ? *only_ == service : rules_.offered.has(service); }
  void label(const Label& label) { json_.text_at("label", label.in(language_)); }

  const Rules& rules_;
  std::optional<ServiceId> only_;
  Language language_;
  JsonWriter json_;
};

std::string FormWriter::write(const UnifiedForm& form) {
  json_.open_object();
  json_.text_at("profile", rules_.id);
  json_.key("services");
  json_.open_array();
  for (const ServiceId i : rules_.services.ids()) {
    if (includes(i)) service(rules_.services[i]);
  }
  json_.close_array();
  json_.key("fields");
  json_.open_array();
  for (const UnifiedField& unified : form.fields) field(unified);
  json_.close_array();
  if (!only_) read_by_rules();
  json_.key("counts");
  json_.open_object();
  json_.number_at("department_fields", form.department_fields);
  json_.number_at("unified_fields", form.fields.size());
  json_.close_object();
  json_.close_object();
  return json_.take();
}

void FormWriter::service(const Service& service) {
  json_.open_object();
  json_.text_at("id", service.id);
  label(service.label);
  json_.number_at("department_fields", service.form.size());
  json_.close_object();
}

void FormWriter::field(const UnifiedField& unified) {
  const Field& field = rules_.fields[unified.field];
  json_.open_object();
  json_.text_at("id", field.id);
  label(field.label);
  if (!field.element.empty()) json_.text_at("element", field.element);
  write_kind(json_, field, unified.constraints, language_);
  json_.text_at("owner", to_string(field.owner));
  json_.text_at("sensitivity", to_string(field.sensitivity));
  if (!field.locked_after.empty()) json_.text_at("locked_after", field.locked_after);
  ids("required_by", unified.required_by);
  ids("on_form_of", unified.on_form_of);
  entries(unified.field);
  json_.close_object();
}

void FormWriter::entries(FieldId field) {
  json_.key("entries");
  json_.open_array();
  for (const ServiceId i : rules_.services.ids()) {
    if (!includes(i)) continue;
    for (const FormEntry& entry : rules_.services[i].form) {
      if (entry.field != field) continue;
      json_.open_object();
      json_.text_at("service", rules_.services[i].id);
      json_.text_at("label", entry.label);
      json_.close_object();
    }
  }
  json_.close_array();
}

// What no form asks, and has to be told all the same.
void FormWriter::read_by_rules() {
  json_.key("read_by_rules");
  json_.open_array();
  for (const FieldId id : profile::read_by_rules_alone(rules_)) {
    const Field& field = rules_.fields[id];
    json_.open_object();
    json_.text_at("id", field.id);
    label(field.label);
    write_kind(json_, field, field.constraints, language_);
    json_.text_at("owner", to_string(field.owner));
    json_.close_object();
  }
  json_.close_array();
}

template <std::size_t N>
void FormWriter::ids(const char (&key)[N], ServiceSet services) {
  json_.key(key);
  json_.open_array();
  services.each([this](ServiceId service) { json_.text(rules_.services[service].id); });
  json_.close_array();
}

Error unknown_service(const Rules& rules) {
  std::string ids;
  for (const Service& service : rules.services) {
    if (!ids.empty()) ids += ", ";
    ids += service.id;
  }
  return Error{.kind = ErrorKind::unknown_name,
               .message = "profile " + rules.id + " has no such service; it has " + ids,
               .document = {},
               .path = {}};
}

Error conflict(const Service& service, const FormConflict& conflict) {
  return Error{.kind = ErrorKind::contradiction,
               .message = "line " + std::to_string(conflict.entry + 1) + " of the form: " + std::string(conflict.why),
               .document = {},
               .path = "/services/" + service.id};
}

}  // namespace

Result<std::string> form_json(const Profile& profile, std::string_view service, Language language) {
  const Rules& rules = profile.rules();
  if (service.empty()) return FormWriter(rules, std::nullopt, language).write(rules.form);
  const auto at = std::find_if(rules.services.begin(), rules.services.end(),
                               [service](const Service& each) { return each.id == service; });
  if (at == rules.services.end()) return unknown_service(rules);
  const auto place = rules.services.id_of(*at);
  const DepartmentForm part{place, at->form};
  const auto form = unify(rules.fields, std::span(&part, 1));
  if (!form) return conflict(*at, form.error());
  return FormWriter(rules, place, language).write(*form);
}

}  // namespace birthcase
