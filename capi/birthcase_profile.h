/**
 * Profiles: the rules of a place, built in or loaded.
 *
 * Include birthcase.h, which states the conventions.
 */
/* Written by ./dev interface from capi/interface: change it there. */
#ifndef BIRTHCASE_PROFILE_H
#define BIRTHCASE_PROFILE_H

#include "birthcase_base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How many profiles are built into the library. Errors: BAD_HANDLE. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_built_in_count(birthcase_session* session, int32_t* count);

/**
 * The id of a built-in profile.
 *   index  counted from 0
 * Yields text.
 * Errors: BAD_HANDLE, OUT_OF_RANGE, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_built_in_id(birthcase_session* session, int32_t index, const char** text, int64_t* length);

/**
 * A built-in profile. Loading takes milliseconds: a program should keep it.
 *   id  `yiwu`, `ruian`, `wenling` or `base`
 * Errors: BAD_HANDLE, BAD_ARGUMENT, UNKNOWN_NAME, ENCODING, OUT_OF_RANGE (of the text), OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_profile_built_in(birthcase_session* session, const char* id, int64_t id_length, birthcase_profile** profile);

/**
 * The JSON text of a built-in profile, for reading and for profiles that extend it. Yields JSON.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, UNKNOWN_NAME, ENCODING, OUT_OF_RANGE (of the text), OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_built_in_json(birthcase_session* session, const char* id, int64_t id_length, const char** text,
                        int64_t* length);

/**
 * Makes a profile's JSON text known to this session, so that a profile that is parsed later can extend it by its id.
 * This call reads only the id; `birthcase_profile_parse` checks the rest. Of two texts with one id the later one
 * counts.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, SYNTAX, ENCODING, MISSING (no id), WRONG_TYPE, OUT_OF_RANGE, OUT_OF_MEMORY. Since
 * 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_session_add_profile(birthcase_session* session, const char* json, int64_t json_length);

/**
 * Adds the holiday notices of one year to this session. Profiles that it loads later, built-in ones too, and stores
 * that it opens later count working days with them. A notice replaces the one of the same year that has its number or
 * its day of announcement. A failed call adds nothing.
 *   json  the notices, as docs/calendars.md describes them
 * Errors have path, line and column: BAD_HANDLE, BAD_ARGUMENT, SYNTAX, ENCODING, UNKNOWN_NAME, WRONG_TYPE,
 * OUT_OF_RANGE, CONTRADICTION, MISSING, OUT_OF_MEMORY. Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_session_add_calendar(birthcase_session* session, const char* json, int64_t json_length);

/**
 * Adds a code table to this session: in place of the table of that id or, where the text says `# extends: ID`, as rows
 * added to it. Profiles that the session loads later and stores that it opens later use it. A failed call adds nothing.
 *   id   such as `gbt-2260`
 *   tsv  tab-separated text, as docs/calendars.md describes it
 * Errors have the line: BAD_HANDLE, BAD_ARGUMENT, SYNTAX, ENCODING, UNKNOWN_NAME, OUT_OF_RANGE, CONTRADICTION, MISSING,
 * OUT_OF_MEMORY. Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_session_add_codes(birthcase_session* session, const char* id, int64_t id_length, const char* tsv,
                            int64_t tsv_length);

/**
 * A profile from its JSON text. It may extend a profile that this session knows from `birthcase_session_add_profile`,
 * or a built-in one.
 *   json  the profile, as docs/profiles.md describes it
 * Errors have document, JSON pointer and, in conditions, the column: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY, every
 * kind of input error. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_profile_parse(birthcase_session* session, const char* json, int64_t json_length, birthcase_profile** profile);

/**
 * Another handle of the same rules, freed on its own; for example one for each thread.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_profile_share(birthcase_session* session, const birthcase_profile* profile, birthcase_profile** other);

/** Frees a profile. Errors: BAD_HANDLE. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_profile_free(birthcase_profile** profile);

/** The id of a profile. Yields text. Errors: BAD_HANDLE, OUT_OF_MEMORY. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_profile_id(birthcase_session* session, const birthcase_profile* profile, const char** text, int64_t* length);

/** The title of a profile in the language of the session. Yields text. Errors: BAD_HANDLE, OUT_OF_MEMORY. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_profile_title(birthcase_session* session, const birthcase_profile* profile, const char** text,
                        int64_t* length);

/**
 * The version of a profile: the SHA-256 of its text and of those that it extends, as BIRTHCASE_PLAN_RULES_VERSION of
 * its plans. A program should log it when it starts, so that it is known which rules it goes by. Yields text.
 * Errors: BAD_HANDLE, OUT_OF_MEMORY. Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_profile_version(birthcase_session* session, const birthcase_profile* profile, const char** text,
                          int64_t* length);

/**
 * The one form of a profile, or the part of one service.
 *   service  the id of a service; empty for the whole form
 * Yields JSON.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, UNKNOWN_NAME, ENCODING, OUT_OF_RANGE (of the text), OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_profile_form(birthcase_session* session, const birthcase_profile* profile, const char* service,
                       int64_t service_length, const char** text, int64_t* length);

/**
 * The data dictionary of a profile as JSON: every field with its type, its codes, who fills it in, which services ask
 * it and which rules read it; then the code tables. In the language of the session. Yields JSON.
 * Errors: BAD_HANDLE, OUT_OF_MEMORY. Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_profile_fields(birthcase_session* session, const birthcase_profile* profile, const char** text,
                         int64_t* length);

/**
 * The JSON Schema (2020-12) of an application under a profile. Yields JSON.
 * Errors: BAD_HANDLE, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_profile_application_schema(birthcase_session* session, const birthcase_profile* profile, const char** text,
                                     int64_t* length);

/**
 * What a family brings to each service under several profiles, side by side.
 *   profiles  1 to 64 handles
 *   as_of     the day on which they are in force
 * Yields JSON.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, MISSING (no profile), OUT_OF_RANGE (more than 64, or the day), SYNTAX, ENCODING,
 * OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_compare(birthcase_session* session, const birthcase_profile* const* profiles, int64_t count,
                  const char* as_of, int64_t as_of_length, const char** text, int64_t* length);

#ifdef __cplusplus
}
#endif

#endif /* BIRTHCASE_PROFILE_H */
