#include "verification/outbox_states.hpp"

#include "case/names.hpp"
#include "sql_store/failures.hpp"

#include <algorithm>
#include <string>

namespace birthcase::store {
namespace {

constexpr long longest_lease = 86'400;  // seconds

const KeptRow* row_of(const std::vector<KeptRow>& rows, std::string_view message_id) noexcept {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const KeptRow& row) { return row.message.id == message_id; });
  return found == rows.end() ? nullptr : &*found;
}

const char* impossible_state(const KeptRow& row, const std::vector<KeptRow>& rows, bool withdrawn, bool erased) {
  if (!row.acknowledged && erased) return "expected 1: the case was erased, and nothing of it waited then";
  if (!row.acknowledged && withdrawn) return "expected 1: it was cancelled before anybody was handed it";
  if (!row.acknowledged && is_overtaken(row, rows)) {
    return "expected 1: a later message of its step has been handed out";
  }
  if (row.acknowledged && row.attempts == 0 && !withdrawn) return "expected 0: nobody was ever handed it";
  return nullptr;
}

}  // namespace

std::set<std::uint64_t> withdrawn_unseen(const std::vector<KeptRow>& rows, const Replayed& replayed) {
  std::set<std::uint64_t> withdrawn;
  for (const ReplayedMessage& each : replayed.messages) {
    if (each.message.kind != MessageKind::cancellation) continue;
    const KeptRow* request = row_of(rows, each.message.replaces);
    if (request == nullptr || request->attempts > 0) continue;
    for (const KeptRow& row : rows) {
      const bool about_it = row.step == request->step && row.message.sequence >= request->message.sequence &&
                            row.message.sequence <= each.sequence;
      if (about_it && row.attempts == 0) withdrawn.insert(row.message.sequence);
    }
  }
  return withdrawn;
}

bool is_overtaken(const KeptRow& row, const std::vector<KeptRow>& rows) {
  return std::any_of(rows.begin(), rows.end(), [&row](const KeptRow& other) {
    return other.step == row.step && other.number > row.number && other.attempts > 0;
  });
}

bool has_possible_lease(const KeptRow& row) {
  if (row.odd_lease) return false;
  const bool none = row.connector.empty() && row.leased_at.empty() && row.leased_until.empty();
  if (none) return !row.dead;
  if (!cases::is_actor(row.connector) || row.attempts == 0) return false;
  const auto until = parse_date_time(row.leased_until);
  if (row.leased_at.empty()) {  // dead, or waiting after a failure
    const bool paused = until && to_string(*until) == row.leased_until;
    return row.failures > 0 && (row.dead ? row.leased_until.empty() : paused);
  }
  const auto from = parse_date_time(row.leased_at);
  if (!from || !until || row.dead) return false;
  if (to_string(*from) != row.leased_at || to_string(*until) != row.leased_until) return false;
  return *from <= *until && (*until - *from).total_seconds() <= longest_lease;
}

const char* impossible_failures(const KeptRow& row) {
  if (row.odd_failures || row.failures > row.attempts) return "outbox.failures";
  if (row.odd_dead || (row.dead && row.failures == 0)) return "outbox.dead";
  if (row.odd_failure) return "outbox.failure";
  const bool fits = row.failures == 0 ? row.failure.empty() : is_failure_code(row.failure);
  return fits ? nullptr : "outbox.failure";
}

void check_states(std::string_view case_id, const std::vector<KeptRow>& rows, const Replayed& replayed,
                  std::vector<Break>& breaks) {
  const auto withdrawn = withdrawn_unseen(rows, replayed);
  for (const KeptRow& row : rows) {
    const std::uint64_t sequence = row.message.sequence;
    if (row.odd_acknowledged)
      breaks.push_back({std::string(case_id), sequence, "expected 0 or 1", "outbox.acknowledged"});
    if (row.odd_attempts) {
      breaks.push_back({std::string(case_id), sequence, "expected how often it was handed out", "outbox.attempts"});
    }
    if (const char* what = impossible_state(row, rows, withdrawn.contains(sequence), replayed.erased)) {
      breaks.push_back({std::string(case_id), sequence, what, "outbox.acknowledged"});
    }
    if (const char* column = impossible_failures(row)) {
      breaks.push_back({std::string(case_id), sequence,
                        "expected how often in a row it failed, no more often than it was handed out, and the code of "
                        "the last failure; or none",
                        column});
    }
    if (has_possible_lease(row)) continue;
    breaks.push_back({std::string(case_id), sequence,
                      "expected a connector, and from when until when it has the message, a day at most; or until when "
                      "it waits after a failure; or none of the three",
                      "outbox.leased_until"});
  }
}

}  // namespace birthcase::store
