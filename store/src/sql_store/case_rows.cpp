#include "sql_store/case_rows.hpp"

#include <birthcase/digest.hpp>

#include <utility>

namespace birthcase::store {
namespace {

Result<std::vector<LayerRow>> layers_kept(sql::Database& database, std::string_view case_id) {
  auto asked = database.query("SELECT place, profile, digest FROM layers WHERE case_id = ? ORDER BY place");
  if (!asked) return asked.error();
  asked->bind(case_id);
  std::vector<LayerRow> rows;
  for (;;) {
    const auto row = asked->next();
    if (!row) return row.error();
    if (!*row) return rows;
    rows.push_back({asked->number(0), asked->text(1), asked->text(2)});
  }
}

}  // namespace

Head CaseRows::head() const { return row ? Head{id, row->version, row->head} : Head{id, 0, {}}; }

Result<CaseRows> read_case(sql::Database& database, std::string_view case_id, Wanted wanted) {
  CaseRows rows{.id = std::string(case_id)};
  auto row = find_case(database, case_id, wanted);
  if (!row) return row.error();
  rows.row = std::move(*row);
  const auto take = [&rows](KeptEvent&& event, std::optional<KeptRow>&& message) -> Result<void> {
    rows.events.push_back(std::move(event));
    if (message) rows.messages.push_back(std::move(*message));
    return {};
  };
  if (auto done = read_events(database, case_id, take); !done) return done.error();
  auto layers = layers_kept(database, case_id);
  if (!layers) return layers.error();
  auto births = births_kept(database, case_id);
  if (!births) return births.error();
  auto deadlines = deadlines_kept(database, case_id);
  if (!deadlines) return deadlines.error();
  rows.layers = std::move(*layers);
  rows.births = std::move(*births);
  rows.deadlines = std::move(*deadlines);
  return rows;
}

std::vector<LayerRow> layer_rows_of(const std::vector<ProfileText>& layers) {
  std::vector<LayerRow> rows;
  for (const ProfileText& layer : layers) {
    rows.push_back({static_cast<std::int64_t>(rows.size()), layer.id, sha256(layer.text)});
  }
  return rows;
}

}  // namespace birthcase::store
