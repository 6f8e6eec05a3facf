// Fields of the form, facts as the plan sees them, counts, and what is still to be asked.
#include <birthcase/json.hpp>
#include <birthcase/plan_json.hpp>

#include "application/findings.hpp"
#include "application/values.hpp"
#include "testing/expectation.hpp"
#include "testing/overlay.hpp"

#include <boost/json/object.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace birthcase::testing {
namespace {

std::vector<Item> fields_where(const Plan& plan, bool (*wanted)(const FormField& field)) {
  std::vector<Item> items;
  for (const FormField& field : plan.form.fields) {
    if (wanted(field)) items.push_back(item_of(field));
  }
  return items;
}

void expect_field_set(const std::optional<Element>& set, const CaseReader& reader, std::string_view what,
                      bool (*wanted)(const FormField& field)) {
  if (!set) return;
  reader.expectations.add(
      [names = read_set(*set, reader.fields()), what, wanted](const Plan& plan, Mismatches& mismatches) {
        compare_set(plan, what, names, fields_where(plan, wanted), mismatches);
      });
}

void report_one(const Plan& plan, std::string expectation, const Name& name, std::string expected, std::string got,
                Mismatches& mismatches) {
  Reasons reasons;
  explain(plan, name, reasons);
  Mismatch different = mismatch(std::move(expectation), std::move(reasons));
  different.expected = {std::move(expected)};
  different.got = {std::move(got)};
  mismatches.push_back(std::move(different));
}

// `source` is nothing where the field is expected not to be on the form.
void compare_source(const Plan& plan, const Name& name, std::optional<FieldSource> source, Mismatches& mismatches) {
  const auto at = std::find_if(plan.form.fields.begin(), plan.form.fields.end(),
                               [&](const FormField& field) { return means(plan, name, item_of(field)); });
  const auto got = at == plan.form.fields.end() ? std::nullopt : std::optional(at->source);
  if (got == source) return;
  const auto text = [](std::optional<FieldSource> one) {
    return one ? std::string(to_string(*one)) : std::string("not on the form");
  };
  report_one(plan, "fields source " + name.text, name, text(source), text(got), mismatches);
}

void read_source(std::string_view key, const Element& element, const CaseReader& reader) {
  constexpr std::array all{FieldSource::product, FieldSource::shared,    FieldSource::hospital,
                           FieldSource::derived, FieldSource::applicant, FieldSource::undetermined};
  const auto name = element.take(reader.ids.field(key, reader.newborns));
  const auto source = element.is_null() ? std::nullopt : read_word(element, "source", all);
  if (!name) return;
  reader.expectations.add([name = *name, source](const Plan& plan, Mismatches& mismatches) {
    compare_source(plan, name, source, mismatches);
  });
}

// The value as a field reads it from an application. One that the field refuses no plan can have.
std::optional<Value> read_field_value(const Element& element, const Rules& rules, FieldId field) {
  auto reading = element.take(application::read_value(rules, field, value_from(element.value())));
  if (!reading) return std::nullopt;
  if (reading->fault == application::Fault::none) return std::move(reading->value);
  const Finding why = application::findings_about(rules, field, *reading, {}).front();
  element.fail(ErrorKind::out_of_range,
               fmt::format("the field refuses this value, so no plan can have it: {}", why.message.en));
  return std::nullopt;
}

std::optional<Value> read_plan_fact(const Element& element, Kind kind) {
  const auto text = element.text();
  if (!text) return std::nullopt;
  if (kind != Kind::date) return Value::text(std::string(*text));
  const auto day = element.take(parse_date(*text));
  return day ? std::optional(Value::date(*day)) : std::nullopt;
}

std::optional<Value> read_fact_value(const Element& element, const Rules& rules, const Name& name) {
  if (makes_unknown(element.value())) return Value();
  if (element.is_null()) return Value::null();
  const Schema::Node& node = rules.schema.at(FactRef{name.id, name.newborn});
  if (node.field != no_index) return read_field_value(element, rules, node.field);
  if (node.kind != Kind::context) return read_plan_fact(element, node.kind);
  const auto* object = element.value().if_object();
  if (object != nullptr && object->empty()) return Value::context({});
  element.fail(ErrorKind::wrong_type,
               "this is a group of facts: expect null, {\"unknown\": true}, or {} for one that is known");
  return std::nullopt;
}

std::string text_of_fact(const Value& value) { return value.is_unknown() ? "unknown" : to_json_text(value); }

void read_fact(std::string_view key, const Element& element, const CaseReader& reader) {
  const auto name = element.take(reader.ids.fact(key, reader.newborns));
  if (!name) return;
  auto value = read_fact_value(element, reader.ids.rules(), *name);
  if (!value) return;
  reader.expectations.add([name = *name, value = std::move(*value)](const Plan& plan, Mismatches& mismatches) {
    const Value& got = plan.value(name.fact());
    if (got == value) return;
    report_one(plan, "facts " + name.text, name, text_of_fact(value), text_of_fact(got), mismatches);
  });
}

}  // namespace

void expect_fields(const Element& fields, const CaseReader& reader) {
  if (!fields.has_only({"asked", "source", "required"})) return;
  expect_field_set(fields.member("asked"), reader, "fields asked",
                   [](const FormField& field) { return field.source == FieldSource::applicant; });
  expect_field_set(fields.member("required"), reader, "fields required",
                   [](const FormField& field) { return field.required; });
  const auto source = fields.member("source");
  if (!source || !source->is_filled_object()) return;
  source->each_member([&](std::string_view key, const Element& member) { read_source(key, member, reader); });
}

void expect_facts(const Element& facts, const CaseReader& reader) {
  if (!facts.is_filled_object()) return;
  facts.each_member([&](std::string_view key, const Element& member) { read_fact(key, member, reader); });
}

void expect_counts(const Element& counts, const CaseReader& reader) {
  if (!counts.has_only({"department_fields", "unified_fields", "asked"})) return;
  const auto expect = [&](std::string_view key, std::size_t FormCounts::*count) {
    const auto member = counts.member(key);
    const auto wanted = member ? member->count() : std::nullopt;
    if (!wanted) return;
    reader.expectations.add([key, count, wanted = *wanted](const Plan& plan, Mismatches& mismatches) {
      const std::size_t got = plan.form.counts.*count;
      if (got == wanted) return;
      Mismatch different = mismatch(fmt::format("counts {}", key), {});
      different.expected = {std::to_string(wanted)};
      different.got = {std::to_string(got)};
      mismatches.push_back(std::move(different));
    });
  };
  expect("department_fields", &FormCounts::department_fields);
  expect("unified_fields", &FormCounts::unified_fields);
  expect("asked", &FormCounts::asked);
}

void expect_undetermined(const Element& set, const CaseReader& reader) {
  reader.expectations.add([names = read_set(set, reader.facts())](const Plan& plan, Mismatches& mismatches) {
    std::vector<Item> items;
    for (const Undetermined& open : plan.undetermined) items.push_back(item_of(open.fact));
    compare_set(plan, "undetermined", names, items, mismatches);
  });
}

}  // namespace birthcase::testing
