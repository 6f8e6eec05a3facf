// What does this family bring? A half-filled record is enough to ask. Through the C library, with a compiler of C++17.
#include <birthcase_c.hpp>
#include <cstdio>

namespace c = birthcase::c;

// What went wrong, for the log.
int failed(const c::Failure& failure) {
  std::fprintf(stderr, "%s\n", failure.message.c_str());
  return 1;
}

int main() {
  auto session = c::Session::open();
  if (!session) return failed(session.failure());
  auto yiwu = session->profile_built_in("yiwu");
  if (!yiwu) return failed(yiwu.failure());
  auto known = session->application_parse(*yiwu, R"({
    "channel": "hospital", "applicant": {"role": "mother"}, "father": {"id_type": "01"},
    "marriage": {"status": "20"}, "settlement": {"with": "father"},
    "mother": {"id_type": "01", "hukou": {"division": "330108"}}})");
  if (!known) return failed(known.failure());
  auto plan = session->plan_new(*yiwu, *known, "2019-06-10");
  if (!plan) return failed(plan.failure());
  const auto count = session->plan_count(*plan, BIRTHCASE_EVIDENCE).value_or(0);
  for (std::int32_t item = 0; item < count; ++item) {
    if (session->plan_text(*plan, BIRTHCASE_EVIDENCE_STATUS, item).value_or("") != "bring") continue;
    std::puts(session->plan_text(*plan, BIRTHCASE_EVIDENCE_LABEL, item).value_or("").c_str());
  }
}
