/**
 * Applications: the facts of one birth and the documents handed in.
 *
 * Include birthcase.h, which states the conventions.
 */
/* Written by ./dev interface from capi/interface: change it there. */
#ifndef BIRTHCASE_APPLICATION_H
#define BIRTHCASE_APPLICATION_H

#include "birthcase_base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What is known of a fact. Since 0.1. */
enum {
  BIRTHCASE_FACT_UNKNOWN = 0, /**< not told yet */
  BIRTHCASE_FACT_NONE = 1,    /**< told: there is none */
  BIRTHCASE_FACT_KNOWN = 2
};

/** The form in which a document was handed in. Since 0.1. */
enum { BIRTHCASE_ORIGINAL = 0, BIRTHCASE_PAPER_COPY = 1, BIRTHCASE_SCAN = 2 };

/** An application without any known fact. Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_new(birthcase_session* session, const birthcase_profile* profile,
                          birthcase_application** application);

/**
 * Reads a whole application. An unknown key is an error that names the nearest known one.
 *   json  the application, up to 1 MiB
 * Errors have path, line and column: BAD_HANDLE, BAD_ARGUMENT, SYNTAX, ENCODING, UNKNOWN_NAME, WRONG_TYPE,
 * CONTRADICTION, OUT_OF_RANGE, MISSING, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_parse(birthcase_session* session, const birthcase_profile* profile, const char* json,
                            int64_t json_length, birthcase_application** application);

/**
 * The id under `profile` in an application's JSON, by which a program chooses the profile; an empty text if there is
 * none. Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, SYNTAX, ENCODING, WRONG_TYPE, OUT_OF_RANGE, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_profile_named_in(birthcase_session* session, const char* json, int64_t json_length,
                                       const char** text, int64_t* length);

/** An independent copy. Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_copy(birthcase_session* session, const birthcase_application* application,
                           birthcase_application** copy);

/**
 * The same facts under another profile. Facts that this profile does not know are left out; a finding says so.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_under(birthcase_session* session, const birthcase_application* application,
                            const birthcase_profile* profile, birthcase_application** other);

/** Frees an application. Errors: BAD_HANDLE. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_free(birthcase_application** application);

/**
 * Puts a fact. A value that the field's format or code table refuses is kept, is reported as a finding, and is unknown
 * to the rules.
 *   name     the fact: `mother.hukou.division`, or `newborn.name` with the newborn's place
 *   newborn  the newborn's place, or BIRTHCASE_FAMILY; the next free place adds a newborn
 *   value    read as the type of the field: `true`, `2019-05-06`, `3.5`, a list with commas
 * Errors have path and column: BAD_HANDLE, BAD_ARGUMENT, UNKNOWN_NAME, WRONG_TYPE, OUT_OF_RANGE, ENCODING,
 * OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_put(birthcase_session* session, birthcase_application* application, const char* name,
                          int64_t name_length, int32_t newborn, const char* value, int64_t value_length);

/**
 * Says that there is none: no such fact (`father.phone`), or no such group with all its facts (`father`).
 * Errors: those of `birthcase_application_put`. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_put_none(birthcase_session* session, birthcase_application* application, const char* name,
                               int64_t name_length, int32_t newborn);

/**
 * Makes a fact, or all facts of a group, unknown again.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, UNKNOWN_NAME, WRONG_TYPE (`newborns`), OUT_OF_RANGE, ENCODING, OUT_OF_MEMORY. Since
 * 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_clear(birthcase_session* session, birthcase_application* application, const char* name,
                            int64_t name_length, int32_t newborn);

/**
 * The state and the value of a fact. The text is the value as `birthcase_application_put` takes it; empty if there is
 * no value. Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, UNKNOWN_NAME, WRONG_TYPE (`newborns`), OUT_OF_RANGE, ENCODING, OUT_OF_MEMORY. Since
 * 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_get(birthcase_session* session, const birthcase_application* application, const char* name,
                          int64_t name_length, int32_t newborn, int32_t* state, const char** text, int64_t* length);

/** How many newborns the application has. Errors: BAD_HANDLE. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_newborn_count(birthcase_session* session, const birthcase_application* application,
                                    int32_t* count);

/**
 * Notes that a document was handed in. A second call for the same document changes nothing.
 *   type    the type of the document
 *   holder  its holder (`mother`), if it has one
 * Errors: BAD_HANDLE, BAD_ARGUMENT, UNKNOWN_NAME, OUT_OF_RANGE, MISSING (whose newborn's), CONTRADICTION, ENCODING,
 * OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_hand_in(birthcase_session* session, birthcase_application* application, const char* type,
                              int64_t type_length, const char* holder, int64_t holder_length, int32_t as,
                              int32_t newborn);

/**
 * Validates what was put: formats, check digits and code tables. Checks between facts need a plan and are findings of
 * the plan.
 *   count  gets the number of findings
 * Yields a JSON array of `{"severity","code","path","message"}`.
 * Errors: BAD_HANDLE, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_validate(birthcase_session* session, const birthcase_application* application, int32_t* count,
                               const char** text, int64_t* length);

/**
 * One finding of `birthcase_application_validate`.
 *   attribute  a BIRTHCASE_FINDING_… of birthcase_plan.h
 *   index      which finding, counted from 0
 * Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_RANGE, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_finding(birthcase_session* session, const birthcase_application* application, int32_t attribute,
                              int32_t index, const char** text, int64_t* length);

/**
 * The application as JSON. `birthcase_application_parse` reads it back to the same facts. Yields JSON.
 * Errors: BAD_HANDLE, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_json(birthcase_session* session, const birthcase_application* application, const char** text,
                           int64_t* length);

#ifdef __cplusplus
}
#endif

#endif /* BIRTHCASE_APPLICATION_H */
