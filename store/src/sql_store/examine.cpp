#include "sql_store/examine.hpp"

#include "case/names.hpp"
#include "desk/rules.hpp"
#include "sql_store/load.hpp"
#include "verification/case_check.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace birthcase::store {
namespace {

std::optional<KeptMessage> message_of(const CaseRows& rows, std::uint64_t sequence) {
  const auto found = std::find_if(rows.messages.begin(), rows.messages.end(),
                                  [&](const KeptRow& row) { return row.message.sequence == sequence; });
  return found == rows.messages.end() ? std::nullopt : std::optional(found->message);
}

// A case without a row of its own has no head that could be wrong.
bool check_chain(const CaseRows& rows, std::vector<Break>& breaks) {
  const Head head = rows.row || rows.events.empty()
                        ? rows.head()
                        : Head{rows.id, rows.events.back().sequence, rows.events.back().hash};
  ChainCheck chain(head);
  for (const KeptEvent& event : rows.events) chain.event(event, message_of(rows, event.sequence));
  breaks = std::move(chain).finish();
  return chain.events_hold();  // NOLINT(bugprone-use-after-move): only the list of breaks was taken out
}

Result<Stored> stored_in(sql::Database& database, RulesTexts& rules, const CaseRows& rows) {
  Stored stored;
  for (const KeptEvent& kept : rows.events) {
    auto event = event_from(kept);
    if (!event) return event.error();
    stored.events.push_back(std::move(*event));
  }
  if (!stored.events.empty()) {
    const auto* opened = std::get_if<events::Opened>(&stored.events.front().body);
    if (opened != nullptr) stored.profile = opened->profile;
  }
  auto layers = rules.read(database, rows.id);
  if (!layers) return layers.error();
  stored.layers = std::move(*layers);
  return stored;
}

// The error's own words may quote what a row says.
Break not_replayed(const CaseRows& rows, const Error& error) {
  if (error.path.starts_with(rules_path)) {
    return {rows.id, 0,
            "the texts of its rules are not those that it was accepted under; they cannot be rebuilt: take them from a "
            "backup or an export",
            "layers"};
  }
  return {rows.id, 0,
          "its events do not follow on each other under its rules (" + std::string(to_string(error.kind)) + ")",
          "events"};
}

}  // namespace

Result<Examination> examine(sql::Database& database, RulesTexts& rules, CaseRows rows, const Replay& replay) {
  Examination found{.rows = std::move(rows)};
  const bool events_hold = check_chain(found.rows, found.breaks);
  if (!events_hold || found.rows.events.empty()) return found;
  const auto stored = stored_in(database, rules, found.rows);
  if (!stored && stored.error().kind == ErrorKind::storage) return stored.error();
  auto replayed = stored ? replay(*stored) : Result<Replayed>(stored.error());
  if (!replayed) {
    found.profile_unknown = stored && replayed.error().path == profile_path;
    if (!found.profile_unknown) found.breaks.push_back(not_replayed(found.rows, replayed.error()));
    if (found.profile_unknown && found.rows.row && found.rows.row->profile != stored->profile) {
      found.breaks.push_back(
          {found.rows.id, 0, "expected the profile that the case was opened under", "cases.profile"});
    }
    return found;
  }
  found.replayed = std::move(*replayed);
  auto others = compare(found.rows, *found.replayed, rules.rows_of(found.replayed->layers));
  found.breaks.insert(found.breaks.end(), std::make_move_iterator(others.begin()),
                      std::make_move_iterator(others.end()));
  return found;
}

void hide_odd_ids(std::vector<Break>& breaks) {
  for (Break& each : breaks) {
    if (!cases::is_case_id(each.case_id)) each.case_id.clear();
  }
}

Result<Examination> examine(sql::Database& database, RulesTexts& rules, std::string_view case_id, const Replay& replay,
                            Wanted wanted) {
  auto rows = read_case(database, case_id, wanted);
  if (!rows) return rows.error();
  return examine(database, rules, std::move(*rows), replay);
}

}  // namespace birthcase::store
