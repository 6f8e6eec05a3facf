// Calls about one case in any order, with arguments right and wrong: a refusal and an error change nothing and tell
// nothing, and the events always make the same case again.
//
// Input: a byte for the encoding and language, then calls: a byte for which, bytes for its arguments.
#include "arguments.hpp"
#include "birthcase_case.h"
#include "documented.hpp"
#include "secret.hpp"
#include "target.hpp"
#include "vocabulary.hpp"

namespace fuzz {
namespace {

using Birth = Owned<birthcase_case, birthcase_case_free>;

constexpr std::size_t most_calls = 40;
constexpr std::string_view last_moment = "2019-07-01T09:00";

class Life {
 public:
  explicit Life(Bytes& input);

  void run();

 private:
  void call();
  void perform();
  void replay();
  void look();
  void read_events();
  void plan();
  void print();

  Handle<birthcase_case> handle();
  Text any_command() { return text_from(input_, caller_, case_commands); }
  std::string events(const birthcase_case* of);
  std::string state(const birthcase_case* of);
  void judge(birthcase_status status, Statuses allowed, bool wrong_handle, bool impossible);
  void must_be_made_by(const std::string& events);

  Bytes& input_;
  Caller caller_;
  Caller watcher_;  // looks at the case without using the session under test
  Birth birth_;
  std::string events_ = "[]";
};

Life::Life(Bytes& input)
    : input_(input),
      caller_(static_cast<std::int32_t>(input.below(4)), static_cast<std::int32_t>(input.below(2))),
      watcher_(BIRTHCASE_UTF8, BIRTHCASE_ENGLISH) {
  watcher_.check(birthcase_case_new(watcher_, built_in("wenling"), "wl-1", 4, birth_.out()), only_ok);
}

void Life::run() {
  for (std::size_t calls = 0; calls < most_calls && !input_.empty(); ++calls) call();
  must_be_made_by(events_);
}

void Life::call() {
  using Call = void (Life::*)();
  constexpr std::array<Call, 9> calls{&Life::perform, &Life::perform, &Life::perform,     &Life::perform, &Life::replay,
                                      &Life::look,    &Life::print,   &Life::read_events, &Life::plan};
  (this->*input_.one_of(calls))();
}

Handle<birthcase_case> Life::handle() {
  return handle_from<birthcase_case>(input_, birth_, static_cast<birthcase_session*>(watcher_));
}

void Life::perform() {
  const auto given = handle();
  const Text command = any_command();
  const Text now = text_from(input_, caller_, moments);
  const char* text = nullptr;
  std::int64_t length = 0;
  const auto status =
      birthcase_case_do(caller_, given.given, command.data(), command.length, now.data(), now.length, &text, &length);
  if (status == BIRTHCASE_OK) (void)caller_.yielded(text, length);
  judge(status, documented::case_do, given.wrong, command.impossible || now.impossible);
  const std::string after = events(birth_);
  if (status != BIRTHCASE_OK) return must_equal(after, events_, "a failed call changes nothing");
  const std::string_view before(events_.data(), events_.size() - 1);  // without the bracket
  must(std::string_view(after).starts_with(before), "what has happened stays");
  events_ = after;
}

void Life::replay() {
  const std::array<std::string_view, 1> own{events_};
  const Text log = text_from(input_, caller_, own);
  const auto profile =
      handle_from<const birthcase_profile>(input_, built_in("wenling"), static_cast<birthcase_session*>(watcher_));
  Birth made;
  const auto status = birthcase_case_replay(caller_, profile.given, log.data(), log.length, made.out());
  judge(status, documented::case_replay, profile.wrong, log.impossible);
  must((status == BIRTHCASE_OK) == (made != nullptr), "a handle is there if and only if the call succeeded");
  if (status == BIRTHCASE_OK && log.utf8 == events_) must_equal(state(made), state(birth_), "events make the case");
}

void Life::look() {
  const auto given = handle();
  const Text now = text_from(input_, caller_, moments);
  const auto due = caller_.ask(given.wrong ? Statuses{BIRTHCASE_BAD_HANDLE} : documented::case_due, [&](auto... out) {
    return birthcase_case_due(caller_, given.given, now.data(), now.length, out...);
  });
  const auto json = caller_.ask(given.wrong ? Statuses{BIRTHCASE_BAD_HANDLE} : documented::case_json, [&](auto... out) {
    return birthcase_case_json(caller_, given.given, now.data(), now.length, out...);
  });
  must(due.has_value() == json.has_value(), "what is due can be told whenever the state can");
  if (json) must(read_json(caller_.utf8(*json)).is_object(), "the state is an object");
}

// Whatever has become of a case, its papers can be printed, or it is said why not.
void Life::print() {
  constexpr std::array<std::string_view, 7> papers{"application-form", "notice",          "deferral-undertaking",
                                                   "receipt",          "hand-over-sheet", "supplement-notice",
                                                   "7194830265"};
  constexpr Statuses printing{BIRTHCASE_OK, BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_MISSING, BIRTHCASE_REFUSED};
  const auto given = handle();
  const std::string_view paper = input_.one_of(papers);
  const std::string_view format = input_.byte() % 2 == 0 ? "html" : "text";
  (void)caller_.ask(given.wrong ? Statuses{BIRTHCASE_BAD_HANDLE} : printing, [&](auto... out) {
    return birthcase_case_paper(caller_, given.given, paper.data(), length_of(paper), "public-security", 15,
                                "2019-04-29", 10, format.data(), length_of(format), out...);
  });
}

void Life::read_events() {
  const auto given = handle();
  std::int64_t version = -7;
  const auto told = birthcase_case_version(caller_, given.given, &version);
  judge(told, only_ok, given.wrong, false);
  const std::int64_t after = static_cast<std::int64_t>(input_.byte()) - 8;
  const auto rest =
      caller_.ask(given.wrong ? Statuses{BIRTHCASE_BAD_HANDLE} : documented::case_events,
                  [&](auto... out) { return birthcase_case_events(caller_, given.given, after, out...); });
  must(rest.has_value() == (!given.wrong && after >= 0 && after <= version), "events are there up to the last");
}

void Life::plan() {
  const auto given = handle();
  const Text today = text_from(input_, caller_, days);
  Plan made;
  const auto status = birthcase_case_plan(caller_, given.given, today.data(), today.length, made.out());
  judge(status, documented::case_plan, given.wrong, today.impossible);
  must((status == BIRTHCASE_OK) == (made != nullptr), "a handle is there if and only if the call succeeded");
}

std::string Life::events(const birthcase_case* of) {
  return watcher_.get([&](auto... out) { return birthcase_case_events(watcher_, of, 0, out...); });
}

std::string Life::state(const birthcase_case* of) {
  return watcher_.get([&](auto... out) {
    return birthcase_case_json(watcher_, of, last_moment.data(), length_of(last_moment), out...);
  });
}

void Life::judge(birthcase_status status, Statuses allowed, bool wrong_handle, bool impossible) {
  if (wrong_handle) allowed = {BIRTHCASE_BAD_HANDLE};
  must(!impossible || status != BIRTHCASE_OK, "an argument that cannot be is refused");
  caller_.check(status, allowed);
  if (status != BIRTHCASE_OK) must_not_tell(caller_.error() + caller_.error_line());
}

void Life::must_be_made_by(const std::string& events) {
  if (events == "[]") return;
  Birth again;
  watcher_.check(birthcase_case_replay(watcher_, built_in("wenling"), events.data(), length_of(events), again.out()),
                 only_ok);
  must_equal(state(again), state(birth_), "the events make the same case again");
}

}  // namespace
}  // namespace fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes input(data, size);
  fuzz::Life(input).run();
  return 0;
}
