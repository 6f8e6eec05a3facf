// Every word of the papers, in every language. Templates are of fmt: `{}` or `{0}`.
#pragma once

#include <birthcase/evidence.hpp>
#include <birthcase/form.hpp>
#include <birthcase/result.hpp>

#include <fmt/format.h>

#include <span>
#include <string>
#include <string_view>

namespace birthcase::documents {

struct Words {
  Language language;

  // punctuation
  std::string_view list_separator;
  std::string_view clause_separator;
  std::string_view colon;
  std::string_view in_brackets;  ///< {}

  // values
  std::string_view date;    ///< {0}: year, {1}: month, {2}: day
  std::string_view moment;  ///< {0}: date, {1}: hour, {2}: minute
  std::string_view blank_date;
  std::string_view blank_moment;
  std::string_view yes;
  std::string_view no;
  std::string_view none;
  std::string_view newborn;       ///< {}: number
  std::string_view unnamed;       ///< a newborn whose name is known not to be chosen yet
  std::string_view placed_title;  ///< {0}: place, {1}: title
  std::string_view running;       ///< {0}: title, {1}: number of the case
  std::string_view immediately;
  std::string_view minutes;       ///< {}
  std::string_view hours;         ///< {}
  std::string_view working_days;  ///< {}
  std::string_view next_month;

  // heads
  std::string_view case_number;
  std::string_view channel;
  std::string_view accepted_at;
  std::string_view applicant;
  std::string_view newborns;
  std::string_view department;

  // columns
  std::string_view number;
  std::string_view document;
  std::string_view holder;
  std::string_view originals;
  std::string_view copies;
  std::string_view needed_for;
  std::string_view state;
  std::string_view why_not;
  std::string_view depends_on;
  std::string_view service;
  std::string_view where;
  std::string_view why;
  std::string_view fact;
  std::string_view decides;
  std::string_view place_on_form;
  std::string_view remark;
  std::string_view done_by;
  std::string_view due;
  std::string_view delivery;
  std::string_view until;
  std::string_view form_line;
  std::string_view item;
  std::string_view stated_by_family;
  std::string_view stated_by_attendant;
  std::string_view stated_by_office;
  std::string_view content;
  std::string_view source;
  std::string_view supplied;

  // people who sign
  std::string_view signed_applicant;
  std::string_view signed_attendant;
  std::string_view stamped_institution;
  std::string_view signed_clerk;
  std::string_view stamped_window;
  std::string_view signed_informer;
  std::string_view signed_informed;
  std::string_view signed_from;
  std::string_view signed_to;
  std::string_view signed_promiser;
  std::string_view day;

  // the application form
  std::string_view form;  ///< where the profile has no title for it
  std::string_view services_applied_for;
  std::string_view perhaps;
  std::string_view only_for;  ///< {}: newborns
  std::string_view part_family;
  std::string_view part_family_remark;
  std::string_view part_attendant;
  std::string_view part_attendant_remark;
  std::string_view part_office;
  std::string_view part_office_remark;
  std::string_view other_group;
  std::string_view there_is;
  std::string_view there_is_none;
  std::span<const std::string_view> family_declares;
  std::string_view declaration;
  std::string_view attendant_declares;
  std::string_view verdict;
  std::span<const std::string_view> verdicts;
  std::string_view need_not_fill_in;
  std::string_view need_not_fill_in_remark;
  std::string_view fields;
  std::string_view how_to_fill_in;
  std::string_view from_service;       ///< {}
  std::string_view from_organisation;  ///< {}
  std::string_view from_hospital;
  std::string_view derived;
  std::string_view refused_value;
  std::string_view decides_more;
  std::string_view not_certain;

  // the notice
  std::string_view notice;
  std::string_view notice_lead;  ///< {0}: place, {1}: day
  std::string_view bring;
  std::string_view bring_remark;  ///< {}: how many
  std::string_view bring_nothing;
  std::string_view bring_nothing_yet;
  std::string_view to_bring;
  std::string_view handed_in;
  std::string_view scan_handed_in;
  std::string_view may_be_late;
  std::string_view tolerated;   ///< {0}: documents, {1}: until when
  std::string_view instead_of;  ///< {}
  std::string_view perhaps_bring;
  std::string_view perhaps_bring_remark;
  std::string_view tell_window;
  std::string_view tell_window_remark;
  std::string_view decides_lane;          ///< {}
  std::string_view decides_evidence;      ///< {}
  std::string_view decides_field;         ///< {}
  std::string_view decides_channel;       ///< {}
  std::string_view decides_organisation;  ///< {}
  std::string_view decides_operator;      ///< {}
  std::string_view decides_delivery;      ///< {}
  std::string_view decides_due;
  std::string_view put_right;
  std::string_view put_right_remark;
  std::string_view still_to_fill_in;
  std::string_view need_not_bring;
  std::string_view need_not_bring_remark;
  std::string_view produced_by;  ///< {}
  std::string_view shared_by;    ///< {}
  std::string_view hospital_has;
  std::string_view absorbed;
  std::string_view elsewhere;
  std::string_view follows;       ///< {}
  std::string_view then_follows;  ///< {0}: where, {1}: after which service
  std::string_view where_is_open;
  std::string_view not_offered;
  std::string_view has_been_there;
  std::string_view everything_by;  ///< {}
  std::string_view counted_from_acceptance;
  std::string_view no_day_known;
  std::string_view no_limit_published;
  std::string_view under_way;  ///< {}: when it was accepted
  std::string_view under_way_waiting;
  std::string_view taken_back;
  std::string_view all_over;
  std::string_view nothing_here;
  std::string_view pieces;

  // the supplement notice
  std::string_view supplement;
  std::string_view supplement_lead;
  std::string_view supplement_what;
  std::string_view supplement_unsaid;            ///< a step was returned without saying what is wanted
  std::string_view supplement_changed;           ///< why: the facts have changed; where no rule says more
  std::string_view supplement_changed_because;   ///< {}: what the rule says
  std::string_view supplement_returned;          ///< why: a department has returned it
  std::string_view supplement_returned_because;  ///< {}: the department's words
  std::string_view supplement_by_when;
  std::string_view supplement_answer_by;  ///< {}: day
  std::string_view supplement_no_term;
  std::string_view supplement_told_by;  ///< {}: day
  std::string_view supplement_how;
  std::string_view full_stop;
  std::string_view bring_later;           ///< {}: another way in
  std::string_view wanted_by_department;  ///< beside a document on the one-time notice, and on the hand-over sheet

  // the undertaking
  std::string_view undertaking;
  std::string_view undertaking_lead;  ///< {0}: case, {1}: moment
  std::string_view undertakes;
  std::span<const std::string_view> undertaking_points;

  // the receipt
  std::string_view receipt;
  std::string_view receipt_lead;
  std::string_view steps;
  std::string_view decided_by;  ///< {}: organisation
  std::string_view after;       ///< {}: services
  std::string_view given_up;
  std::string_view not_promised;
  std::string_view due_by;  ///< {}: day
  std::string_view receipt_deferred;
  std::string_view receipt_everything_by;  ///< {}
  std::string_view clock_stops;
  std::string_view receipt_foot;
  std::string_view signed_receiver;

  // the hand-over sheet
  std::string_view hand_over;
  std::string_view hand_over_lead;  ///< {}: case
  std::string_view data_of;
  std::string_view documents_of;
  std::string_view no_documents;
  std::string_view unknown;
  std::string_view original_with_sheet;
  std::string_view copy_with_sheet;
  std::string_view scan_with_sheet;
  std::string_view missing;
  std::string_view deferred_until;  ///< {}: day
  std::string_view hand_over_foot;

  // how facts and documents became known
  std::string_view looked_up;           ///< {0}: organisation, {1}: day
  std::string_view seen_at;             ///< {0}: organisation, {1}: day
  std::string_view being_looked_up;     ///< {}: organisation
  std::string_view not_found_at;        ///< {}: organisation; the box beside it is blank
  std::string_view not_available_at;    ///< {}: organisation
  std::string_view told_not_found;      ///< {}: organisation
  std::string_view told_not_available;  ///< {}: organisation
  std::string_view issued_by;           ///< {0}: organisation, {1}: day
  std::string_view with_reference;      ///< {}: the organisation's number

  // pages
  std::string_view page_of_pages;  ///< {0}: page, {1}: pages
  std::string_view required;

  std::string_view in(const Label& label) const noexcept { return label.in(language); }
};

/// The words of a language.
const Words& words_of(Language language) noexcept;

/// A template of `Words`, filled in.
template <class... Arguments>
std::string filled(std::string_view pattern, const Arguments&... arguments) {
  return fmt::format(fmt::runtime(pattern), arguments...);
}

}  // namespace birthcase::documents
