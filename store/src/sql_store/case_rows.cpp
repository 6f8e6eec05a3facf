#include "sql_store/case_rows.hpp"

#include <utility>

namespace birthcase::store {

Result<sql::Query> ask_layers(sql::Database& database, std::string_view case_id) {
  auto asked = database.query("SELECT place, profile, digest FROM layers WHERE case_id = ? ORDER BY place");
  if (asked) asked->bind(case_id).ahead();
  return asked;
}

Result<std::vector<LayerRow>> layers_in(sql::Query& asked) {
  return sql::collect(asked, [](const sql::Query& row) { return LayerRow{row.number(0), row.text(1), row.text(2)}; });
}

Head CaseRows::head() const { return row ? Head{id, row->version, row->head} : Head{id, 0, {}}; }

Result<CaseRows> read_case(sql::Database& database, std::string_view case_id, Wanted wanted) {
  CaseRows rows{.id = std::string(case_id)};
  auto asked_row = ask_case(database, case_id, wanted);
  if (!asked_row) return asked_row.error();
  auto asked_events = ask_events(database, case_id);
  if (!asked_events) return asked_events.error();
  auto asked_layers = ask_layers(database, case_id);
  if (!asked_layers) return asked_layers.error();
  auto asked_look_ups = ask_look_ups(database, case_id);
  if (!asked_look_ups) return asked_look_ups.error();

  auto row = case_in(*asked_row);
  if (!row) return row.error();
  const auto take = [&rows](KeptEvent&& event, std::optional<KeptRow>&& message) -> Result<void> {
    rows.events.push_back(std::move(event));
    if (message) rows.messages.push_back(std::move(*message));
    return {};
  };
  if (auto done = events_in(*asked_events, case_id, take); !done) return done.error();
  auto layers = layers_in(*asked_layers);
  if (!layers) return layers.error();
  auto births = births_in(asked_look_ups->births);
  if (!births) return births.error();
  auto deadlines = deadlines_in(asked_look_ups->deadlines);
  if (!deadlines) return deadlines.error();
  rows.row = std::move(*row);
  rows.layers = std::move(*layers);
  rows.births = std::move(*births);
  rows.deadlines = std::move(*deadlines);
  return rows;
}

}  // namespace birthcase::store
