#include <birthcase/plan_json.hpp>

#include "json/writer.hpp"

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
  void kind(const Field& field, const Constraints& constraints);
  void codes(const Field& field, const Constraints& constraints);
  void entries(FieldId field);
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
  kind(field, unified.constraints);
  json_.text_at("owner", to_string(field.owner));
  json_.text_at("sensitivity", to_string(field.sensitivity));
  if (!field.locked_after.empty()) json_.text_at("locked_after", field.locked_after);
  ids("required_by", unified.required_by);
  ids("on_form_of", unified.on_form_of);
  entries(unified.field);
  json_.close_object();
}

void FormWriter::kind(const Field& field, const Constraints& constraints) {
  json_.text_at("type", to_string(field.type));
  if (field.format != Format::none) json_.text_at("format", to_string(field.format));
  codes(field, constraints);
  if (constraints.max_length) json_.number_at("max_length", *constraints.max_length);
  if (constraints.min) {
    json_.key("min");
    json_.literal(constraints.min->to_string());
  }
  if (constraints.max) {
    json_.key("max");
    json_.literal(constraints.max->to_string());
  }
}

// The table by its id, with the codes that everybody accepts where that is not all of it; a short list in full.
void FormWriter::codes(const Field& field, const Constraints& constraints) {
  if (field.table != nullptr) {
    json_.text_at("codes", field.table->id());
    if (constraints.codes.empty()) return;
    json_.key("only");
    json_.open_array();
    for (const std::string& code : constraints.codes) json_.text(code);
    return json_.close_array();
  }
  if (field.inline_codes.empty()) return;
  json_.key("codes");
  json_.open_array();
  for (const InlineCode& each : field.inline_codes) {
    const bool accepted =
        constraints.codes.empty() || std::binary_search(constraints.codes.begin(), constraints.codes.end(), each.code);
    if (!accepted) continue;
    json_.open_object();
    json_.text_at("code", each.code);
    label(each.label);
    json_.close_object();
  }
  json_.close_array();
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
