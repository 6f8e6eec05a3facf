// Forgetting the people of a case, also where it cannot be loaded, and saying so only once nothing is left.
#include <birthcase/desk.hpp>

#include "case/names.hpp"
#include "case/refusals.hpp"
#include "texts/case-findings.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace birthcase::store {

std::string_view name_of(Erasure erasure) noexcept { return erasure == Erasure::finished ? "finished" : "unfinished"; }

namespace {

Finding unfinished_since(Label message) { return {Severity::warning, "erasure-unfinished", {}, std::move(message)}; }

// Births and deadlines follow from the events: an erasure removes them, whatever stands in them.
bool is_about_case(const Break& broken) {
  return !broken.where.starts_with("births") && !broken.where.starts_with("deadlines");
}

bool any_about_case(const std::vector<Break>& breaks) {
  return std::any_of(breaks.begin(), breaks.end(), is_about_case);
}

}  // namespace

void Outcome::leave_unfinished() {
  erasure = Erasure::unfinished;
  decision.findings.push_back(unfinished_since(texts::case_findings::erasure_waits_for_reader));
}

void Outcome::leave_lacking() {
  erasure = Erasure::unfinished;
  decision.findings.push_back(unfinished_since(texts::case_findings::erasure_lacks_rows));
}

// A disk that fails, or a store that is busy, is no damage of the case: it may be under way. A case under way that
// can be read goes on. One that looks erased, and was not, has lost its opening: the chain tells.
Result<bool> Desk::is_damaged(std::string_view case_id, const Result<Case>& loaded) {
  if (!loaded && loaded.error().kind != ErrorKind::storage) return true;
  if (loaded && loaded->status == CaseStatus::accepted && !loaded->erased) return false;
  auto chain = store_.verify(case_id);
  if (!chain) return chain.error();
  if (!loaded || any_about_case(chain->breaks)) return !chain->breaks.empty();
  if (loaded->erased) return store_.lacks_texts(case_id);
  const auto rows = verify(case_id);
  if (!rows) return rows.error().kind == ErrorKind::refused ? Result<bool>(false) : rows.error();
  return any_about_case(rows->breaks);
}

Executed Desk::erase_unread(std::string_view case_id, const Command& command, const DateTime& now,
                            std::optional<std::uint64_t> expected_version, const BeforeKeeping& before_keeping) {
  if (!cases::is_actor(command.by)) return cases::refuse(texts::refusals::bad_actor, "/by");
  if (now.is_special()) return cases::refuse(texts::refusals::no_moment);
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

// Everything is forgotten already; whether anything of it is left is looked at again.
Executed Desk::erase_again(std::string_view case_id, std::uint64_t version) {
  Outcome outcome{.version = version, .erasure = Erasure::finished};
  if (auto done = store_.finish_erasures(); !done) return cases::refuse(done.error());
  if (auto told = tell_unfinished(case_id, outcome); !told) return cases::refuse(told.error());
  return outcome;
}

Result<void> Desk::tell_unfinished(std::string_view case_id, Outcome& outcome) {
  const auto unfinished = store_.is_erasure_unfinished(case_id);
  if (!unfinished) return unfinished.error();
  if (!*unfinished) return {};
  const auto lacks = store_.lacks_texts(case_id);
  if (!lacks) return lacks.error();
  *lacks ? outcome.leave_lacking() : outcome.leave_unfinished();
  return {};
}

}  // namespace birthcase::store
