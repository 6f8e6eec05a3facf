// The wrapper for C++17, as a program with another compiler, standard and settings than the library's has it: this file
// is compiled as C++17 with the strictest warnings, once with exceptions and once without.
#include <birthcase_c.hpp>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <type_traits>
#include <utility>

namespace c = birthcase::c;

namespace {

void expect(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "not so: %s\n", what);
  std::exit(1);
}

static_assert(!std::is_copy_constructible_v<c::Plan> && std::is_nothrow_move_constructible_v<c::Plan>);
static_assert(!std::is_copy_constructible_v<c::Session> && std::is_nothrow_move_assignable_v<c::Session>);

c::Session open() {
  auto session = c::Session::open(BIRTHCASE_GB18030, BIRTHCASE_ENGLISH);
  expect(session.has_value(), "a session opens");
  return std::move(*session);
}

void check_facts(c::Session& session, const c::Profile& yiwu) {
  auto facts = session.application_new(yiwu).value();
  expect(session.application_put(facts, "mother.phone", BIRTHCASE_FAMILY, "12").has_value(), "a fact is put");
  const auto phone = session.application_get(facts, "mother.phone", BIRTHCASE_FAMILY);
  expect(phone->state == BIRTHCASE_FACT_KNOWN && phone->text == "12", "what was put is got, state and text");
  expect(session.application_validate(facts)->count == 1, "what is wrong is counted");
  const auto wrong = session.application_put(facts, "mother.fon", BIRTHCASE_FAMILY, "12");
  expect(!wrong && wrong.status() == BIRTHCASE_UNKNOWN_NAME, "a wrong name is an error");
  expect(wrong.failure().message.find("fon") != std::string::npos, "with the library's message");
  expect(wrong.failure().json.find("\"status\":2") != std::string::npos, "and its JSON");
}

void check_handles(c::Session& session, const c::Profile& yiwu) {
  auto first = session.plan_document(yiwu, "{}", "2019-06-10");
  expect(first.has_value() && first->front() == '{', "a text is a copy");
  const std::string kept = *first;
  expect(session.profile_id(yiwu).value() == "yiwu" && *first == kept, "which the next call does not change");
  c::Profile shared = session.profile_share(yiwu).value();
  c::Profile moved = std::move(shared);
  expect(moved && !shared, "a handle moves");
  shared = std::move(moved);
  expect(shared && !moved, "and is assigned");
  const auto compared = session.compare({yiwu.get(), shared.get()}, "2019-06-10");
  expect(compared.has_value(), "several profiles are compared");
  const auto none = session.plan_json(c::Plan());
  expect(none.status() == BIRTHCASE_BAD_HANDLE, "an empty handle is an error");
  expect(session.profile_built_in("no-such-city").value_or(c::Profile()).get() == nullptr, "value_or gives the other");
}

void check_columns(c::Session& session, const c::Profile& yiwu) {
  const auto block = session.plan_columns(yiwu, "{}{}", {0, 2, 4}, "2019-06-10", {BIRTHCASE_PLAN_SHEETS});
  expect(block.has_value() && block->size() >= 48, "two births are planned at once");
  expect(session.plan_columns(yiwu, "", {}, "2019-06-10", {}).status() == BIRTHCASE_OK, "none is planned as well");
}

void check_exceptions(c::Session& session) {
#if defined(__cpp_exceptions)
  try {
    (void)session.profile_built_in("no-such-city").or_throw();
    expect(false, "a failed call throws where that is wanted");
  } catch (const c::Failed& failed) {
    expect(failed.failure().status == BIRTHCASE_UNKNOWN_NAME, "what is thrown has the status");
  }
#else
  expect(session.built_in_count().value() >= 4, "a number is an answer");
#endif
}

}  // namespace

int main() {
  c::Session session = open();
  const c::Profile yiwu = session.profile_built_in("yiwu").value();
  check_facts(session, yiwu);
  check_handles(session, yiwu);
  check_columns(session, yiwu);
  check_exceptions(session);
  std::printf("the wrapper of %s does what it says\n", std::string(c::version()).c_str());
}
