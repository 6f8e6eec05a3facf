/// One case looked at whole: its chain, a replay of its events, and every row compared with it.
#pragma once

#include <birthcase/store.hpp>

#include "sql/database.hpp"
#include "sql_store/case_rows.hpp"
#include "sql_store/rules_texts.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace birthcase::store {

struct Examination {
  CaseRows rows{};
  std::optional<Replayed> replayed{};  ///< where the events hold, and could be replayed
  std::vector<Break> breaks{};
  bool profile_unknown = false;  ///< a draft that could not be replayed for want of its profile
};

/// Within the caller's transaction.
Result<Examination> examine(sql::Database& database, RulesTexts& rules, std::string_view case_id, const Replay& replay,
                            Wanted wanted = Wanted::to_read);

/// The same of rows that were read.
Result<Examination> examine(sql::Database& database, RulesTexts& rules, CaseRows rows, const Replay& replay);

/// A text that can be no case's id may be anything, and is shown to nobody.
void hide_odd_ids(std::vector<Break>& breaks);

}  // namespace birthcase::store
