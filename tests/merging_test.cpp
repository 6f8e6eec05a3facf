// One form instead of six: unification of the departments' entries, and what it makes of the built-in forms.
#include <birthcase/field.hpp>

#include "applications.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

using namespace birthcase;
using birthcase::tests::built_in;

namespace {

Field text_field(std::string id, std::optional<std::uint32_t> max_length = {}) {
  Field field{.id = std::move(id), .label = {"姓名", "name"}};
  field.constraints.max_length = max_length;
  return field;
}

Table<Field> table_of(const std::vector<Field>& fields) {
  Table<Field> table;
  for (const Field& field : fields) table.push_back(field);
  return table;
}

FormEntry entry(FieldId field, Constraints constraints = {}, bool required = false) {
  return {.field = field, .label = "姓名", .required = required, .constraints = std::move(constraints)};
}

Constraints length(std::uint32_t most) { return {.max_length = most}; }
Constraints range(std::optional<int> min, std::optional<int> max) {
  Constraints constraints;
  if (min) constraints.min = Number(*min);
  if (max) constraints.max = Number(*max);
  return constraints;
}
Constraints codes(std::vector<std::string> only) { return {.codes = std::move(only)}; }

// Two departments with one entry each, for the same field.
boost::system::result<UnifiedForm, FormConflict> merged(const Field& field, const FormEntry& first,
                                                        const FormEntry& second) {
  const Table<Field> fields = table_of({field});
  const std::vector<DepartmentForm> forms{{ServiceId(0), std::span(&first, 1)}, {ServiceId(1), std::span(&second, 1)}};
  return unify(fields, forms);
}

Constraints merged_constraints(const Field& field, Constraints first, Constraints second) {
  const auto form = merged(field, entry(FieldId(0), std::move(first)), entry(FieldId(0), std::move(second)));
  REQUIRE(form.has_value());
  REQUIRE(form->fields.size() == 1);
  return form->fields.front().constraints;
}

}  // namespace

TEST_CASE("two entries of one data element become one field that both departments have") {
  const auto form = merged(text_field("a"), entry(FieldId(0)), entry(FieldId(0)));
  REQUIRE(form.has_value());
  CHECK(form->fields.size() == 1);
  CHECK(form->department_fields == 2);
  CHECK(form->fields.front().on_form_of == ServiceSet::all(2));
}

TEST_CASE("the tightest length wins, whoever has it") {
  CHECK(merged_constraints(text_field("a", 50), length(30), length(40)).max_length == 30);
  CHECK(merged_constraints(text_field("a", 50), length(40), length(30)).max_length == 30);
  CHECK(merged_constraints(text_field("a", 20), length(30), length(40)).max_length == 20);
  CHECK(merged_constraints(text_field("a"), {}, length(40)).max_length == 40);
  CHECK_FALSE(merged_constraints(text_field("a"), {}, {}).max_length.has_value());
}

TEST_CASE("ranges are intersected") {
  const Constraints both = merged_constraints(text_field("a"), range(1, 30), range(10, 50));
  CHECK(both.min == Number(10));
  CHECK(both.max == Number(30));
  const Constraints open = merged_constraints(text_field("a"), range({}, 30), range(10, {}));
  CHECK(open.min == Number(10));
  CHECK(open.max == Number(30));
  const Constraints single = merged_constraints(text_field("a"), range(1, 30), range(30, 50));
  CHECK(single.min == single.max);
}

TEST_CASE("lists of codes are intersected, and no list accepts every code") {
  using Codes = std::vector<std::string>;
  CHECK(merged_constraints(text_field("a"), codes({"0", "1", "2"}), codes({"1", "2", "9"})).codes == Codes{"1", "2"});
  CHECK(merged_constraints(text_field("a"), {}, codes({"1", "2"})).codes == Codes{"1", "2"});
  CHECK(merged_constraints(text_field("a"), codes({"1", "2"}), {}).codes == Codes{"1", "2"});
}

TEST_CASE("a field is required by exactly those who cannot do without it") {
  const auto form = merged(text_field("a"), entry(FieldId(0), {}, false), entry(FieldId(0), {}, true));
  REQUIRE(form.has_value());
  CHECK(form->fields.front().required_by == ServiceSet::of(ServiceId(1)));
  CHECK(merged(text_field("a"), entry(FieldId(0)), entry(FieldId(0)))->fields.front().required_by.empty());
}

TEST_CASE("a field that is on nobody's form is not on the one form") {
  const Table<Field> fields = table_of({text_field("a"), text_field("b")});
  const FormEntry only = entry(FieldId(1));
  const std::vector<DepartmentForm> forms{{ServiceId(0), std::span(&only, 1)}};
  const auto form = unify(fields, forms);
  REQUIRE(form.has_value());
  REQUIRE(form->fields.size() == 1);
  CHECK(form->find(FieldId(0)) == nullptr);
  REQUIRE(form->find(FieldId(1)) != nullptr);
  CHECK(form->find(FieldId(1))->field == FieldId(1));
}

TEST_CASE("forms that contradict each other are refused with the entry that cannot agree") {
  const auto disjoint_codes = merged(text_field("a"), entry(FieldId(0), codes({"1"})), entry(FieldId(0), codes({"2"})));
  REQUIRE_FALSE(disjoint_codes.has_value());
  CHECK(disjoint_codes.error().form == 1);
  CHECK(disjoint_codes.error().entry == 0);
  CHECK_FALSE(disjoint_codes.error().why.empty());
  const auto disjoint_ranges = merged(text_field("a"), entry(FieldId(0), range(1, 5)), entry(FieldId(0), range(6, 9)));
  REQUIRE_FALSE(disjoint_ranges.has_value());
  CHECK(disjoint_ranges.error().form == 1);
}

TEST_CASE("the contradicting entry is named by its place, not by its field") {
  const Table<Field> fields = table_of({text_field("a"), text_field("b")});
  const std::vector<FormEntry> first{entry(FieldId(0)), entry(FieldId(1), codes({"1"}))};
  const std::vector<FormEntry> second{entry(FieldId(0)), entry(FieldId(0)), entry(FieldId(1), codes({"2"}))};
  const std::vector<DepartmentForm> forms{{ServiceId(0), first}, {ServiceId(1), second}};
  const auto conflict = unify(fields, forms);
  REQUIRE_FALSE(conflict.has_value());
  CHECK(conflict.error().form == 1);
  CHECK(conflict.error().entry == 2);
}

TEST_CASE("two fields with the same label, type and owner look like one") {
  Table<Field> fields = table_of({text_field("mother.name"), text_field("mother.full_name"), text_field("other")});
  fields[FieldId(2)].label = {"其他", "other"};
  const auto pairs = look_alikes(fields);
  REQUIRE(pairs.size() == 1);
  CHECK(pairs.front() == std::pair(FieldId(0), FieldId(1)));
  fields[FieldId(1)].owner = Owner::attendant;
  CHECK(look_alikes(fields).empty());
  fields[FieldId(1)].owner = fields[FieldId(0)].owner;
  fields[FieldId(1)].type = FieldType::date;
  CHECK(look_alikes(fields).empty());
}

TEST_CASE("many fields that look like one are each told with the first") {
  const Table<Field> fields = table_of(std::vector(4, text_field("mother.name")));
  const std::vector<std::pair<FieldId, FieldId>> pairs{
      {FieldId(0), FieldId(1)}, {FieldId(0), FieldId(2)}, {FieldId(0), FieldId(3)}};
  CHECK(look_alikes(fields) == pairs);
}

TEST_CASE("no built-in profile has two fields that look like one") {
  for (const std::string_view id : Profile::built_in_ids()) {
    CAPTURE(std::string(id));
    CHECK(look_alikes(built_in(id).rules().fields).empty());
    CHECK(built_in(id).rules().findings.empty());
  }
}

TEST_CASE("the forms of the services that a place offers become one: six in Wenling, five in Yiwu and in Ruian") {
  // Counted in base.json: 35 + 26 + 31 + 19 + 23 + 24 lines. The cities take three lines from the bank's form, which
  // whoever posts needs. Ruian leaves the vaccination out, Yiwu the benefit; Yiwu adds the enrolment to the bank's
  // form.
  const std::map<std::string_view, std::pair<std::size_t, std::size_t>> figures{
      {"base", {158, 112}}, {"ruian", {129, 90}}, {"wenling", {155, 109}}, {"yiwu", {131, 94}}};
  for (const std::string_view id : Profile::built_in_ids()) {
    CAPTURE(std::string(id));
    const Rules& rules = built_in(id).rules();
    std::size_t lines = 0;
    std::set<FieldId> elements;
    for (const ServiceId service : rules.services.ids()) {
      if (!rules.offered.has(service)) continue;
      lines += rules.services[service].form.size();
      for (const FormEntry& each : rules.services[service].form) elements.insert(each.field);
    }
    REQUIRE(figures.contains(id));
    CHECK(rules.services.size() == 6);
    CHECK(rules.offered.count() == (id == "yiwu" || id == "ruian" ? 5 : 6));
    CHECK(lines == figures.at(id).first);
    CHECK(elements.size() == figures.at(id).second);
    CHECK(rules.form.department_fields == lines);
    CHECK(rules.form.fields.size() == elements.size());
  }
}

TEST_CASE("the child's sex is asked in the codes of the police, who do not take 'unknown'") {
  const Rules& rules = built_in("base").rules();
  const UnifiedField* sex = rules.form.find(rules.schema.field("newborn.sex").value());
  REQUIRE(sex != nullptr);
  CHECK(sex->constraints.codes == std::vector<std::string>{"1", "2"});
  CHECK(sex->on_form_of.count() == 5);
}
