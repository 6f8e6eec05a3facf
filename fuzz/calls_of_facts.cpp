// Calls that tell facts and documents, and ask for them.
#include "calls_case.hpp"
#include "documented.hpp"
#include "secret.hpp"
#include "vocabulary.hpp"

namespace fuzz {

void Case::put() {
  const Named fact = named();
  const Text value = text_from(input_, caller_, fact_values);
  const auto status = birthcase_application_put(caller_, fact.application.given, fact.name.data(), fact.name.length,
                                                fact.newborn, value.data(), value.length);
  judge(fact.facts, status, documented::application_put, fact.application.wrong,
        fact.name.impossible || value.impossible);
  if (status == BIRTHCASE_OK) is_kept(fact, value);
}

void Case::put_none() {
  const Named fact = named();
  const auto status =
      birthcase_application_put_none(caller_, fact.application.given, fact.name.data(), fact.name.length, fact.newborn);
  judge(fact.facts, status, documented::application_put_none, fact.application.wrong, fact.name.impossible);
  if (status != BIRTHCASE_OK) return;
  const auto [state, text] = told(fact);
  must(state == BIRTHCASE_FACT_NONE && text.empty(), "of what there is none nothing can be got");
}

void Case::clear() {
  const Named fact = named();
  const auto status =
      birthcase_application_clear(caller_, fact.application.given, fact.name.data(), fact.name.length, fact.newborn);
  judge(fact.facts, status, documented::application_clear, fact.application.wrong, fact.name.impossible);
  if (status != BIRTHCASE_OK) return;
  must(told(fact).state != BIRTHCASE_FACT_KNOWN, "what was cleared is not known");
}

void Case::get() {
  const Named fact = named();
  std::int32_t state = -7;
  const char* text = nullptr;
  std::int64_t length = 0;
  const auto status = birthcase_application_get(caller_, fact.application.given, fact.name.data(), fact.name.length,
                                                fact.newborn, &state, &text, &length);
  if (status == BIRTHCASE_OK) (void)caller_.yielded(text, length);
  judge(fact.facts, status, documented::application_get, fact.application.wrong, fact.name.impossible);
  const bool told = state >= BIRTHCASE_FACT_UNKNOWN && state <= BIRTHCASE_FACT_KNOWN;
  must(status == BIRTHCASE_OK ? told : state == -7, "a state is told if and only if the call succeeded");
  must(state == BIRTHCASE_FACT_KNOWN || length == 0, "what is not known has no text");
}

void Case::hand_in() {
  Facts& facts = any_facts();
  const auto application =
      handle_from<birthcase_application>(input_, facts.handle, static_cast<birthcase_session*>(watcher_));
  const Text type = text_from(input_, caller_, document_types);
  const Text holder = text_from(input_, caller_, holders);
  const auto as = static_cast<std::int32_t>(input_.below(5)) - 1;
  const std::int32_t newborn = any_newborn();
  const auto hand = [&] {
    return birthcase_application_hand_in(caller_, application.given, type.data(), type.length, holder.data(),
                                         holder.length, as, newborn);
  };
  const bool impossible = type.impossible || holder.impossible || as < 0 || as > BIRTHCASE_SCAN;
  const auto status = hand();
  judge(facts, status, documented::application_hand_in, application.wrong, impossible);
  if (status != BIRTHCASE_OK) return;
  const std::string once = facts.json;
  judge(facts, hand(), only_ok, false, false);
  must_equal(facts.json, once, "handing in twice is handing in once");
}

void Case::validate() {
  Facts& facts = any_facts();
  const auto application =
      handle_from<birthcase_application>(input_, facts.handle, static_cast<birthcase_session*>(watcher_));
  std::int32_t count = -7;
  const char* text = nullptr;
  std::int64_t length = 0;
  const auto status = birthcase_application_validate(caller_, application.given, &count, &text, &length);
  if (status == BIRTHCASE_OK) must_not_tell(caller_.yielded(text, length));
  judge(facts, status, only_ok, application.wrong, false);
  must(status == BIRTHCASE_OK ? count >= 0 : count == -7, "findings are counted if and only if the call succeeded");
}

void Case::find() {
  Facts& facts = any_facts();
  const auto application =
      handle_from<birthcase_application>(input_, facts.handle, static_cast<birthcase_session*>(watcher_));
  const auto attribute = BIRTHCASE_FINDING_SEVERITY - 1 + static_cast<std::int32_t>(input_.below(6));
  const auto index = static_cast<std::int32_t>(input_.below(8)) - 2;
  const char* text = nullptr;
  std::int64_t length = 0;
  const auto status = birthcase_application_finding(caller_, application.given, attribute, index, &text, &length);
  if (status == BIRTHCASE_OK) must_not_tell(caller_.yielded(text, length));
  const bool impossible = index < 0 || attribute < BIRTHCASE_FINDING_SEVERITY || attribute > BIRTHCASE_FINDING_MESSAGE;
  judge(facts, status, documented::application_finding, application.wrong, impossible);
}

}  // namespace fuzz
