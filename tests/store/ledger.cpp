#include "ledger.hpp"

#include <birthcase/case_json.hpp>
#include <birthcase/store.hpp>

#include "child_process.hpp"
#include "kill_worker.hpp"
#include "raw.hpp"

#include <functional>
#include <stdexcept>

namespace birthcase::tests {
namespace {

// Rows of texts, past the store; false where the database could not be asked.
bool each_row(const std::string& location, const char* sql,
              const std::function<void(const std::vector<std::string>&)>& take) try {
  for (const auto& row : Raw(location).rows(sql)) take(row);
  return true;
} catch (const std::runtime_error&) {
  return false;
}

}  // namespace

void Ledger::take(std::string_view line) {
  const auto said = words(line);
  if (said.size() == 4 && said[0] == "kept") {
    ++answers;
    answered_[said[1]].push_back({std::stoull(said[2]), said[3]});
  } else if (said.size() == 3 && said[0] == "sent") {
    take_delivery(said[1], said[2]);
  } else if (said.size() == 2 && said[0] == "acked") {
    acknowledged_[said[1]] = true;
  } else {
    fault("a worker said: " + std::string(line));
  }
}

void Ledger::take_delivery(const std::string& message, const std::string& digest) {
  ++deliveries;
  const auto [received, first] = received_.emplace(message, digest);
  if (first) ++effects;
  if (received->second != digest) fault(message + " came a second time with another body");
  if (acknowledged_[message]) fault(message + " came again although it was acknowledged");
}

void Ledger::compare(const std::string& file) {
  const auto store = store::open(file);
  if (!store) return fault("the file cannot be opened: " + store.error().message);
  const auto verified = (*store)->verify();
  if (!verified) return fault("the file cannot be verified: " + verified.error().message);
  for (const store::Break& broken : verified->breaks) {
    fault("verify: " + broken.case_id + "/" + std::to_string(broken.sequence) + ": " + broken.what);
  }
  compare_answers(file);
  compare_outbox(file);
}

// Every answer is there, as the event that it was.
void Ledger::compare_answers(const std::string& file) {
  std::map<std::string, std::vector<std::string>> digests;  // of the events of each case
  const bool read = each_row(
      file, "SELECT case_id, type, data FROM events ORDER BY case_id, sequence",
      [&](const std::vector<std::string>& row) { digests[row[0]].push_back(digest_of_event(row[1], row[2])); });
  if (!read) fault("the events cannot be read");
  for (const auto& [case_id, answers_of_case] : answered_) {
    const auto& kept = digests[case_id];
    for (const Answer& answer : answers_of_case) {
      if (answer.version > kept.size()) {
        fault(case_id + ": version " + std::to_string(answer.version) + " was acknowledged and is lost");
      } else if (kept[answer.version - 1] != answer.digest) {
        fault(case_id + ": event " + std::to_string(answer.version) + " is not the one that was acknowledged");
      }
    }
  }
}

// A message for each event that made one, an event for each message, and nothing came that is not kept.
void Ledger::compare_outbox(const std::string& file) {
  struct Kept {
    bool acknowledged = false;
    bool handed_out = false;  // one that was void before anybody had it is dropped
  };
  std::map<std::string, Kept> kept;  // by message
  const bool read = each_row(
      file,
      "SELECT e.case_id, e.sequence, o.message_id, o.acknowledged, e.data, o.attempts FROM events e LEFT JOIN outbox o"
      " ON o.case_id = e.case_id AND o.sequence = e.sequence WHERE e.type IN ('step-dispatched', 'notice-sent')",
      [&](const std::vector<std::string>& row) {
        if (row[2].empty()) return fault(row[0] + "/" + row[1] + ": the message of this event is missing");
        if (row[4].find('"' + row[2] + '"') == std::string::npos) fault(row[2] + " is another event's message");
        kept[row[2]] = {row[3] == "1", row[5] != "0"};
      });
  if (!read) fault("the outbox cannot be read");
  std::uint64_t rows = 0;
  if (!each_row(file, "SELECT message_id FROM outbox", [&](const auto&) { ++rows; }))
    fault("the outbox cannot be read");
  if (rows != kept.size()) fault("there are messages of no event");
  for (const auto& [message, digest] : received_) {
    if (!kept.contains(message)) fault(message + " was carried, and is not in the outbox");
  }
  for (const auto& [message, acknowledged] : acknowledged_) {
    if (acknowledged && kept.contains(message) && !kept[message].acknowledged)
      fault(message + ": its acknowledgement is lost");
  }
  for (const auto& [message, at] : kept) {
    const bool came = received_.contains(message);
    if (at.acknowledged && at.handed_out && !came) fault(message + " counts as carried, and never came");
    if (!at.handed_out && came) fault(message + " came, and was handed out to nobody");
  }
}

void Ledger::compare_at_the_end(const std::string& file) {
  compare(file);
  std::uint64_t messages = 0;
  const bool read =
      each_row(file, "SELECT message_id, acknowledged, attempts FROM outbox", [&](const std::vector<std::string>& row) {
        if (row[2] != "0") ++messages;
        if (row[1] != "1") fault(row[0] + " was not carried");
      });
  if (!read) fault("the outbox cannot be read");
  if (messages != received_.size()) {
    fault(std::to_string(messages) + " messages were handed out, " + std::to_string(received_.size()) +
          " had an effect");
  }
}

}  // namespace birthcase::tests
