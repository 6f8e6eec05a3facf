// Plans: made of an application, read as JSON or item by item.
#include <birthcase/plan_json.hpp>

#include "guard.hpp"
#include "plan_items.hpp"
#include "texts.hpp"

#include <cstdint>

using namespace birthcase;
using namespace birthcase::capi;

namespace {

// What of a plan's document is wanted.
PlanContents contents_in(const birthcase_session& session, const char* parts, std::int64_t parts_length,
                         std::int32_t without) {
  constexpr std::int32_t known = BIRTHCASE_WITHOUT_LABELS | BIRTHCASE_WITHOUT_REASONS;
  if ((without & ~known) != 0) fail(BIRTHCASE_BAD_ARGUMENT, "without: not a sum of BIRTHCASE_WITHOUT_…");
  PlanContents contents;
  contents.labels = (without & BIRTHCASE_WITHOUT_LABELS) == 0;
  contents.reasons = (without & BIRTHCASE_WITHOUT_REASONS) == 0;
  const TextIn names(session, {"parts", parts, parts_length});
  if (!std::string_view(names).empty()) contents.parts = need(parse_plan_parts(names));
  return contents;
}

}  // namespace

extern "C" {

birthcase_status BIRTHCASE_CALL birthcase_plan_new(birthcase_session* session, const birthcase_profile* profile,
                                                   const birthcase_application* application, const char* as_of,
                                                   int64_t as_of_length, birthcase_plan** plan) {
  return making(session, plan, [&](birthcase_session& open) {
    const Profile& rules = object(profile, "profile").profile;
    const Application& facts = object(application, "application").application;
    return birthcase::plan(rules, facts,
                           need(day_to_plan(facts, optional_day_in(open, {"as_of", as_of, as_of_length}))));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_plan_free(birthcase_plan** plan) { return free_object(plan); }

birthcase_status BIRTHCASE_CALL birthcase_plan_json(birthcase_session* session, const birthcase_plan* plan,
                                                    const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    yield(open, to_json(object(plan, "plan").plan, open.language), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_plan_json_parts(birthcase_session* session, const birthcase_plan* plan,
                                                          const char* parts, int64_t parts_length, int32_t without,
                                                          const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    const Plan& whole = object(plan, "plan").plan;
    yield(open, to_json(whole, open.language, contents_in(open, parts, parts_length, without)), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_plan_document(birthcase_session* session, const birthcase_profile* profile,
                                                        const char* json, int64_t json_length, const char* as_of,
                                                        int64_t as_of_length, const char** text, int64_t* length) {
  return birthcase_plan_document_parts(session, profile, json, json_length, as_of, as_of_length, nullptr, 0, 0, text,
                                       length);
}

birthcase_status BIRTHCASE_CALL birthcase_plan_document_parts(birthcase_session* session,
                                                              const birthcase_profile* profile, const char* json,
                                                              int64_t json_length, const char* as_of,
                                                              int64_t as_of_length, const char* parts,
                                                              int64_t parts_length, int32_t without, const char** text,
                                                              int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    const Profile& rules = object(profile, "profile").profile;
    const PlanContents contents = contents_in(open, parts, parts_length, without);
    const TextIn document(open, application_text(json, json_length));
    const std::optional<Date> day = optional_day_in(open, {"as_of", as_of, as_of_length});
    yield(open, need(plan_json(rules, document, day, open.language, contents)), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_plan_count(birthcase_session* session, const birthcase_plan* plan,
                                                     int32_t list, int32_t* count) {
  return guarded(session, [&](birthcase_session&) {
    give(count, static_cast<std::int32_t>(birthcase::capi::count(object(plan, "plan").plan, list)));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_plan_text(birthcase_session* session, const birthcase_plan* plan,
                                                    int32_t attribute, int32_t index, const char** text,
                                                    int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    yield(open, birthcase::capi::text(object(plan, "plan").plan, attribute, index, open.language), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_plan_number(birthcase_session* session, const birthcase_plan* plan,
                                                      int32_t attribute, int32_t index, int64_t* number) {
  return guarded(session, [&](birthcase_session&) {
    give(number, birthcase::capi::number(object(plan, "plan").plan, attribute, index));
  });
}

}  // extern "C"
