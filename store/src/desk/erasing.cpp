// Forgetting the people of a case, also where it cannot be loaded, and saying so only once nothing is left.
#include <birthcase/desk.hpp>

#include "case/names.hpp"
#include "case/refusals.hpp"

#include <utility>

namespace birthcase::store {

std::string_view name_of(Erasure erasure) noexcept { return erasure == Erasure::finished ? "finished" : "unfinished"; }

void Outcome::leave_unfinished() {
  erasure = Erasure::unfinished;
  decision.findings.push_back({Severity::warning,
                               "erasure-unfinished",
                               {},
                               {"个人信息已清除，但仍有程序在读取旧数据，旧内容尚未完全抹去；请待其结束后再次执行清除",
                                "forgotten, but old pages are still held by a reader, and the texts stand in them: run "
                                "`erase` again once it has "
                                "ended"}});
}

// A disk that fails, or a store that is busy, is no damage of the case: it may be under way.
Result<bool> Desk::is_damaged(std::string_view case_id, const std::optional<Error>& loading) {
  if (loading && loading->kind != ErrorKind::storage) return true;
  const auto verified = store_.verify(case_id);
  if (!verified) return verified.error();
  return !verified->breaks.empty();
}

Executed Desk::erase_unread(std::string_view case_id, const Command& command, const DateTime& now,
                            std::optional<std::uint64_t> expected_version, const BeforeKeeping& before_keeping) {
  if (!cases::is_actor(command.by)) return cases::refuse("bad-actor", "/by");
  if (now.is_special()) return cases::refuse("no-moment");
  Outcome outcome{.erasure = Erasure::finished};
  if (before_keeping) before_keeping(outcome);
  auto events =
      store_.erase_unread({.case_id = case_id, .by = command.by, .now = now, .expected_version = expected_version});
  if (!events) return cases::refuse(events.error());
  if (events->empty()) return erase_again(case_id, 0);
  outcome.version = events->back().sequence;
  outcome.decision.events = std::move(*events);
  if (auto told = tell_unfinished(case_id, outcome); !told) return cases::refuse(told.error());
  return outcome;
}

// Everything is forgotten already; whether anything of it is left is looked at anew.
Executed Desk::erase_again(std::string_view case_id, std::uint64_t version) {
  Outcome outcome{.version = version, .erasure = Erasure::finished};
  if (auto done = store_.finish_erasures(); !done) return cases::refuse(done.error());
  if (auto told = tell_unfinished(case_id, outcome); !told) return cases::refuse(told.error());
  return outcome;
}

Result<void> Desk::tell_unfinished(std::string_view case_id, Outcome& outcome) {
  const auto unfinished = store_.is_erasure_unfinished(case_id);
  if (!unfinished) return unfinished.error();
  if (*unfinished) outcome.leave_unfinished();
  return {};
}

}  // namespace birthcase::store
