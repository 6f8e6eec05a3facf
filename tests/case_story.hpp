// A case driven by a test: commands at moments, departments that answer, and what came of it as short texts.
#pragma once

#include <birthcase/case.hpp>
#include <birthcase/case_json.hpp>
#include <birthcase/deadlines.hpp>

#include "applications.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::tests {

/// An ID number with its check digit: division, day of birth (`20190427`), a number whose last digit tells the sex.
std::string citizen_id(std::string_view division, std::string_view day, int order);

/// One case and its log.
class Story {
 public:
  explicit Story(std::string_view profile, std::string id = "case-1");
  explicit Story(Profile profile, std::string id = "case-1");

  /// The clock of the story; it only goes where a test sends it.
  Story& at(std::string_view moment);

  /// Carries a command out; fails the test where it is refused.
  Story& does(CommandBody body, std::string_view by = "window-1");

  /// The code of the refusal that a command meets; `done` where it is carried out. Either way the case stays as it is
  /// if it is refused, which is checked.
  std::string refused(CommandBody body, std::string_view by = "window-1");

  /// Opens with an example's document and accepts.
  Story& accepted(const Example& example, std::string_view moment);

  /// What a department answers to the open message of a step.
  Story& answers(std::string_view step, commands::AnswerKind kind, std::vector<NamedFact> outputs = {},
                 std::string reason = {});

  /// Dispatches what is ready and has it completed with made-up results, until nothing is ready any more.
  Story& runs(std::string_view until_nothing_of = {});

  /// The id of the message of a step that waits for an answer; fails the test if there is none.
  std::string message_of(std::string_view step) const;

  /// `ready`, `completed`, …
  std::string state(std::string_view step) const;

  /// `kept`, `overdue`, … now; of the whole case without a step.
  std::string standing(std::string_view step = {}) const;

  /// `2019-05-06`; `open`.
  std::string due(std::string_view step) const;

  /// The kinds of the events that the last command came to: `step-completed, step-readied`.
  std::string last_events() const;

  /// The results that a department could give for a step.
  std::vector<NamedFact> results_of(std::string_view step) const;

  const Case& state() const noexcept { return state_; }
  const Decision& last() const noexcept { return last_; }
  const std::vector<Event>& log() const noexcept { return log_; }
  const std::vector<Message>& sent() const noexcept { return sent_; }
  const DateTime& now() const noexcept { return now_; }

 private:
  Case state_;
  DateTime now_;
  Decision last_;
  std::vector<Event> log_;
  std::vector<Message> sent_;
};

}  // namespace birthcase::tests
