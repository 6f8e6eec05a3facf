// Plans: made of an application, read as JSON or item by item.
#include <birthcase/plan_json.hpp>

#include "guard.hpp"
#include "plan_items.hpp"
#include "texts.hpp"

#include <cstdint>

using namespace birthcase;
using namespace birthcase::capi;

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

birthcase_status BIRTHCASE_CALL birthcase_plan_document(birthcase_session* session, const birthcase_profile* profile,
                                                        const char* json, int64_t json_length, const char* as_of,
                                                        int64_t as_of_length, const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    const Profile& rules = object(profile, "profile").profile;
    const TextIn document(open, application_text(json, json_length));
    yield(open, need(plan_json(rules, document, optional_day_in(open, {"as_of", as_of, as_of_length}), open.language)),
          {text, length});
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
