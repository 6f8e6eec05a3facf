// What is done to the file as such: its pages checked, its log emptied.
#include "sqlite/connection.hpp"

#include <new>
#include <sqlite3.h>
#include <utility>

namespace birthcase::store::sqlite {
namespace {

constexpr std::chrono::milliseconds patience_with_readers{1'000};

// A check that stopped for want of memory says so as if the page were damaged: with the code of SQLITE_NOMEM.
bool ran_out_of_memory(std::string_view said) noexcept { return said.ends_with("error code=7"); }

}  // namespace

Result<void> Connection::check_pages(std::vector<Break>& breaks) {
  auto rows = query("PRAGMA integrity_check(1)");
  if (!rows) return rows.error();
  const auto row = rows->next();
  if (!row) return row.error();
  const std::string said = *row ? rows->text(0) : "nothing";
  if (ran_out_of_memory(said)) throw std::bad_alloc();
  if (said != "ok") breaks.push_back({{}, 0, "the file is damaged: " + said, "pages"});
  return {};
}

// The pages as they were before stand in the write-ahead file until it is emptied, which waits for readers of them.
Result<std::vector<std::string>> Connection::sweep() {
  auto unfinished = texts("SELECT case_id FROM unfinished_erasures");  // others may note more of them meanwhile
  if (!unfinished || unfinished->empty()) return unfinished;
  // Writers wait meanwhile, so it must not take long.
  wait_at_most(patience_with_readers);
  const int code = sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  wait_at_most(patience);
  if (code != SQLITE_OK) return std::vector<std::string>();
  return unfinished;
}

}  // namespace birthcase::store::sqlite
