// The rules of a place: ways in, lanes, who shares what, who stands where, what is promised.
#include "nearest.hpp"
#include "profile/builder.hpp"
#include "texts/findings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::profile {

void Builder::read_hours(Row& top) {
  const auto intervals = [](Row& row, std::string_view key) {
    std::vector<OpenInterval> result;
    for (const std::string& text : row.texts(key)) {
      const auto interval = parse_open_interval(text);
      if (interval) {
        result.push_back(*interval);
      } else {
        row.fail(key, interval.error().kind, "write opening hours as \"08:30-12:00\"");
      }
    }
    return result;
  };
  for (Row& row : top.rows("opening_hours")) {
    const std::string id = row.text("id");
    const std::string source = row.text("source");
    const bool interpretation = row.flag("interpretation");
    auto working = intervals(row, "working_days");
    auto rest = intervals(row, "rest_days");
    enter(row, hours_, id);
    row.finish();
    if (row.failed()) return;
    auto hours = OpeningHours::create(std::move(working), std::move(rest));
    if (!hours) return row.fail("", hours.error().kind, hours.error().message);
    rules_->hours.push_back({id, source, interpretation, std::move(*hours)});
  }
}

// Other rules name channels, so they are entered like organisations and hours.
template <class Kind>
void Builder::read_table(Row& top, const RuleTable<Rules, Kind>& table) {
  for (Row& row : top.rows(table.name)) {
    Kind rule;
    const bool in_use = read_rule(row, rule);
    read_row(row, rule);
    row.finish();
    if (!in_use) continue;
    if constexpr (std::is_same_v<Kind, Channel>) enter(row, channels_, rule.id);
    ((*rules_).*table.rows).push_back(std::move(rule));
  }
}

void Builder::read_rules(Row& top) {
  for_each_table_of_profile([&](const auto& table) {
    if (!problems_.any()) read_table(top, table);
  });
}

void Builder::read_row(Row& row, Channel& channel) {
  channel.label = row.label("label");
  channel.hours = row.reference("hours", hours_);
  if (channel.when != no_index && rules_->conditions[channel.when].per_newborn) {
    row.fail("when", ErrorKind::wrong_type, "a channel is open to families, not to one newborn");
  }
}

void Builder::read_row(Row& row, LaneRule& rule) {
  rule.services = read_service_set(row);
  rule.lane = row.word("lane", {Lane::joint, Lane::elsewhere, Lane::not_offered});
  rule.already_done = row.flag("already_done");
  if (auto go_to = row.object("go_to")) {
    rule.organisation = go_to->reference("organisation", organisations_);
    rule.channel = go_to->reference("channel", channels_);
    go_to->finish();
  }
}

void Builder::read_row(Row& row, DataShare& share) {
  share.organisation = row.required_reference("organisation", organisations_);
  share.hospital = row.flag("hospital");
  share.services = read_service_set(row);
  share.evidence = row.references("evidence", evidence_);
  share.fields = row.references("fields", fields_);
  if (row.has("owned_by")) {
    const Owner owner = row.word("owned_by", {Owner::attendant, Owner::authority, Owner::family, Owner::window});
    for (const FieldId field : rules_->fields.ids()) {
      if (rules_->fields[field].owner == owner) share.fields.push_back(field);
    }
  }
  if (share.evidence.empty() && share.fields.empty()) {
    row.fail("", ErrorKind::missing, "a share supplies something; add 'evidence', 'fields' or 'owned_by'");
  }
  read_look_up(row, share);
}

// How the organisation is asked, and what the family is told where that gives no answer.
void Builder::read_look_up(Row& row, DataShare& share) {
  share.keys = row.references("keys", fields_);
  read_key_conditions(row, share);
  if (row.has("by_hand")) share.by_hand = row.flag("by_hand");
  share.before_acceptance = row.flag("before_acceptance");
  share.difference = row.word("difference", {Severity::error, Severity::warning});
  const auto of_newborn = [this](FieldId field) { return rules_->fields[field].per_newborn(); };
  const auto about_newborn = [this](ConditionId when) {
    return when != no_index && rules_->conditions[when].per_newborn;
  };
  share.per_newborn = std::any_of(share.keys_when.begin(), share.keys_when.end(), about_newborn) ||
                      about_newborn(share.when) || std::any_of(share.keys.begin(), share.keys.end(), of_newborn) ||
                      std::any_of(share.fields.begin(), share.fields.end(), of_newborn);
  share.if_not_found = unanswered(row, "not_found", share, texts::findings::not_found);
  share.if_not_available = unanswered(row, "not_available", share, texts::findings::not_available);
}

// A key that counts for some families only: the number of the parent with whom the child settles.
void Builder::read_key_conditions(Row& row, DataShare& share) {
  share.keys_when.resize(share.keys.size());
  for (const auto& [id, condition] : row.text_members("keys_when")) {
    const auto key = std::find(share.keys.begin(), share.keys.end(), fields_.row(id));
    if (key == share.keys.end()) {
      row.fail("keys_when", ErrorKind::unknown_name,
               "the condition is for a field that is not in 'keys'; add the field there");
      continue;
    }
    share.keys_when[static_cast<std::size_t>(key - share.keys.begin())] =
        compile_condition(row, "keys_when", condition);
  }
}

// The share's head with the reason why the family is asked after all: the row's own words, or what follows from it.
Rule Builder::unanswered(Row& row, std::string_view key, const DataShare& share, const Label& outcome) {
  Rule rule = share;
  rule.when = no_index;
  rule.reason = {};
  rule.otherwise = row.optional_label(key);
  if (!rule.otherwise.zh.empty() || share.organisation == no_index) return rule;
  const Label& organisation = rules_->organisations[share.organisation].label;
  Label documents;
  for (const EvidenceId each : share.evidence) {
    texts::append(documents, texts::findings::or_this, rules_->evidence[each].label);
  }
  rule.otherwise = share.evidence.empty()
                       ? texts::message(texts::findings::fill_in_after_all, organisation, outcome)
                       : texts::message(texts::findings::bring_after_all, organisation, outcome, documents);
  return rule;
}

void Builder::read_row(Row& row, Absorption& absorption) {
  absorption.evidence = row.references("evidence", evidence_);
}

void Builder::read_row(Row& row, Competence& rule) {
  rule.services = read_service_set(row);
  rule.organisation = row.required_reference("organisation", organisations_);
}

void Builder::read_row(Row& row, OperatorRule& rule) {
  rule.services = read_service_set(row);
  rule.organisation = row.required_reference("operator", organisations_);
}

Term Builder::read_term(Row& row) {
  auto term = row.object("within");
  if (!term) {
    row.fail("", ErrorKind::missing, "'within' is missing here: {\"working_days\": 3} or the like");
    return Immediately{};
  }
  const auto days = term->integer("working_days", 0, 1000);
  const auto minutes = term->integer("minutes", 0, 100'000);
  const auto hours = term->integer("hours", 0, 1000);
  const bool next_month = term->flag("start_of_next_month");
  const bool at_once = term->flag("immediately");
  term->finish();
  const int said =
      int{days.has_value()} + int{minutes.has_value()} + int{hours.has_value()} + int{next_month} + int{at_once};
  if (said != 1) {
    row.fail("within", ErrorKind::missing,
             "say one of: working_days, hours, minutes, start_of_next_month, immediately");
  }
  if (days) return WorkingDays{static_cast<int>(*days)};
  if (minutes) return OpenMinutes{static_cast<int>(*minutes)};
  if (hours) return OpenMinutes{static_cast<int>(*hours) * 60};
  if (next_month) return StartOfNextMonth{};
  return Immediately{};
}

// Whether the clock stands still for a time. The word in 'while' says when, so that a profile reads without this page.
void Builder::read_suspension(Row& row, Promise& promise) {
  auto suspended = row.object("suspended");
  if (!suspended) return;
  promise.clock_stops = true;
  if (!suspended->has("while")) {
    suspended->fail("", ErrorKind::missing, "'while' is missing here; write \"while\": \"waiting-for-family\"");
  }
  suspended->choice("while", {"waiting-for-family"});
  promise.clock_source = suspended->text("source");
  promise.clock_interpretation = suspended->flag("interpretation");
  suspended->finish();
}

void Builder::read_row(Row& row, Promise& promise) {
  promise.services = read_service_set(row);
  promise.term = read_term(row);
  promise.hours = row.reference("hours", hours_);
  if (std::holds_alternative<OpenMinutes>(promise.term) && promise.hours == no_index) {
    row.fail("", ErrorKind::missing,
             "a promise in hours or minutes needs 'hours'; name the opening hours that it counts");
  }
  promise.from_ready = row.choice("counted_from", {"acceptance", "ready"}) == 1;
  promise.until_delivery = row.choice("counted_to", {"completion", "delivery"}) == 1;
  read_suspension(row, promise);
}

void Builder::read_row(Row& row, Tolerance& tolerance) {
  tolerance.evidence = row.references("evidence", evidence_);
  tolerance.until = row.label("until");
  read_longest(row, tolerance);
}

void Builder::read_longest(Row& row, Tolerance& tolerance) {
  auto longest = row.object("longest");
  if (!longest) return;
  const auto days = longest->integer("days", 1, 3660);
  const auto working_days = longest->integer("working_days", 1, 1000);
  if (days.has_value() == working_days.has_value()) {
    longest->fail("", ErrorKind::missing, "say one of: days, working_days");
  }
  tolerance.longest = Tolerance::Longest{.days = static_cast<int>(working_days.value_or(days.value_or(0))),
                                         .working = working_days.has_value(),
                                         .source = longest->text("source"),
                                         .interpretation = longest->flag("interpretation")};
  longest->finish();
}

// Terms of the whole procedure, not of a service.
void Builder::read_terms(Row& top) {
  const auto as_int = [](std::optional<std::int64_t> number) {
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
  };
  if (auto supplement = top.object("supplement")) {
    rules_->supplement = {.notice_working_days = as_int(supplement->integer("notice_working_days", 0, 1000)),
                          .working_days = as_int(supplement->integer("working_days", 0, 1000)),
                          .by = supplement->label("by"),
                          .source = supplement->text("source"),
                          .interpretation = supplement->flag("interpretation")};
    supplement->finish();
  }
  if (auto spacing = top.object("birth_spacing")) {
    rules_->birth_spacing = {.days = as_int(spacing->integer("days", 1, 366)).value_or(0),
                             .source = spacing->text("source"),
                             .interpretation = spacing->flag("interpretation")};
    spacing->finish();
  }
}

void Builder::read_row(Row& row, DeliveryRule& rule) {
  rule.services = read_service_set(row);
  rule.method = row.text("method");
  rule.label = row.label("label");
  rule.fields = row.references("fields", fields_);
}

void Builder::read_row(Row& row, Check& check) {
  check.reason = row.label("message");
  check.severity = row.word("severity", {Severity::warning, Severity::error, Severity::info});
  const std::string path = row.text("path");
  check.about_newborns = path == Schema::newborns;
  if (!check.about_newborns) check.at = read_slot(row, "path").value_or(Slot{});
  if (check.when == no_index) row.fail("", ErrorKind::missing, "a check needs 'when': what is wrong");
}

// A fact of the family cannot depend on the newborn at hand: there is none.
void Builder::require_scope(Row& row, const Derivation& derivation, std::string_view value) {
  if (derivation.field == no_index || rules_->fields[derivation.field].per_newborn()) return;
  const bool asks_newborn = derivation.when != no_index && rules_->conditions[derivation.when].per_newborn;
  if (asks_newborn || reads_newborn(value)) {
    row.fail("value", ErrorKind::wrong_type, "a fact of the family cannot be derived from `newborn.…`; use `newborns`");
  }
}

// What it means where something else was told.
void Builder::read_disagreement(Row& row, Derivation& derivation) {
  derivation.is_default = row.flag("default");
  for (const char* const key : {"severity", "finding"}) {
    if (!derivation.is_default || !row.has(key)) continue;
    row.fail(key, ErrorKind::contradiction, "a default may be told otherwise without a finding; take one of them out");
  }
  derivation.severity = row.word("severity", {Severity::error, Severity::warning, Severity::info});
  if (!row.has("finding")) return;
  derivation.code = row.text("finding");
  if (!derivation.code.empty()) check_id(row, "finding", derivation.code);
}

void Builder::read_row(Row& row, Derivation& derivation) {
  derivation.field = row.required_reference("field", fields_);
  const std::string value = row.text("value");
  if (const auto binding = rules_->schema.find(value); binding && !binding->newborn_list) {
    derivation.alias = binding->slot;
  } else {
    auto expression = Expression::compile(value, rules_->schema);
    if (expression) {
      derivation.value = std::move(*expression);
    } else {
      row.fail("value", expression.error().kind,
               fmt::format("column {} of the expression: {}", expression.error().column, expression.error().message));
    }
  }
  derivation.if_known = row.flag("if_known");
  if (derivation.if_known && !derivation.alias) {
    row.fail("if_known", ErrorKind::wrong_type, "only a fact's name can be used if it is known; write one as 'value'");
  }
  derivation.together = row.references("together", fields_);
  require_scope(row, derivation, value);
  read_disagreement(row, derivation);
}

void Builder::read_reference(Row& top) {
  auto reference = top.object("reference");
  if (!reference) return;
  for (const auto& [name, text] : top.text_members("reference")) {
    const auto field = fields_.find(name);
    if (!field) {
      reference->fail(shown(name) == name ? name : "", ErrorKind::unknown_name, fields_.complaint(name));
      continue;
    }
    auto value = Expression::compile(text, rules_->schema);
    if (value) {
      rules_->reference.emplace_back(*field, std::move(*value));
    } else {
      reference->fail(name, value.error().kind,
                      fmt::format("column {} of the expression: {}", value.error().column, value.error().message));
    }
  }
}

}  // namespace birthcase::profile
