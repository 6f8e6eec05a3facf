// Data elements and the vocabulary made of them.
#include "nearest.hpp"
#include "profile/builder.hpp"
#include "profile/functions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace birthcase::profile {
namespace {

constexpr std::int64_t longest_text = 10'000;

// What keeps the groups of all fields countable, and an application's JSON from being too deep to be read.
constexpr std::size_t most_fields = 4096;
constexpr std::ptrdiff_t deepest = 8;

bool is_dotted_name(std::string_view id) noexcept {
  const auto part_of_name = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
  };
  return !id.empty() && std::all_of(id.begin(), id.end(), part_of_name) && id.front() != '.' && id.back() != '.' &&
         id.find("..") == std::string_view::npos && !(id.front() >= '0' && id.front() <= '9');
}

std::optional<Number> number(Row& row, std::string_view key) {
  const auto value = row.integer(key, -1'000'000'000, 1'000'000'000);
  return value ? std::optional(Number(*value)) : std::nullopt;
}

}  // namespace

void Builder::read_fields(Row& top) {
  for (Row& row : top.rows("fields")) {
    rules_->fields.push_back(read_field(row));
    enter(row, fields_, rules_->fields.back().id);
    row.finish();
  }
  if (problems_.any()) return;
  if (rules_->fields.size() > most_fields) {
    return top.fail("fields", ErrorKind::out_of_range, fmt::format("a profile has at most {} fields", most_fields));
  }
  for (const Field& field : rules_->fields) {
    const std::string group = field.id + ".";
    for (const Field& other : rules_->fields) {
      if (!other.id.starts_with(group)) continue;
      const FieldId place = rules_->id_of(field);
      return top.rows("fields")[place.place()].fail(
          "id", ErrorKind::contradiction,
          fmt::format("'{}' cannot be a field and the group of '{}'; give one of them another id", field.id, other.id));
    }
  }
  rules_->schema = Schema(rules_->fields, functions_of(*rules_));
  rules_->schema.limit_channel({layers_.channels().begin(), layers_.channels().end()});
}

Field Builder::read_field(Row& row) {
  Field field;
  field.id = row.text("id");
  if (!field.id.empty() && !is_dotted_name(field.id)) {
    row.fail("id", ErrorKind::syntax, "a field's id is made of lower-case words with dots between them");
  } else if (std::count(field.id.begin(), field.id.end(), '.') >= deepest) {
    row.fail("id", ErrorKind::out_of_range, fmt::format("a field's id has at most {} words", deepest));
  }
  field.label = row.label("label");
  field.type = row.word("type", {FieldType::text, FieldType::code, FieldType::date, FieldType::date_time,
                                 FieldType::number, FieldType::boolean, FieldType::list});
  field.format =
      row.word("format", {Format::none, Format::name, Format::citizen_id, Format::identifier, Format::phone,
                          Format::postcode, Format::uscc, Format::bank_card, Format::birth_certificate_number});
  if (const auto length = row.integer("max_length", 1, longest_text)) {
    field.constraints.max_length = static_cast<std::uint32_t>(*length);
  }
  field.constraints.min = number(row, "min");
  field.constraints.max = number(row, "max");
  if (field.constraints.min && field.constraints.max && *field.constraints.max < *field.constraints.min) {
    row.fail("max", ErrorKind::contradiction, "the range is empty; 'max' has to be at least 'min'");
  }
  read_codes(row, field);
  field.element = row.optional_text("element");
  field.element_source = row.optional_text("element_source");
  field.owner = row.word("owner", {Owner::family, Owner::attendant, Owner::authority, Owner::window});
  field.sensitivity = row.word("sensitivity", {Sensitivity::none, Sensitivity::identity, Sensitivity::contact,
                                               Sensitivity::health, Sensitivity::account});
  field.none_counts = row.flag("none_counts");
  field.never_none = row.flag("never_none");
  if (field.none_counts && field.never_none) {
    row.fail("never_none", ErrorKind::contradiction, "null cannot be an answer and none at once; take one of them out");
  }
  field.past = row.flag("past");
  if (field.past && field.type != FieldType::date && field.type != FieldType::date_time) {
    row.fail("past", ErrorKind::wrong_type, "only a date or a date and time lies in the past");
  }
  field.whole = row.flag("whole");
  if (field.whole && field.type != FieldType::number) {
    row.fail("whole", ErrorKind::wrong_type, "only a number is whole");
  }
  field.unit = row.optional_label("unit");
  field.not_yet = row.optional_label("not_yet");
  field.locked_after = row.optional_text("locked_after");
  field.source = row.text("source");
  field.interpretation = row.flag("interpretation");
  return field;
}

// `codes` is the id of a code table, or an object of the field's own codes, to which the institutions of the place come
// where the field means one.
void Builder::read_codes(Row& row, Field& field) {
  const bool institutions = row.flag("institutions");
  field.open_codes = row.texts("open_codes");
  std::sort(field.open_codes.begin(), field.open_codes.end());
  if (!row.has("codes")) {
    if (field.type == FieldType::code)
      row.fail("", ErrorKind::missing,
               "a field of type code needs 'codes': the id of a code table, or an object of codes and labels");
    return;
  }
  if (row.json().at("codes").is_string()) {
    const std::string id = row.text("codes");
    field.table = rules_->codes->find(id);
    if (field.table == nullptr) {
      const auto tables = rules_->codes->ids();
      const std::string_view near = nearest(id, std::vector<std::string_view>(tables.begin(), tables.end()));
      row.fail("codes", ErrorKind::unknown_name,
               near.empty()
                   ? fmt::format("there is no code table '{}'; there are: {}", shown(id), fmt::join(tables, ", "))
                   : fmt::format("there is no code table '{}'; did you mean '{}'?", shown(id), near));
    }
    return;
  }
  field.inline_codes = row.label_members("codes");
  if (institutions) {
    for (const Institution& each : rules_->institutions.all()) field.inline_codes.push_back({each.id, each.name});
  }
  for (const InlineCode& code : field.inline_codes) field.constraints.codes.push_back(code.code);
  std::sort(field.constraints.codes.begin(), field.constraints.codes.end());
}

// The printed form's parts. `of` holds the first words of facts: `mother` for `mother.name`.
void Builder::read_groups(Row& top) {
  Directory groups{"group"};
  Directory words{"field whose name begins with"};
  for (const Field& field : rules_->fields) words.add(std::string_view(field.id).substr(0, field.id.find('.')));
  std::set<Index> taken;
  for (Row& row : top.rows("groups")) {
    FieldGroup group{row.text("id"), row.label("label"), row.texts("of")};
    enter(row, groups, group.id);
    if (group.of.empty())
      row.fail("", ErrorKind::missing, "'of' is missing here: the first words of some facts' names");
    for (const Index word : row.places("of", words)) {
      if (taken.insert(word).second) continue;
      row.fail("of", ErrorKind::contradiction, "a word here is in another group too; take it out of one of them");
    }
    row.finish();
    rules_->groups.push_back(std::move(group));
  }
}

void Builder::check_locks(Row& top) {
  auto rows = top.rows("fields");
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].reference("locked_after", services_);
}

}  // namespace birthcase::profile
