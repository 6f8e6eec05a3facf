#include "office.hpp"

#include <birthcase/case_json.hpp>

#include <filesystem>
#include <utility>

namespace city {

namespace fs = std::filesystem;

Office::Office(std::string file, std::uint64_t seed, Tally& tally)
    : file_(std::move(file)), dice_(seed ^ 0x0FF1CEu), tally_(tally) {
  reopen();
}

void Office::reopen() {
  store_ = std::make_unique<UnsteadyStore>(store::open_sqlite(file_).value(), file_);
  desk_ = std::make_unique<store::Desk>(*store_);
}

void Office::let_power_fail() {
  constexpr Cut cuts[] = {Cut::before, Cut::within, Cut::after};
  store_->cut_next(cuts[dice_.between(0, 2)]);
}

// The handles go, and the file becomes what the disk held.
void Office::come_back(const std::string& case_id, const PowerCut& cut) {
  const auto known = case_id.empty() || !has(case_id) ? 0 : state(case_id).version;
  desk_.reset();
  store_.reset();
  for (const char* part : {"", "-wal", "-shm"}) fs::remove(file_ + part);
  const std::string left = UnsteadyStore::left_behind(file_);
  fs::rename(left, file_);
  if (fs::exists(left + "-wal")) fs::rename(left + "-wal", file_ + "-wal");
  reopen();
  ++tally_.power_cuts;
  if (has_messages) has_messages();
  tally_.cut_after_keeping += cut.kept ? 1 : 0;
  if (case_id.empty()) return;
  const auto version = version_of(case_id);
  if (cut.kept && version <= known) tally_.fault(case_id + ": a kept change is gone after a power cut");
  if (!cut.kept && version != known) tally_.fault(case_id + ": half of a change is there after a power cut");
  if (version > 0) cases_.insert_or_assign(case_id, desk_->load(case_id).value());
}

std::uint64_t Office::version_of(const std::string& case_id) {
  const auto stored = store_->load(case_id);
  return stored ? stored->events.size() : 0;
}

template <class Work>
store::Executed Office::through_cuts(const std::string& case_id, std::string_view kind, const DateTime& now,
                                     Work work) {
  for (;;) {
    try {
      store::Executed executed = work();
      if (executed) {
        ++tally_.done[std::string(kind)];
        take_in(case_id, *executed, now);
      } else {
        ++tally_.refused[executed.error().code];
      }
      return executed;
    } catch (const PowerCut& cut) {
      come_back(case_id, cut);
    }
  }
}

void Office::take_in(const std::string& case_id, const store::Outcome& outcome, const DateTime& now) {
  for (const auto& finding : outcome.decision.findings) ++tally_.remarks[finding.code];
  if (!outcome.alike.empty()) ++tally_.remarks["births-alike"];
  Case& mine = cases_.at(case_id);
  for (const birthcase::Event& event : outcome.decision.events) {
    ++tally_.events[std::string(birthcase::kind_of(event.body))];
    if (auto done = apply(mine, event); !done) tally_.fault(case_id + ": " + describe(done.error()));
  }
  if (mine.version != outcome.version) tally_.fault(case_id + ": the desk's events make another version");
  if (has_messages && !outcome.decision.messages.empty()) has_messages();
  if (!dice_.happens(10)) return;
  const auto kept = desk_->load(case_id);
  if (!kept || to_json(*kept, now) != to_json(mine, now)) tally_.fault(case_id + ": the file says otherwise");
}

store::Executed Office::open(const std::string& case_id, const birthcase::Profile& profile, const std::string& by,
                             const std::string& application, const DateTime& now) {
  cases_.insert_or_assign(case_id, Case(profile, case_id));
  return through_cuts(case_id, "open", now, [&] {
    return desk_->open(case_id, profile, {by, birthcase::commands::Open{application}}, now);
  });
}

store::Executed Office::execute(const std::string& case_id, const std::string& by, birthcase::CommandBody body,
                                const DateTime& now) {
  const birthcase::Command command{by, std::move(body)};
  return through_cuts(case_id, birthcase::kind_of(command.body), now,
                      [&] { return desk_->execute(case_id, command, now); });
}

std::vector<store::Leased> Office::lease(const std::string& connector, const DateTime& now) {
  try {
    return store_->lease({.connector = connector, .now = now, .seconds = 60, .limit = 64}).value();
  } catch (const PowerCut& cut) {
    come_back({}, cut);
    return {};
  }
}

bool Office::acknowledge(const std::string& message_id, const std::string& connector) {
  try {
    return store_->ack(message_id, connector).has_value();
  } catch (const PowerCut& cut) {
    come_back({}, cut);
    return false;
  }
}

}  // namespace city
