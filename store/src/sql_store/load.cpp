// Reading a case back.
#include "sql_store/load.hpp"

#include <birthcase/case_json.hpp>

#include "kept.hpp"
#include "sql/transaction.hpp"
#include "sql_store.hpp"

#include <fmt/format.h>

#include <utility>

namespace birthcase::store {

Result<Event> event_from(const KeptEvent& kept) {
  const std::string_view personal = kept.personal.erased ? std::string_view() : kept.personal.text;
  auto body = event_body_from(kept.type, kept.data, personal);
  auto at = parse_date_time(kept.at);
  if (body && at) return Event{kept.sequence, *at, kept.by, std::move(*body)};
  Error error = body ? at.error() : body.error();
  error.path = fmt::format("/events/{}{}", kept.sequence - 1, error.path);
  return error;
}

namespace {

Result<Stored> stored_case(sql::Database& database, RulesTexts& rules, std::string_view case_id) {
  if (auto done = database.need_personal_texts(); !done) return done.error();
  auto asked_row = ask_case(database, case_id);
  if (!asked_row) return asked_row.error();
  auto asked_layers = ask_layers(database, case_id);
  if (!asked_layers) return asked_layers.error();
  auto asked_events = ask_events(database, case_id);
  if (!asked_events) return asked_events.error();

  auto row = case_in(*asked_row);
  if (!row) return row.error();
  if (!*row) return no_such_case(database);
  auto layers = rules.read(database, *asked_layers);
  if (!layers) return layers.error();
  Stored stored{std::move((*row)->profile), std::move(*layers), {}};
  const auto take = [&](KeptEvent&& kept, std::optional<KeptRow>&&) -> Result<void> {
    auto event = event_from(kept);
    if (!event) return event.error();
    stored.events.push_back(std::move(*event));
    return {};
  };
  if (auto done = events_in(*asked_events, case_id, take); !done) return done.error();
  if (stored.events.size() != (*row)->version) {
    Error error = unreadable(database, "the number of a case's events");
    error.path = "/events";
    return error;
  }
  return stored;
}

}  // namespace

Result<Stored> SqlStore::load(std::string_view case_id) {
  auto stored = sql::read(*database_, [&] { return stored_case(*database_, rules_, case_id); });
  if (!stored && stored.error().path.starts_with("/events")) leave_out({std::string(case_id), "events"});
  return stored;
}

}  // namespace birthcase::store
