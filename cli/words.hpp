/// Every word of the text output, in every language. Templates are of fmt: `{}` or `{0}`.
#pragma once

#include <birthcase/evidence.hpp>
#include <birthcase/field.hpp>
#include <birthcase/form.hpp>
#include <birthcase/look_up.hpp>
#include <birthcase/result.hpp>
#include <birthcase/rules.hpp>

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

namespace birthcase::cli {

struct Words {
  // punctuation
  std::string_view list_separator;
  std::string_view clause_separator;
  std::string_view detail_separator;  ///< inside brackets
  std::string_view colon;
  std::string_view in_brackets;  ///< {}

  // people and documents
  std::string_view newborn;  ///< {}: number
  std::string_view unnamed;
  std::string_view known_fact;  ///< stands for the value of a personal fact
  std::string_view unknown_fact;
  std::string_view none;
  std::string_view yes;
  std::string_view no;

  // the plan
  std::string_view plan_head;        ///< {}: title
  std::string_view profile_and_day;  ///< {0}: id, {1}: day
  std::string_view newborns;
  std::string_view no_newborns;
  std::string_view bring;  ///< {}: how many
  std::string_view bring_nothing;
  std::string_view bring_nothing_yet;
  std::string_view perhaps;
  std::string_view not_needed;
  std::string_view not_needed_hint;  ///< {}: how many
  std::string_view route;
  std::string_view elsewhere;
  std::string_view look_ups;
  std::string_view to_ask;
  std::string_view form;
  std::string_view findings;
  std::string_view verdict;

  // headings of tables
  std::string_view document;
  std::string_view holder;
  std::string_view original;
  std::string_view copies;
  std::string_view state;
  std::string_view needed_for;
  std::string_view depends_on;
  std::string_view how;
  std::string_view service;
  std::string_view operated_by;
  std::string_view after;
  std::string_view due;
  std::string_view promise;
  std::string_view delivery;
  std::string_view where;
  std::string_view why;
  std::string_view fact;
  std::string_view decides;
  std::string_view asked_organisation;
  std::string_view supplies;
  std::string_view keys;
  std::string_view profile;
  std::string_view brings;

  // the state of a document
  std::string_view still_to_bring;
  std::string_view handed_in;
  std::string_view original_later;
  std::string_view may_come_later;
  std::string_view tolerated;  ///< {}: until when

  // why it need not be brought
  std::string_view produced_by;  ///< {}: service
  std::string_view shared_by;    ///< {}: organisation
  std::string_view hospital_has;
  std::string_view absorbed;
  std::string_view not_required;

  // lanes
  std::string_view ask_first;
  std::string_view follows;  ///< {}: service
  std::string_view not_offered;
  std::string_view done_before;

  // the route
  std::string_view on_behalf_of;  ///< {0}: who stands there, {1}: who decides
  std::string_view immediately;
  std::string_view minutes;       ///< {}
  std::string_view hours;         ///< {}
  std::string_view working_days;  ///< {}
  std::string_view next_month;
  std::string_view not_certain;
  std::string_view everything_by;     ///< {}: day
  std::string_view everything_by_if;  ///< {0}: the day of acceptance, {1}: day

  // look-ups
  std::string_view keys_missing;  ///< {}: facts

  // what an unknown fact decides: {} is a label
  std::string_view decides_lane;
  std::string_view decides_evidence;
  std::string_view decides_field;
  std::string_view decides_channel;
  std::string_view decides_all_due;

  // the form
  std::string_view form_counts;  ///< {0}: lines, {1}: fields, {2}: asked
  std::string_view all_filled;
  std::string_view to_fill;       ///< {0}: how many, {1}: of them required
  std::string_view may_fill;      ///< {}: how many, none of them required
  std::string_view became;        ///< {0}: department fields, {1}: fields
  std::string_view whole_form;    ///< {}: title
  std::string_view part_of_form;  ///< {0}: service, {1}: title
  std::string_view counts_of;     ///< {0}: service, {1}: lines
  std::string_view field;
  std::string_view type;
  std::string_view owner;
  std::string_view name;
  std::string_view marks;  ///< what the dots mean
  std::string_view required_mark;

  // verdict
  std::string_view acceptable;
  std::string_view not_yet;
  std::string_view inadmissible;
  std::string_view missing_documents;  ///< {}: list
  std::string_view missing_fields;     ///< {}: how many
  std::string_view open_questions;     ///< {}: how many
  std::string_view deferrable;         ///< {}: list

  // why, in full
  std::string_view rule;       ///< {}: id
  std::string_view condition;  ///< {}: FEEL
  std::string_view looked_at;  ///< {}: facts
  std::string_view source;     ///< {}
  std::string_view interpretation;

  // comparison and profiles
  std::string_view comparison;
  std::string_view rules_as_of;  ///< {}: day
  std::string_view as_original;
  std::string_view as_copy;
  std::string_view as_both;
  std::string_view nothing;
  std::string_view not_at_window;
  std::string_view conditionally;  ///< {}: condition
  std::string_view in_certain_cases;
  std::string_view together;
  std::string_view place;
  std::string_view validity;
  std::string_view services;
  std::string_view rules;
  std::string_view title;
  std::string_view fields;
  std::string_view from_day;   ///< {}: day
  std::string_view until_day;  ///< {}: day
  std::string_view always;
  std::string_view no_place;

  std::string in(const Label& label) const;  ///< on one line, of printable characters
  std::string_view of(Severity wanted) const noexcept;
  std::string_view of(Owner wanted) const noexcept;
  std::string_view of(FieldType wanted) const noexcept;
  std::string_view of(LookUpState wanted) const noexcept;

  Language language;
  std::string_view severities[3];
  std::string_view owners[4];
  std::string_view types[7];
  std::string_view look_up_states[6];
};

/// The words of a language.
const Words& words_of(Language language) noexcept;

/// A template of `Words`, filled in.
template <class... Arguments>
std::string filled(std::string_view pattern, const Arguments&... arguments) {
  return fmt::format(fmt::runtime(pattern), arguments...);
}

}  // namespace birthcase::cli
