// Calls that make, copy, carry over, plan and free, and those of the session itself.
#include "calls_case.hpp"
#include "documented.hpp"
#include "plan_columns.hpp"
#include "plan_walk.hpp"
#include "secret.hpp"
#include "vocabulary.hpp"

#include <limits>
#include <vector>

namespace fuzz {

void Case::start() {
  Facts& facts = any_facts();
  const auto profile =
      handle_from<const birthcase_profile>(input_, any_profile(), static_cast<birthcase_session*>(watcher_));
  Application made;
  const auto status = birthcase_application_new(caller_, profile.given, made.out());
  judge(status, only_ok, profile.wrong, false);
  replace(facts, std::move(made), status);
}

// The JSON of another application, of the same place or another, or what the input has.
void Case::parse() {
  Facts& facts = any_facts();
  const auto profile =
      handle_from<const birthcase_profile>(input_, any_profile(), static_cast<birthcase_session*>(watcher_));
  const std::array<std::string_view, 1> own{any_facts().json};
  const Text json = text_from(input_, caller_, own);
  may_tell_ |= is_in_a_key({json.memory.data(), json.memory.size()});
  Application made;
  const auto status = birthcase_application_parse(caller_, profile.given, json.data(), json.length, made.out());
  judge(status, documented::application_parse, profile.wrong, json.impossible);
  replace(facts, std::move(made), status);
}

void Case::copy() {
  Facts& from = any_facts();
  Facts& to = any_facts();
  const auto application =
      handle_from<birthcase_application>(input_, from.handle, static_cast<birthcase_session*>(watcher_));
  Application made;
  const auto status = birthcase_application_copy(caller_, application.given, made.out());
  judge(from, status, only_ok, application.wrong, false);
  if (status == BIRTHCASE_OK) must_equal(watcher_.json_of(made), from.json, "a copy has the same facts");
  replace(to, std::move(made), status);
}

void Case::under() {
  Facts& from = any_facts();
  Facts& to = any_facts();
  const auto application =
      handle_from<birthcase_application>(input_, from.handle, static_cast<birthcase_session*>(watcher_));
  const auto profile =
      handle_from<const birthcase_profile>(input_, any_profile(), static_cast<birthcase_session*>(watcher_));
  Application made;
  const auto status = birthcase_application_under(caller_, application.given, profile.given, made.out());
  judge(from, status, only_ok, application.wrong || profile.wrong, false);
  replace(to, std::move(made), status);
}

void Case::free_application() {
  Facts& facts = any_facts();
  if (input_.below(4) == 0) {
    auto* wrong = reinterpret_cast<birthcase_application*>(static_cast<birthcase_session*>(watcher_));
    must(birthcase_application_free(&wrong) == BIRTHCASE_BAD_HANDLE && wrong != nullptr, "only its kind is freed");
    must(birthcase_application_free(nullptr) == BIRTHCASE_BAD_HANDLE, "freeing needs the address of a handle");
    return;
  }
  must(birthcase_application_free(facts.handle.out()) == BIRTHCASE_OK && facts.handle == nullptr, "a handle is freed");
  must(birthcase_application_free(facts.handle.out()) == BIRTHCASE_OK, "freeing NULL does nothing");
}

void Case::plan() {
  Facts& facts = any_facts();
  Answer& answer = any_plan();
  const auto application =
      handle_from<birthcase_application>(input_, facts.handle, static_cast<birthcase_session*>(watcher_));
  const auto profile =
      handle_from<const birthcase_profile>(input_, any_profile(), static_cast<birthcase_session*>(watcher_));
  const Text day = text_from(input_, caller_, days);
  Plan made;
  const auto status = birthcase_plan_new(caller_, profile.given, application.given, day.data(), day.length, made.out());
  judge(facts, status, documented::plan_new, application.wrong || profile.wrong, day.impossible);
  must((status == BIRTHCASE_OK) == (made != nullptr), "a handle is there if and only if the call succeeded");
  if (status != BIRTHCASE_OK) return;
  columns_agree(caller_, profile.given, meaning(caller_, facts.json), day);
  answer.handle = std::move(made);
  answer.json = watcher_.json_of(answer.handle);
}

void Case::read_plan() {
  Answer& answer = any_plan();
  const auto plan = handle_from<birthcase_plan>(input_, answer.handle, static_cast<birthcase_session*>(watcher_));
  if (!plan.wrong && input_.below(4) == 0) return walk(caller_, answer.handle);
  const auto attribute = static_cast<std::int32_t>(100 * input_.below(10) + input_.below(20));
  const std::array<std::int32_t, 6> indexes{
      0, 1, 7, -1, std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()};
  const std::int32_t index = input_.one_of(indexes);
  const char* text = nullptr;
  std::int64_t length = 0;
  const auto status = birthcase_plan_text(caller_, plan.given, attribute, index, &text, &length);
  if (status == BIRTHCASE_OK) (void)caller_.yielded(text, length);
  judge(status, documented::plan_text, plan.wrong, index < 0);
  std::int32_t count = -7;
  const auto counted = birthcase_plan_count(caller_, plan.given, attribute % 100, &count);
  judge(counted, documented::plan_count, plan.wrong, false);
  must(counted == BIRTHCASE_OK ? count >= 0 : count == -7, "items are counted if and only if the call succeeded");
  constexpr std::array<std::string_view, 5> names{"", "evidence", "due,as_of,due", "evidence,papers", ","};
  const std::string_view parts = names[static_cast<std::size_t>(attribute) % names.size()];
  const auto chosen =
      birthcase_plan_json_parts(caller_, plan.given, parts.data(), length_of(parts), index, &text, &length);
  if (chosen == BIRTHCASE_OK) (void)caller_.yielded(text, length);
  judge(chosen, documented::plan_json_parts, plan.wrong, index < 0 || index > 1);
}

void Case::free_plan() {
  Answer& answer = any_plan();
  must(birthcase_plan_free(answer.handle.out()) == BIRTHCASE_OK && answer.handle == nullptr, "a handle is freed");
  must(birthcase_plan_free(answer.handle.out()) == BIRTHCASE_OK, "freeing NULL does nothing");
}

// The last text, into memory that may be too small for it.
void Case::copy_text() {
  const auto room = static_cast<std::int64_t>(input_.byte()) - 2;
  std::vector<char> buffer(room < 0 ? 0 : static_cast<std::size_t>(room), '?');
  std::int64_t needed = -7;
  const auto status = birthcase_session_copy_text(caller_, buffer.data(), room, &needed);
  caller_.check(status, documented::session_copy_text);
  must((status == BIRTHCASE_BAD_ARGUMENT) == (room < 0), "a capacity is not negative");
  must(status != BIRTHCASE_OK || (needed <= room && buffer[static_cast<std::size_t>(needed) - 1] == '\0'),
       "a text is copied with its NUL");
  must(status != BIRTHCASE_BUFFER_TOO_SMALL || needed > room, "too small a buffer is told what is needed");
  for (const char c : buffer) must(status == BIRTHCASE_OK || c == '?', "nothing is copied where it does not fit");
}

void Case::convert() {
  const auto from = static_cast<std::int32_t>(input_.below(6)) - 1;
  const auto to = static_cast<std::int32_t>(input_.below(6)) - 1;
  const Text bytes = text_from(input_, caller_, fact_values);
  const char* text = nullptr;
  std::int64_t length = 0;
  const auto status = birthcase_convert(caller_, from, to, bytes.data(), bytes.length, &text, &length);
  if (status == BIRTHCASE_OK) (void)caller_.yielded(text, length);
  const bool impossible = bytes.impossible || from < 0 || from > 3 || to < 0 || to > 3;
  judge(status, documented::convert, false, impossible);
}

// Objects outlive the session that they were made with.
void Case::reopen() {
  caller_ = Caller(static_cast<std::int32_t>(input_.below(4)), static_cast<std::int32_t>(input_.below(2)));
  birthcase_session* none = reinterpret_cast<birthcase_session*>(&input_);
  const auto odd = 4 + static_cast<std::int32_t>(input_.below(3));
  must(birthcase_session_new(odd, 0, &none) == BIRTHCASE_BAD_ARGUMENT && none == nullptr, "there are four encodings");
  must(birthcase_session_new(0, odd, &none) == BIRTHCASE_BAD_ARGUMENT && none == nullptr, "there are two languages");
  nothing_else_changed();
}

}  // namespace fuzz
