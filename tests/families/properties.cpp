#include "properties.hpp"

#include <birthcase/plan_json.hpp>

#include "application/reading.hpp"
#include "applications.hpp"
#include "dice.hpp"
#include "plan/planning_tables.hpp"
#include "plan_parts.hpp"

#include <algorithm>
#include <array>

namespace birthcase::families {
namespace {

bool says_something(const Label& label) { return !label.zh.empty() && !label.en.empty(); }

// A fact to ask for has a name that people know, and nobody has told it yet.
Checked can_be_asked(const Plan& plan, const Undetermined& open) {
  const Rules& rules = plan.profile().rules();
  const std::string name = fact_name(plan.profile(), open.fact);
  const Schema::Node& node = rules.schema.at(open.fact);
  if (node.parent == no_index) return Fault{"asks-for-no-fact", name + " is nothing that a family can tell"};
  if (node.field != no_index && !says_something(rules.fields[node.field].label)) {
    return Fault{"asks-without-words", name + " has no label"};
  }
  if (!plan.value(open.fact).is_unknown()) return Fault{"asks-for-what-is-told", name + " is asked for and known"};
  return std::nullopt;
}

// Whether one moment lies before another; a day without a time ends with the day.
bool before(const Due& a, const Due& b) {
  if (a.date != b.date) return a.date < b.date;
  return a.time && (!b.time || *a.time < *b.time);
}

std::vector<std::string> texts_of_people(const Application& application) {
  std::vector<std::string> texts;
  const auto& fields = application.profile().rules().fields;
  const auto note = [&](const Field& field, const Value& value) {
    constexpr std::array about_people{Sensitivity::identity, Sensitivity::contact, Sensitivity::account};
    const bool about = std::find(about_people.begin(), about_people.end(), field.sensitivity) != about_people.end();
    if (about && field.type == FieldType::text && value.is(Kind::text) && value.as_text().size() > 3) {
      texts.push_back(value.as_text());
    }
  };
  for (const Field& field : fields) {
    if (!field.per_newborn()) note(field, application.facts()->family[field.slot.index]);
    for (const auto& newborn : application.facts()->newborns) {
      if (field.per_newborn()) note(field, newborn[field.slot.index]);
    }
  }
  return texts;
}

}  // namespace

Checked read_alike(const Application& application, std::string_view json) {
  const Rules& rules = application.profile().rules();
  FactStore facts;
  facts.family.resize(rules.schema.family_slots());
  if (const auto error = application::read_by_events(rules, json, facts)) return Fault{"not-read", describe(*error)};
  if (tests::same_facts(facts, *application.facts())) return std::nullopt;
  return Fault{"read-otherwise", "the two ways to read an application differ"};
}

Checked refused_with_a_reason(const Plan& plan) {
  if (plan.acceptable.now) return std::nullopt;
  for (const Undetermined& open : plan.undetermined) {
    if (auto fault = can_be_asked(plan, open)) return fault;
  }
  for (const std::uint16_t place : plan.acceptable.missing_fields) {
    if (!says_something(plan.form.fields[place].field->label)) return Fault{"asks-without-words", "a missing field"};
  }
  bool wrong = false;
  for (const Finding& finding : plan.findings) {
    if (!says_something(finding.message)) return Fault{"finding-without-words", finding.code};
    wrong = wrong || finding.severity == Severity::error;
  }
  const Acceptability& answer = plan.acceptable;
  if (wrong || !answer.missing_evidence.empty() || !answer.missing_fields.empty() || !plan.undetermined.empty()) {
    return std::nullopt;
  }
  if (plan.route.empty())
    return Fault{"nothing-to-do-here", "refused because nothing is done here, and nothing says so"};
  return Fault{"refused-without-a-word", "refused; nothing is missing, open or wrong"};
}

Checked due_in_order(const Plan& plan) {
  for (const Step& step : plan.route) {
    for (const std::uint16_t place : plan.at(step.after)) {
      const Step& earlier = plan.route[place];
      if (!step.due || !earlier.due || !before(*step.due, *earlier.due)) continue;
      return Fault{"due-before-input", step.service->id + " is due " + to_string(*step.due) + ", " +
                                           earlier.service->id + " which it waits for " + to_string(*earlier.due)};
    }
  }
  return std::nullopt;
}

namespace {

bool yields(const Plan& plan, const Step& step, const FormField& field) {
  const bool other = step.newborn != FactRef::family && field.newborn != FactRef::family;
  if (other && step.newborn != field.newborn) return false;
  const auto& outputs = step.service->outputs;
  return std::any_of(outputs.begin(), outputs.end(), [&](const Product& product) {
    return product == Product(plan.profile().rules().id_of(*field.field));
  });
}

bool is_required(const Plan& plan, const Step& step, const FormField& field) {
  const auto& lines = lines_of(plan.profile().rules(), *step.service).all;
  return std::any_of(lines.begin(), lines.end(), [&](const FormLine& line) {
    const bool applies = line.when == no_index || plan.holds(line.when, step.newborn) == Truth::yes;
    return line.required && applies && &plan.profile().rules().fields[line.field] == field.field;
  });
}

}  // namespace

Checked waits_for_products(const Plan& plan) {
  for (const Step& step : plan.route) {
    for (const std::uint16_t place : plan.at(step.payload_fields)) {
      const FormField& field = plan.form.fields[place];
      if (field.value != nullptr || field.source != FieldSource::product || !is_required(plan, step, field)) continue;
      const auto after = plan.at(step.after);
      const bool waits = std::any_of(after.begin(), after.end(),
                                     [&](std::uint16_t earlier) { return yields(plan, plan.route[earlier], field); });
      if (!waits) return Fault{"does-not-wait", step.service->id + " needs " + field.field->id};
    }
  }
  return std::nullopt;
}

Checked posted_with_an_address(const Plan& plan) {
  if (!plan.acceptable.now) return std::nullopt;
  for (const Step& step : plan.route) {
    if (step.delivery == nullptr || step.delivery->method != "mail") continue;
    for (const char* const wanted : {"delivery.addressee", "delivery.address", "delivery.phone"}) {
      const auto& fields = plan.at(step.payload_fields);
      const bool there = std::any_of(fields.begin(), fields.end(), [&](std::uint16_t place) {
        const FormField& field = plan.form.fields[place];
        return field.field->id == wanted && field.value != nullptr && !field.value->is_null();
      });
      if (!there) return Fault{"posted-without-address", step.service->id + " is posted without " + wanted};
    }
  }
  return std::nullopt;
}

namespace {

// Whether it is a line of a form for what the hospital or an organisation has on its records.
bool is_about_a_record(const Plan& plan, std::string_view decides) {
  if (!decides.starts_with("field/")) return false;
  for (const FormField& field : plan.form.fields) {
    const bool on_record = field.source == FieldSource::hospital || field.source == FieldSource::shared;
    if ("field/" + field.field->id == decides && !on_record) return false;
  }
  return true;
}

}  // namespace

Checked accepted_is_decided(const Plan& plan) {
  if (!plan.acceptable.now) return std::nullopt;
  for (const Undetermined& open : plan.undetermined) {
    for (const std::string& decides : open.decides) {
      if (decides != "due" && !is_about_a_record(plan, decides))
        return Fault{"accepted-undecided", fact_name(plan.profile(), open.fact) + " " + decides};
    }
  }
  return std::nullopt;
}

namespace {

// Whether whoever does the step has the field, or has it looked up, without being told.
bool has_it_anyway(const Step& step, const FormField& field) {
  if (field.source == FieldSource::hospital) {
    return field.from == SuppliedBy(step.organisation) || field.from == SuppliedBy(step.operated_by);
  }
  return field.source == FieldSource::shared || (field.source == FieldSource::derived && field.awaited);
}

}  // namespace

Checked goes_out_whole(const Plan& plan, const Message& message) {
  if (message.kind != MessageKind::request) return std::nullopt;
  for (const Step& step : plan.route) {
    if (step.service->id != message.service || step.newborn != message.newborn) continue;
    for (const std::uint16_t place : plan.at(step.payload_fields)) {
      const FormField& field = plan.form.fields[place];
      if (!is_required(plan, step, field) || has_it_anyway(step, field)) continue;
      const std::string name = fact_name(plan.profile(), {field.field->slot.index, field.newborn});
      const bool told = std::any_of(message.fields.begin(), message.fields.end(), [&](const NamedFact& each) {
        return each.fact == name && (!each.value.is_null() || field.field->none_counts);
      });
      if (!told) return Fault{"goes-out-missing", message.service + " is sent without " + name};
    }
  }
  return std::nullopt;
}

Checked nobody_named(const std::vector<Finding>& findings, const Application& application) {
  const auto texts = texts_of_people(application);
  for (const Finding& finding : findings) {
    for (const std::string* said : {&finding.code, &finding.path, &finding.message.zh, &finding.message.en}) {
      const auto named = [said](const std::string& text) { return said->find(text) != std::string::npos; };
      if (std::any_of(texts.begin(), texts.end(), named)) return Fault{"somebody-named", finding.code};
    }
  }
  return std::nullopt;
}

Checked chosen_alike(const Application& application, Date day, std::uint64_t seed) {
  city::Dice dice(seed);
  PlanContents contents{.parts = {}, .labels = dice.happens(500), .reasons = dice.happens(500)};
  PlanParts::all().each([&](PlanPart part) {
    if (dice.happens(400)) contents.parts.add(part);
  });
  const Language language = dice.happens(500) ? Language::zh : Language::en;
  const Plan anew = planning::plan_anew(application.profile(), application, day);
  const std::string chosen = to_json(anew, language, contents);
  if (tests::rewritten(chosen) != tests::chosen_of(to_json(anew, language), contents)) {
    return Fault{"chosen-otherwise", "what is chosen of a document is not the whole one without the rest"};
  }
  for (int times = 0; times < 3; ++times) {
    if (to_json(plan(application.profile(), application, day), language, contents) != chosen) {
      return Fault{"chosen-otherwise-of-shape", "what is chosen of a known shape's document is not what is anew"};
    }
  }
  return std::nullopt;
}

Checked leaves_in_time(const Message& message) {
  if (!message.answer_by || message.kind != MessageKind::request) return std::nullopt;
  const DateTime& at = message.at;
  const Due sent(at);
  if (!before(*message.answer_by, sent)) return std::nullopt;
  return Fault{"late-when-sent",
               message.service + " left at " + to_string(at) + " to be done by " + to_string(*message.answer_by)};
}

}  // namespace birthcase::families
