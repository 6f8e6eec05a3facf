#include "verification/case_check.hpp"

#include <birthcase/case_json.hpp>

#include "verification/outbox_states.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace birthcase::store {
namespace {

// Finds what is wrong with one case.
class Comparison {
 public:
  Comparison(const CaseRows& rows, const Replayed& replayed, const std::vector<LayerRow>& layers)
      : rows_(rows), replayed_(replayed), layers_(layers) {}

  std::vector<Break> run() && {
    check_row();
    check_layers();
    check_messages();
    check_states(rows_.id, rows_.messages, replayed_, breaks_);
    check_births();
    check_deadlines();
    return std::move(breaks_);
  }

 private:
  void broken(std::string_view where, std::string what, std::uint64_t sequence = 0) {
    breaks_.push_back({rows_.id, sequence, std::move(what), std::string(where)});
  }

  void check_row() {
    if (!rows_.row) return broken("cases", "the case has events, and no row of its own");
    const KeptCase& row = *rows_.row;
    if (row.profile != replayed_.profile) {
      broken("cases.profile", "expected the profile that the case was opened under");
    }
    if (row.status != to_string(replayed_.status)) {
      broken("cases.status", fmt::format("expected '{}', which the events come to", to_string(replayed_.status)));
    }
    if (row.changed_at != to_string(replayed_.changed_at)) {
      broken("cases.changed_at", "expected the moment of the last event: " + to_string(replayed_.changed_at));
    }
    if (row.look_ups == 0 || row.look_ups == rows_.events.size()) return;
    broken("cases.look_ups", fmt::format("expected {}, the last event; or 0 until births and deadlines are worked out",
                                         rows_.events.size()));
  }

  void check_layers() {
    if (rows_.layers == layers_) return;
    broken("layers",
           "expected the texts of the rules that the case was accepted under, the outermost first, and none of a "
           "draft; they cannot be rebuilt: take them from a backup or an export");
  }

  void check_messages() {
    std::int64_t last = 0;
    for (const ReplayedMessage& expected : replayed_.messages) {
      const auto row = std::find_if(rows_.messages.begin(), rows_.messages.end(),
                                    [&](const KeptRow& each) { return each.message.sequence == expected.sequence; });
      if (row == rows_.messages.end()) continue;  // the chain says so
      check_message(*row, expected);
      if (row->number <= last) {
        broken("outbox.number", "expected to come after the case's messages before it", expected.sequence);
      }
      last = row->number;
    }
    for (const KeptRow& row : rows_.messages) {
      const bool made = std::any_of(replayed_.messages.begin(), replayed_.messages.end(),
                                    [&](const auto& each) { return each.sequence == row.message.sequence; });
      if (!made) broken("outbox", "expected no row: the event makes no message", row.message.sequence);
    }
  }

  void check_message(const KeptRow& row, const ReplayedMessage& expected) {
    const Message& message = expected.message;
    if (row.message.id != message.id) {
      broken("outbox.message_id", "expected the id that the event gives", expected.sequence);
    }
    if (row.step != outbox_step(message)) {
      broken("outbox.step", "expected the step or look-up that the event is about", expected.sequence);
    }
    if (row.organisation != message.organisation) {
      broken("outbox.organisation", fmt::format("expected '{}', to whom the event sends it", message.organisation),
             expected.sequence);
    }
    if (row.message.body.erased || replayed_.erased) return;
    if (has_words_of(row.message.body.text, message, expected.exact)) return;
    broken("outbox.body", "expected the words that the events give", expected.sequence);
  }

  bool look_ups_are_worked_out() const { return rows_.row && rows_.row->look_ups == rows_.events.size(); }

  void check_births() {
    auto expected = look_ups_are_worked_out() ? rows_of(replayed_.births) : std::vector<BirthRow>();
    if (rows_.births.size() != expected.size()) {
      return broken("births", fmt::format("expected {} rows, and there are {}", expected.size(), rows_.births.size()));
    }
    for (std::size_t place = 0; place < expected.size(); ++place) {
      const BirthRow& row = rows_.births[place];
      if (row.mother == -1) expected[place].mother = -1;  // an older library's: found all the same
      if (row.newborn != expected[place].newborn) broken("births.newborn", "expected the newborns of the case");
      if (row.day != expected[place].day) broken("births.day", "expected the day that the facts give");
      if (row.mother != expected[place].mother) broken("births.mother", "expected the bucket of the mother's number");
      if (row.details != expected[place].details) broken("births.details", "expected what the facts give");
    }
  }

  void check_deadlines() {
    const auto expected = look_ups_are_worked_out() ? rows_of(replayed_.deadlines) : std::vector<DeadlineRow>();
    const auto& kept = rows_.deadlines;
    if (kept.size() != expected.size()) {
      return broken("deadlines", fmt::format("expected {} rows, and there are {}", expected.size(), kept.size()));
    }
    std::size_t place = 0;
    for (std::size_t each = 0; each < replayed_.deadlines.size() && place < expected.size(); ++each) {
      if (!has_row(replayed_.deadlines[each])) continue;
      check_deadline(kept[place], expected[place], replayed_.standings[each]);
      ++place;
    }
  }

  void check_deadline(const DeadlineRow& row, const DeadlineRow& expected, const std::vector<Standing>& standings) {
    const auto name = fmt::format("deadline {} of the case: ", expected.place + 1);
    if (row.place != expected.place) broken("deadlines.place", name + "expected to be numbered without a gap");
    if (row.what != expected.what) broken("deadlines.what", name + "expected '" + expected.what + "'");
    if (row.id != expected.id) broken("deadlines.id", name + "expected '" + expected.id + "'");
    if (row.due != expected.due) broken("deadlines.due", name + "expected " + expected.due);
    if (row.ends != expected.ends) broken("deadlines.ends", name + "expected " + expected.ends);
    const bool possible = std::any_of(standings.begin(), standings.end(),
                                      [&row](Standing each) { return row.standing == to_string(each); });
    if (!possible) broken("deadlines.standing", name + "expected one that it can have had since the last event");
  }

  const CaseRows& rows_;
  const Replayed& replayed_;
  const std::vector<LayerRow>& layers_;
  std::vector<Break> breaks_{};
};

// What a message says of itself: the same under whatever tables its facts are read.
bool say_the_same_of_themselves(std::string_view body, std::string_view expected) {
  boost::system::error_code failed;
  auto ours = boost::json::parse(body, failed);
  if (failed || !ours.is_object()) return false;
  auto theirs = boost::json::parse(expected);
  for (const char* key : {"fields", "evidence", "outputs", "provenance", "look_ups", "digest"}) {
    ours.as_object().erase(key);
    theirs.as_object().erase(key);
  }
  return ours == theirs;
}

}  // namespace

const std::string& outbox_step(const Message& message) noexcept {
  return message.step.empty() ? message.look_up : message.step;
}

bool has_words_of(std::string_view body, const Message& message, bool exact) {
  const std::string expected = to_json(message);
  return exact ? body == expected : say_the_same_of_themselves(body, expected);
}

std::vector<Break> compare(const CaseRows& rows, const Replayed& replayed, const std::vector<LayerRow>& layers) {
  return Comparison(rows, replayed, layers).run();
}

}  // namespace birthcase::store
