// Services: who does them, what their forms ask, what evidence they want, what they yield.
#include "nearest.hpp"
#include "profile/builder.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace birthcase::profile {
namespace {

// `holder.id_type` said of one person.
std::string about(std::string text, const std::string& person) {
  constexpr std::string_view word = "holder.";
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + person.size())) {
    text.replace(at, word.size() - 1, person);
  }
  return text;
}

// The first fact that a condition asks of the holder and that is not known of this person, or nothing.
std::string missing_fact(std::string_view when, const std::string& person, const Schema& schema) {
  constexpr std::string_view word = "holder.";
  for (auto at = when.find(word); at != std::string_view::npos; at = when.find(word, at + 1)) {
    const auto rest = when.substr(at + word.size());
    const std::string fact(rest.substr(0, rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.")));
    if (!schema.find(person + '.' + fact)) return fact;
  }
  return {};
}

const std::vector<std::string>& codes_of(const Field& field) noexcept {
  return field.table != nullptr ? field.table->codes() : field.constraints.codes;
}

bool has_code(const Field& field, const std::string& code) {
  return std::binary_search(codes_of(field).begin(), codes_of(field).end(), code);
}

std::string no_such_code(const Field& field, std::string_view code) {
  constexpr std::size_t few = 12;
  const auto& known = codes_of(field);
  std::string message = fmt::format("'{}' has no code '{}'", field.id, shown(code));
  const std::string_view near = nearest(code, std::vector<std::string_view>(known.begin(), known.end()));
  if (!near.empty()) return message + fmt::format("; did you mean '{}'?", near);
  return known.size() > few ? message : message + fmt::format("; there are: {}", fmt::join(known, ", "));
}

// A form may take fewer codes than its field has, and no others.
void check_codes(Row& row, const Field& field, const std::vector<std::string>& codes) {
  for (const std::string& code : codes) {
    if (!has_code(field, code)) return row.fail("codes", ErrorKind::unknown_name, no_such_code(field, code));
  }
}

}  // namespace

void Builder::read_holders(Row& top) {
  auto rows = top.rows("holders");
  for (Row& row : rows) {
    rules_->holders.push_back({.id = row.text("id"), .label = row.label("label")});
    enter(row, holders_, rules_->holders.back().id);
  }
  for (Holder& holder : rules_->holders) {
    if (problems_.any()) return;
    Row& row = rows[rules_->id_of(holder).place()];
    holder.any_of = row.references("any_of", holders_);
    const FieldId field = row.reference("by", fields_);
    if (auto people = row.object("people")) {
      for (const auto& member : row.text_members("people")) {
        holder.people.emplace_back(member.first, people->required_reference(member.first, holders_));
        if (field == no_index || has_code(rules_->fields[field], member.first)) continue;
        people->fail(shown(member.first) == member.first ? member.first : "", ErrorKind::unknown_name,
                     no_such_code(rules_->fields[field], member.first));
      }
    }
    if (field != no_index) holder.decided_by = rules_->fields[field].slot;
    if ((field != no_index) != !holder.people.empty()) {
      row.fail("", ErrorKind::missing, "'by' and 'people' go together: the field, and who its codes mean");
    }
    row.finish();
  }
}

void Builder::read_evidence(Row& top) {
  auto rows = top.rows("evidence");
  for (Row& row : rows) {
    EvidenceType type{.id = row.text("id"), .label = row.label("label")};
    type.per_newborn = row.choice("per", {"family", "newborn"}) == 1;
    row.optional_text("source");
    enter(row, evidence_, type.id);
    rules_->evidence.push_back(std::move(type));
  }
  for (EvidenceType& type : rules_->evidence) {
    if (problems_.any()) return;
    Row& row = rows[rules_->id_of(type).place()];
    read_alternatives(row, type);
    row.finish();
  }
}

void Builder::read_alternatives(Row& row, EvidenceType& type) {
  for (Row& choice : row.rows("alternatives")) {
    EvidenceType::Alternative alternative{.evidence = choice.required_reference("evidence", evidence_)};
    alternative.source = choice.text("source");
    choice.note_place(alternative.document, alternative.path);
    choice.flag("interpretation");
    const std::string when = choice.text("when");
    for (const HolderId holder : rules_->holders.ids()) {
      const std::string& person = rules_->holders[holder].id;
      const bool has_facts = rules_->schema.find(person).has_value();  // or is a role without facts of its own
      if (has_facts) require_fact(holder, missing_fact(when, person, rules_->schema), type.id);
      alternative.when.push_back(has_facts ? compile_condition(choice, "when", about(when, person)) : no_index);
    }
    choice.finish();
    type.alternatives.push_back(std::move(alternative));
  }
}

// Where others have the fact it is the person that is half described, not the condition that is wrong.
void Builder::require_fact(HolderId holder, const std::string& fact, const std::string& evidence) {
  const auto has_it = [&](const Holder& other) { return rules_->schema.find(other.id + '.' + fact).has_value(); };
  if (fact.empty() || std::none_of(rules_->holders.begin(), rules_->holders.end(), has_it)) return;
  const std::string& person = rules_->holders[holder].id;
  Row(layers_.merged().at("holders").get_array()[holder.place()].get_object(), problems_)
      .fail("", ErrorKind::missing,
            fmt::format("the alternatives of '{}' ask for '{}' of every holder; add the field '{}.{}'", evidence, fact,
                        person, fact));
}

void Builder::read_services(Row& top) {
  auto rows = top.rows("services");
  for (Row& row : rows) {
    Service service{.id = row.text("id"), .label = row.label("label")};
    enter(row, services_, service.id);
    rules_->services.push_back(std::move(service));
  }
  if (rows.empty() || rows.size() > ServiceSet::capacity) {
    top.fail("services", ErrorKind::out_of_range, fmt::format("a profile has 1 to {} services", ServiceSet::capacity));
  }
  for (std::size_t i = 0; i < rows.size() && !problems_.any(); ++i) {
    read_service(rows[i], ServiceId(static_cast<Index>(i)));
    rows[i].finish();
  }
}

void Builder::read_service(Row& row, ServiceId index) {
  Service& service = rules_->services[index];
  service.organisation = row.required_reference("organisation", organisations_);
  row.text("per");
  service.per_newborn = row.choice("per", {"family", "newborn"}) == 1;
  service.optional = row.flag("optional");
  row.text("source");
  row.optional_text("form_source");
  for (Row& entry : row.rows("form")) service.form.push_back(read_entry(entry));
  for (Row& requirement : row.rows("evidence")) {
    Requirement read = read_requirement(requirement, index);
    if (read.service != no_index) service.requirements.push_back(std::move(read));
  }
  for (Row& output : row.rows("outputs")) {
    const FieldId field = output.reference("field", fields_);
    const EvidenceId evidence = output.reference("evidence", evidence_);
    output.optional_text("id");
    if ((field == no_index) == (evidence == no_index)) {
      output.fail("", ErrorKind::missing, "an output is either a 'field' or an 'evidence'");
    }
    output.finish();
    service.outputs.push_back(field == no_index ? Product(evidence) : Product(field));
  }
  read_done(row, index);
}

void Builder::read_done(Row& row, ServiceId service) {
  auto done = row.object("done");
  if (!done) return;
  DoneRule rule;
  const bool in_use = read_rule(*done, rule);
  if (!done->has("when")) done->fail("", ErrorKind::missing, "'when' is missing here: by what it can be told");
  refuse_newborn(*done, rule, service);
  done->finish();
  if (!in_use) return;
  rule.services = ServiceSet::of(service);
  rule.by_document = rule;
  rule.by_document.when = no_index;
  rules_->done.push_back(std::move(rule));
}

void Builder::refuse_newborn(Row& row, const Rule& rule, ServiceId service) {
  const bool asks_newborn = rule.when != no_index && rules_->conditions[rule.when].per_newborn;
  if (!asks_newborn || rules_->services[service].per_newborn) return;
  row.fail("when", ErrorKind::wrong_type,
           "the service is per family, so there is no newborn at hand; write `some n in newborns satisfies …`");
}

FormEntry Builder::read_entry(Row& row) {
  FormEntry entry;
  entry.field = row.required_reference("field", fields_);
  entry.label = row.text("label");
  entry.required = row.flag("required");
  entry.when = read_condition(row, "when");
  row.note_place(entry.document, entry.path);
  if (const auto length = row.integer("max_length", 1, 10'000)) {
    entry.constraints.max_length = static_cast<std::uint32_t>(*length);
  }
  if (const auto min = row.integer("min", -1'000'000'000, 1'000'000'000)) entry.constraints.min = Number(*min);
  if (const auto max = row.integer("max", -1'000'000'000, 1'000'000'000)) entry.constraints.max = Number(*max);
  entry.constraints.codes = row.texts("codes");
  std::sort(entry.constraints.codes.begin(), entry.constraints.codes.end());
  if (entry.field != no_index) check_codes(row, rules_->fields[entry.field], row.texts("codes"));
  row.finish();
  return entry;
}

// `service` stays unset in the result if the requirement is an option that is switched off.
Requirement Builder::read_requirement(Row& row, ServiceId service) {
  Requirement requirement;
  const bool in_use = read_rule(row, requirement);
  requirement.evidence = row.required_reference("evidence", evidence_);
  requirement.holder = row.reference("holder", holders_);
  requirement.original = static_cast<std::uint8_t>(row.integer("original", 0, 9).value_or(0));
  requirement.copies = static_cast<std::uint8_t>(row.integer("copies", 0, 9).value_or(0));
  if (requirement.original + requirement.copies == 0) {
    row.fail("", ErrorKind::missing, "say how many: 'original', 'copies' or both");
  }
  refuse_newborn(row, requirement, service);
  row.finish();
  if (in_use) requirement.service = service;
  return requirement;
}

}  // namespace birthcase::profile
