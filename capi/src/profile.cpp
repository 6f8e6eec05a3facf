// Profiles: built in or from text, and what can be told of one without an application.
#include <birthcase/compare.hpp>
#include <birthcase/json.hpp>
#include <birthcase/plan_json.hpp>

#include "guard.hpp"
#include "json/document.hpp"
#include "texts.hpp"

#include <cstring>
#include <optional>
#include <string>
#include <vector>

using namespace birthcase;
using namespace birthcase::capi;

namespace {

constexpr std::int64_t max_compared = 64;
constexpr std::size_t calendar_limit = std::size_t{1} << 20;
constexpr std::size_t codes_limit = std::size_t{8} << 20;

Given profile_text(const char* json, std::int64_t length) noexcept {
  return {"json", json, length, profile_limit, true};
}

// The id that a profile's text gives itself.
std::string id_of(std::string_view text) {
  const auto document = need(json::parse_document(text));
  const auto* object = document.if_object();
  if (object == nullptr) fail(BIRTHCASE_WRONG_TYPE, "a profile is a JSON object");
  const auto* id = object->if_contains("id");
  if (id == nullptr) fail(BIRTHCASE_MISSING, "this profile has no id");
  if (!id->is_string()) fail(BIRTHCASE_WRONG_TYPE, "a profile's id is a text");
  return std::string(id->get_string());
}

std::vector<Profile> profiles_of(const birthcase_profile* const* handles, std::int64_t count) {
  if (count < 0) fail(BIRTHCASE_BAD_ARGUMENT, "count: not negative");
  if (count > max_compared) fail(BIRTHCASE_OUT_OF_RANGE, "count: at most 64 profiles can be compared");
  if (handles == nullptr && count > 0) fail(BIRTHCASE_BAD_ARGUMENT, "profiles: NULL with a count");
  std::vector<Profile> profiles;
  for (std::int64_t i = 0; i < count; ++i) {
    const birthcase_profile* handle = nullptr;
    std::memcpy(&handle, handles + i, sizeof handle);
    profiles.push_back(object(handle, "profiles").profile);
  }
  return profiles;
}

std::string_view built_in_text(std::string_view id) {
  if (const auto text = Profile::built_in_text(id)) return *text;
  throw Failure(Profile::built_in(id).error());
}

}  // namespace

extern "C" {

birthcase_status BIRTHCASE_CALL birthcase_built_in_count(birthcase_session* session, int32_t* count) {
  return guarded(session,
                 [&](birthcase_session&) { give(count, static_cast<std::int32_t>(Profile::built_in_ids().size())); });
}

birthcase_status BIRTHCASE_CALL birthcase_built_in_id(birthcase_session* session, int32_t index, const char** text,
                                                      int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    const auto ids = Profile::built_in_ids();
    yield(open, std::string(ids[place(index, ids.size())]), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_built_in_json(birthcase_session* session, const char* id, int64_t id_length,
                                                        const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    const TextIn name(open, {"id", id, id_length});
    yield(open, std::string(built_in_text(name)), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_session_add_profile(birthcase_session* session, const char* json,
                                                              int64_t json_length) {
  return guarded(session, [&](birthcase_session& open) {
    const TextIn text(open, profile_text(json, json_length));
    std::string kept{std::string_view(text)};
    open.profiles.insert_or_assign(id_of(kept), std::move(kept));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_session_add_calendar(birthcase_session* session, const char* json,
                                                               int64_t json_length) {
  return guarded(session, [&](birthcase_session& open) {
    need(open.data.add_calendar(TextIn(open, {"json", json, json_length, calendar_limit, true})));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_session_add_codes(birthcase_session* session, const char* id,
                                                            int64_t id_length, const char* tsv, int64_t tsv_length) {
  return guarded(session, [&](birthcase_session& open) {
    const TextIn name(open, {"id", id, id_length});
    const TextIn rows(open, {"tsv", tsv, tsv_length, codes_limit});
    need(open.data.add_codes(name, rows));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_profile_built_in(birthcase_session* session, const char* id,
                                                           int64_t id_length, birthcase_profile** profile) {
  return making(session, profile, [&](birthcase_session& open) {
    const TextIn name(open, {"id", id, id_length});
    return need(Profile::built_in(name, open.data));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_profile_parse(birthcase_session* session, const char* json,
                                                        int64_t json_length, birthcase_profile** profile) {
  return making(session, profile, [&](birthcase_session& open) {
    const TextIn text(open, profile_text(json, json_length));
    const auto known = [&open](std::string_view id) -> std::optional<std::string_view> {
      const auto found = open.profiles.find(std::string(id));
      return found == open.profiles.end() ? std::nullopt : std::optional<std::string_view>(found->second);
    };
    return need(Profile::parse(text, known, open.data));
  });
}

birthcase_status BIRTHCASE_CALL birthcase_profile_share(birthcase_session* session, const birthcase_profile* profile,
                                                        birthcase_profile** other) {
  return making(session, other, [&](birthcase_session&) { return object(profile, "profile").profile; });
}

birthcase_status BIRTHCASE_CALL birthcase_profile_free(birthcase_profile** profile) { return free_object(profile); }

birthcase_status BIRTHCASE_CALL birthcase_profile_id(birthcase_session* session, const birthcase_profile* profile,
                                                     const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    yield(open, object(profile, "profile").profile.id(), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_profile_title(birthcase_session* session, const birthcase_profile* profile,
                                                        const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    yield(open, object(profile, "profile").profile.rules().title.in(open.language), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_profile_version(birthcase_session* session, const birthcase_profile* profile,
                                                          const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    yield(open, object(profile, "profile").profile.rules().version.profile, {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_profile_form(birthcase_session* session, const birthcase_profile* profile,
                                                       const char* service, int64_t service_length, const char** text,
                                                       int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    const Profile& rules = object(profile, "profile").profile;
    const TextIn id(open, {"service", service, service_length});
    yield(open, need(form_json(rules, id, open.language)), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_profile_fields(birthcase_session* session, const birthcase_profile* profile,
                                                         const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    yield(open, fields_json(object(profile, "profile").profile, open.language), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_profile_application_schema(birthcase_session* session,
                                                                     const birthcase_profile* profile,
                                                                     const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    yield(open, application_schema(object(profile, "profile").profile, open.language), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_compare(birthcase_session* session, const birthcase_profile* const* profiles,
                                                  int64_t count, const char* as_of, int64_t as_of_length,
                                                  const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    const auto compared = profiles_of(profiles, count);
    const Date day = day_in(open, {"as_of", as_of, as_of_length});
    yield(open, to_json(need(compare(compared, day)), open.language), {text, length});
  });
}

}  // extern "C"
