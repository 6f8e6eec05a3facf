#include "profile/builder.hpp"

#include "json/document.hpp"
#include "nearest.hpp"
#include "plan/planning_tables.hpp"
#include "profile/version.hpp"

#include <fmt/format.h>

#include <cctype>

namespace birthcase::profile {
bool reads_newborn(std::string_view text) noexcept {
  for (auto at = text.find(Schema::newborn_prefix); at != std::string_view::npos;
       at = text.find(Schema::newborn_prefix, at + 1)) {
    const char before = at == 0 ? ' ' : text[at - 1];
    if (std::isalnum(static_cast<unsigned char>(before)) == 0 && before != '_' && before != '.') return true;
  }
  return false;
}

namespace {

bool is_word_of_id(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// Words with - between them; a rule's may stand in groups: `yiwu/marriage-shared`.
bool is_id(std::string_view id, bool of_rule) noexcept {
  bool after_word = false;
  for (const char c : id) {
    const bool joint = c == '-' || (of_rule && c == '/');
    if (joint ? !after_word : !is_word_of_id(c)) return false;
    after_word = !joint;
  }
  return after_word;
}

std::string no_such_division(const CodeTable* divisions, std::string_view code) {
  std::string message = fmt::format("there is no division '{}' in GB/T 2260", shown(code));
  if (divisions == nullptr) return message;
  const auto& codes = divisions->codes();
  const std::string_view near = nearest(code, std::vector<std::string_view>(codes.begin(), codes.end()));
  if (!near.empty()) message += fmt::format("; did you mean '{}', {}?", near, divisions->find(near)->zh);
  return message;
}

// The names of the divisions that one lies in, from the province down to itself.
std::vector<std::string> divisions_above(const CodeTable* divisions, std::string_view code) {
  constexpr std::size_t length = 6;
  std::vector<std::string> names;
  if (divisions == nullptr || code.size() != length) return names;
  std::string above;
  for (const std::size_t digits : {2U, 4U, 6U}) {
    std::string division(code.substr(0, digits));
    division.resize(length, '0');
    const CodeEntry* const entry = division == above ? nullptr : divisions->find(division);
    if (entry != nullptr) names.emplace_back(entry->zh);
    above = std::move(division);
  }
  return names;
}

}  // namespace

void check_id(Row& row, std::string_view key, std::string_view id, bool of_rule) {
  if (is_id(id, of_rule)) return;
  row.fail(key, ErrorKind::syntax,
           of_rule ? "a rule's id is made of lower-case words with '-' or '/' between them"
                   : "an id is made of lower-case words with '-' between them");
}

Builder::Builder(const Layers& layers, const Tables& tables) : layers_(layers), problems_(layers) {
  rules_->codes = tables.codes;
  rules_->calendar = tables.calendar;
  rules_->version = {.codes = tables.codes_digest, .calendar = tables.calendar_digest};
}

Result<std::shared_ptr<const Rules>> Builder::build() {
  using Reader = void (Builder::*)(Row&);
  constexpr Reader readers[] = {
      &Builder::read_head,         &Builder::read_options,  &Builder::read_organisations, &Builder::read_institutions,
      &Builder::read_fields,       &Builder::read_groups,   &Builder::read_holders,       &Builder::read_evidence,
      &Builder::read_services,     &Builder::check_locks,   &Builder::read_hours,         &Builder::read_rules,
      &Builder::read_reference,    &Builder::unify_forms,   &Builder::link_supplies,      &Builder::order_services,
      &Builder::order_derivations, &Builder::index_sources, &Builder::read_terms,
  };
  Row top(layers_.merged(), problems_);
  for (const Reader read : readers) {
    (this->*read)(top);
    if (problems_.any()) return problems_.first();
  }
  top.finish();
  if (problems_.any()) return problems_.first();
  lint();
  rules_->layers = layers_.texts();
  rules_->version.profile = digest_of(rules_->layers);
  rules_->planning_ = std::make_shared<const PlanningTables>(*rules_, std::move(links_));
  return std::shared_ptr<const Rules>(std::move(rules_));
}

void Builder::read_head(Row& top) {
  rules_->id = top.text("id");
  if (!rules_->id.empty()) check_id(top, "id", rules_->id);
  top.optional_text("$schema");  // for editors
  if (top.has("extends")) top.text("extends");
  rules_->title = top.label("title");
  rules_->note = top.optional_label("note");
  if (auto valid = top.object("valid")) {
    rules_->valid = {valid->date("from"), valid->date("until")};
    rules_->valid_source = valid->optional_text("source");
    valid->finish();
  }
  if (auto place = top.object("jurisdiction")) {
    rules_->division = place->text("division");
    rules_->place = place->label("label");
    const CodeTable* divisions = rules_->codes->find("gbt-2260");
    if (divisions == nullptr || !divisions->contains(rules_->division)) {
      place->fail("division", ErrorKind::unknown_name, no_such_division(divisions, rules_->division));
    }
    place->finish();
  }
  if (auto window = top.object("window")) {
    rules_->joint = window->flag("joint");
    rules_->window = window->label("label");
    window->text("source");
    window->finish();
  }
  if (auto form = top.object("application_form")) {
    rules_->form_title = form->label("title");
    form->text("source");
    form->finish();
  }
  for (auto& [id, title] : top.text_members("sources")) rules_->sources.push_back({id, title});
}

void Builder::read_options(Row& top) {
  const auto enabled = top.texts("enable");
  for (Row& row : top.rows("options")) {
    Option option{row.text("id"), row.label("label"), row.text("source"), false};
    enter(row, options_, option.id);
    row.finish();
    rules_->options.push_back(std::move(option));
  }
  for (const OptionId option : top.references("enable", options_)) rules_->options[option].enabled = true;
}

void Builder::read_organisations(Row& top) {
  for (Row& row : top.rows("organisations")) {
    rules_->organisations.push_back({row.text("id"), row.label("label")});
    enter(row, organisations_, rules_->organisations.back().id);
    row.finish();
  }
}

void Builder::read_institutions(Row& top) {
  rules_->institutions.lies_in(divisions_above(rules_->codes->find("gbt-2260"), rules_->division));
  for (Row& row : top.rows("institutions")) {
    Institution institution;
    institution.id = row.text("id");
    institution.code = row.text_or_null("code");
    institution.name = row.label("name");
    institution.aliases = row.texts("aliases");
    institution.campuses = row.texts("campuses");
    institution.source = row.text("source");
    institution.interpretation = row.flag("interpretation");
    enter(row, institutions_, institution.id);
    if (institution.id == Institutions::unlisted) {
      row.fail("id", ErrorKind::contradiction, "'unlisted' means: none of the list; give this one another id");
    }
    row.finish();
    const std::size_t spellings = Institutions::spellings_of(institution);
    if (spellings > Institutions::most_spellings ||
        rules_->institutions.size_of_spellings() + spellings > Institutions::most_spellings_in_all) {
      row.fail("campuses", ErrorKind::out_of_range,
               "too many ways to write institutions: each alias goes with each campus; leave some out");
      continue;
    }
    if (const auto taken = rules_->institutions.add(std::move(institution))) {
      row.fail("", ErrorKind::contradiction,
               fmt::format("'{}' is written like another institution here; take it out of one of them", shown(*taken)));
    }
  }
}

void Builder::enter(Row& row, Directory& directory, std::string_view id) {
  if (id.empty() || row.failed()) return;
  if (&directory != &fields_) check_id(row, "id", id, &directory == &rules_seen_);
  if (directory.size() + 1 >= no_index) row.fail("", ErrorKind::out_of_range, "too many rows in this table");
  if (!directory.add(id)) {
    row.fail("", ErrorKind::contradiction,
             fmt::format("there is another {} with this id; give one of them another id", directory.what()));
  }
}

bool Builder::read_rule(Row& row, Rule& rule) {
  rule.id = row.text("id");
  rule.source = row.text("source");
  rule.interpretation = row.flag("interpretation");
  rule.reason = row.optional_label("reason");
  rule.otherwise = row.optional_label("otherwise");
  row.note_place(rule.document, rule.path);
  if (auto valid = row.object("valid")) {
    rule.valid = {valid->date("from"), valid->date("until")};
    if (rule.valid.from && rule.valid.until && *rule.valid.until < *rule.valid.from) {
      valid->fail("until", ErrorKind::contradiction,
                  "the rule ends before it begins; exchange the days, or correct one");
    }
    valid->finish();
  }
  enter(row, rules_seen_, rule.id);
  rule.when = read_condition(row, "when");
  const OptionId option = row.reference("option", options_);
  return option == no_index || rules_->options[option].enabled;
}

ConditionId Builder::read_condition(Row& row, std::string_view key) {
  const std::string text = row.optional_text(key);
  if (!row.has(key)) return no_index;
  return compile_condition(row, key, text);
}

ConditionId Builder::compile_condition(Row& row, std::string_view key, const std::string& text) {
  if (const auto known = conditions_.find(text); known != conditions_.end()) return known->second;
  auto condition = Condition::compile(text, rules_->schema);
  if (!condition) {
    const Error& error = condition.error();
    row.fail(key, error.kind, fmt::format("column {} of the condition: {}", error.column, error.message));
    return no_index;
  }
  const ConditionId index = rules_->conditions.next();
  rules_->conditions.push_back({std::move(*condition), reads_newborn(text)});
  conditions_.emplace(text, index);
  return index;
}

// The services that a rule is about: those listed, those whose form needs a field, or all.
ServiceSet Builder::read_service_set(Row& row) {
  ServiceSet set;
  for (const ServiceId service : row.references("services", services_)) set |= ServiceSet::of(service);
  const FieldId needed = row.reference("services_needing", fields_);
  if (needed != no_index) {
    for (const ServiceId service : rules_->services.ids()) {
      for (const FormEntry& entry : rules_->services[service].form) {
        if (entry.required && entry.field == needed) set |= ServiceSet::of(service);
      }
    }
  }
  const bool restricted = row.has("services") || row.has("services_needing");
  return restricted ? set : ServiceSet::all(rules_->services.size());
}

std::optional<Slot> Builder::read_slot(Row& row, std::string_view key) {
  const std::string name = row.text(key);
  const auto binding = rules_->schema.find(name);
  if (!binding && !name.empty()) row.fail(key, ErrorKind::unknown_name, fields_.complaint(name));
  return binding ? std::optional(binding->slot) : std::nullopt;
}

}  // namespace birthcase::profile
