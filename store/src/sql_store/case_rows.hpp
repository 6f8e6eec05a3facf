/// Every row about one case, read as it is.
#pragma once

#include <birthcase/store.hpp>

#include "kept.hpp"
#include "sql_store/look_up_rows.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::store {

struct LayerRow {
  std::int64_t place = 0;
  std::string profile{};
  std::string digest{};

  friend bool operator==(const LayerRow&, const LayerRow&) = default;
};

struct CaseRows {
  std::string id{};
  std::optional<KeptCase> row{};
  std::vector<LayerRow> layers{};
  std::vector<KeptEvent> events{};
  std::vector<KeptRow> messages{};  ///< those of events that are there
  std::vector<BirthRow> births{};
  std::vector<DeadlineRow> deadlines{};

  /// What the case's own row says of its last event; nothing where it has no row.
  Head head() const;
};

/// Within the caller's transaction.
Result<CaseRows> read_case(sql::Database& database, std::string_view case_id, Wanted wanted = Wanted::to_read);

/// The rows of a case's layers, the outermost first.
Result<sql::Query> ask_layers(sql::Database& database, std::string_view case_id);
Result<std::vector<LayerRow>> layers_in(sql::Query& asked);

}  // namespace birthcase::store
