// Applications: whole from JSON, or fact by fact.
#include <birthcase/plan_json.hpp>

#include "findings.hpp"
#include "guard.hpp"
#include "texts.hpp"

#include <string>
#include <utility>

using namespace birthcase;
using namespace birthcase::capi;

namespace {

std::uint16_t newborn_of(std::int32_t place) {
  if (place == BIRTHCASE_FAMILY) return FactRef::family;
  if (place >= 0 && place < FactRef::family) return static_cast<std::uint16_t>(place);
  fail(BIRTHCASE_OUT_OF_RANGE, "newborn: a place counted from 0, or BIRTHCASE_FAMILY");
}

HandedInAs manner_of(std::int32_t as) {
  if (as < BIRTHCASE_ORIGINAL || as > BIRTHCASE_SCAN) {
    fail(BIRTHCASE_BAD_ARGUMENT, "as: BIRTHCASE_ORIGINAL, BIRTHCASE_PAPER_COPY or BIRTHCASE_SCAN");
  }
  return static_cast<HandedInAs>(as);
}

// The value of a fact as UTF-8. What cannot be converted is told with the fact that it was meant for.
std::string value_of(const birthcase_session& session, const Application& application, std::string_view fact,
                     std::uint16_t newborn, const Given& given) {
  try {
    return decoded(bytes_of(given), session.encoding);
  } catch (Failure& failure) {
    const auto found = application.profile().rules().schema.find(fact);
    const bool is_whose = found && !found->newborn_list && found->slot.newborn == (newborn != FactRef::family);
    if (is_whose && failure.status() == BIRTHCASE_ENCODING) {
      failure.detail().path = fact_path(application.profile(), FactRef{found->slot.index, newborn});
    }
    throw;
  }
}

}  // namespace

extern "C" {

birthcase_status BIRTHCASE_CALL birthcase_application_new(birthcase_session* session, const birthcase_profile* profile,
                                                          birthcase_application** application) {
  return making(session, application,
                [&](birthcase_session&) { return Application(object(profile, "profile").profile); });
}

birthcase_status BIRTHCASE_CALL birthcase_application_parse(birthcase_session* session,
                                                            const birthcase_profile* profile, const char* json,
                                                            int64_t json_length, birthcase_application** application) {
  return making(session, application, [&](birthcase_session& open) {
    const Profile& rules = object(profile, "profile").profile;
    const TextIn text(open, application_text(json, json_length));
    return need(Application::parse(rules, text));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_application_profile_named_in(birthcase_session* session, const char* json,
                                                                       int64_t json_length, const char** text,
                                                                       int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    const TextIn given(open, application_text(json, json_length));
    yield(open, need(profile_named_in(given)).value_or(""), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_application_copy(birthcase_session* session,
                                                           const birthcase_application* application,
                                                           birthcase_application** copy) {
  return making(session, copy, [&](birthcase_session&) { return object(application, "application").application; });
}

birthcase_status BIRTHCASE_CALL birthcase_application_under(birthcase_session* session,
                                                            const birthcase_application* application,
                                                            const birthcase_profile* profile,
                                                            birthcase_application** other) {
  return making(session, other, [&](birthcase_session&) {
    return object(application, "application").application.under(object(profile, "profile").profile);
  });
}

birthcase_status BIRTHCASE_CALL birthcase_application_free(birthcase_application** application) {
  return free_object(application);
}

birthcase_status BIRTHCASE_CALL birthcase_application_put(birthcase_session* session,
                                                          birthcase_application* application, const char* name,
                                                          int64_t name_length, int32_t newborn, const char* value,
                                                          int64_t value_length) {
  return guarded(session, [&](birthcase_session& open) {
    Application& facts = object(application, "application").application;
    const TextIn fact(open, {"name", name, name_length});
    const std::uint16_t whose = newborn_of(newborn);
    need(facts.put(fact, Value::text(value_of(open, facts, fact, whose, {"value", value, value_length})), whose));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_application_put_none(birthcase_session* session,
                                                               birthcase_application* application, const char* name,
                                                               int64_t name_length, int32_t newborn) {
  return guarded(session, [&](birthcase_session& open) {
    Application& facts = object(application, "application").application;
    const TextIn fact(open, {"name", name, name_length});
    need(facts.put(fact, Value::null(), newborn_of(newborn)));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_application_clear(birthcase_session* session,
                                                            birthcase_application* application, const char* name,
                                                            int64_t name_length, int32_t newborn) {
  return guarded(session, [&](birthcase_session& open) {
    Application& facts = object(application, "application").application;
    const TextIn fact(open, {"name", name, name_length});
    need(facts.clear(fact, newborn_of(newborn)));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_application_get(birthcase_session* session,
                                                          const birthcase_application* application, const char* name,
                                                          int64_t name_length, int32_t newborn, int32_t* state,
                                                          const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    const Application& facts = object(application, "application").application;
    const TextIn fact(open, {"name", name, name_length});
    const Value value = need(facts.get(fact, newborn_of(newborn)));
    yield(open, text_of(value), {text, length});
    give(state, state_of(value));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_application_newborn_count(birthcase_session* session,
                                                                    const birthcase_application* application,
                                                                    int32_t* count) {
  return guarded(session, [&](birthcase_session&) {
    give(count, static_cast<std::int32_t>(object(application, "application").application.newborn_count()));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_application_hand_in(birthcase_session* session,
                                                              birthcase_application* application, const char* type,
                                                              int64_t type_length, const char* holder,
                                                              int64_t holder_length, int32_t as, int32_t newborn) {
  return guarded(session, [&](birthcase_session& open) {
    Application& facts = object(application, "application").application;
    const TextIn document(open, {"type", type, type_length});
    const TextIn person(open, {"holder", holder, holder_length});
    need(facts.hand_in(document, person, manner_of(as), newborn_of(newborn)));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_application_validate(birthcase_session* session,
                                                               const birthcase_application* application, int32_t* count,
                                                               const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    const auto findings = object(application, "application").application.findings();
    yield(open, findings_json(findings, open.language), {text, length});
    give(count, static_cast<std::int32_t>(findings.size()));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_application_finding(birthcase_session* session,
                                                              const birthcase_application* application,
                                                              int32_t attribute, int32_t index, const char** text,
                                                              int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    const auto findings = object(application, "application").application.findings();
    yield(open, finding_text(findings, attribute, index, open.language), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_application_json(birthcase_session* session,
                                                           const birthcase_application* application, const char** text,
                                                           int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    yield(open, to_json(object(application, "application").application), {text, length});
  });
}

}  // extern "C"
