#include <birthcase/store.hpp>

#include "case/names.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace birthcase::store {
namespace {

Error replays_nothing() {
  return {.kind = ErrorKind::refused, .message = "this store cannot compare its rows with a replay of the events"};
}

Error notes_no_heads() {
  return {.kind = ErrorKind::refused, .message = "this store cannot be compared with a note of its heads"};
}

Error counts_no_failures() {
  return {.kind = ErrorKind::refused, .message = "this store does not count how often messages fail"};
}

}  // namespace

Result<Verification> Store::verify_replayed(std::string_view, const Replay&) { return replays_nothing(); }

Result<Repair> Store::repair(std::string_view, const Replay&) { return replays_nothing(); }

Result<std::string> Store::import_replayed(std::string_view, const Replay&) { return replays_nothing(); }

Result<std::vector<Head>> Store::heads(std::string_view, int) { return notes_no_heads(); }

Result<std::vector<Break>> Store::breaks_against(std::span<const Head>) { return notes_no_heads(); }

Result<std::vector<Deadline>> Store::due_after(DuePlace&, const Due&, int) {
  return Error{.kind = ErrorKind::refused, .message = "this store tells what is due only all at once"};
}

Result<Waiting> Store::failed(const Failure&) { return counts_no_failures(); }

Result<void> Store::retry(std::string_view) { return counts_no_failures(); }

Result<std::vector<Waiting>> Store::waiting(std::string_view, int, bool) { return counts_no_failures(); }

std::vector<Damaged> Store::take_damaged() { return std::exchange(damaged_, {}); }

// A text that can be no case's id may be anything, and is shown to nobody.
void Store::leave_out(Damaged row) {
  if (!cases::is_case_id(row.case_id)) row.case_id.clear();
  if (std::find(damaged_.begin(), damaged_.end(), row) == damaged_.end()) damaged_.push_back(std::move(row));
}

Result<std::vector<BirthKey>> Store::births_of(std::string_view mother_id_number, const DateTime& from,
                                               const DateTime& until) {
  auto found = births(from, until);
  if (found) {
    std::erase_if(*found, [&](const BirthKey& birth) { return birth.mother_id_number != mother_id_number; });
  }
  return found;
}

Result<std::vector<Event>> Store::erase_unread(const UnreadErasure&) {
  return Error{.kind = ErrorKind::refused, .message = "this store cannot erase a case that it cannot read"};
}

Result<bool> Store::is_erasure_unfinished(std::string_view) { return false; }

Result<void> Store::finish_erasures() { return {}; }

Result<bool> Store::lacks_texts(std::string_view) { return false; }

}  // namespace birthcase::store
