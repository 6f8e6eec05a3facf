/**
 * Tests of rules: documents of expected plans, run against profiles.
 *
 * Include birthcase.h, which states the conventions.
 */
/* Written by ./dev interface from capi/interface: change it there. */
#ifndef BIRTHCASE_RULE_TESTS_H
#define BIRTHCASE_RULE_TESTS_H

#include "birthcase_base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How `birthcase_rule_tests_run` reports its results. Since 0.1. */
enum {
  BIRTHCASE_REPORT_JSON = 0, /**< `{"document","passed","failed","results":[…]}`; docs/c.md shows one */
  BIRTHCASE_REPORT_TEXT = 1, /**< for people: the counts, then each failure with the rule that decided */
  BIRTHCASE_REPORT_JUNIT = 2 /**< JUnit's XML, for build servers; its declaration names the session's encoding */
};

/**
 * A profile that a document of rule tests names, so that a program can load it before the run: a built-in id, or a file
 * (with `/` in it or ending in `.json`) as the document names it. Each name is told once: the one at the top, then
 * those of the cases in their order; an empty text behind the last. The rest of the document is not checked.
 *   index  which name, counted from 0
 * Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_RANGE (a negative index, too large a document), SYNTAX, ENCODING,
 * CONTRADICTION, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_rule_tests_profile_named_in(birthcase_session* session, const char* json, int64_t json_length, int32_t index,
                                      const char** text, int64_t* length);

/**
 * Runs a document of rule tests (`*.birthcase.json`). A case that fails is no failure of the call. Unlike every other
 * text of this library, the report shows values, which in tests are invented.
 *   profiles  the handle at each place stands for the name that `birthcase_rule_tests_profile_named_in` tells for that
 *             index, whatever its own id; where it is NULL or absent, the name is that of a built-in profile. NULL and
 *             0 are enough for tests of built-in profiles
 *   document  what the report calls the document; may be empty
 *   passed    gets the number of cases that passed
 *   failed    gets the number of cases that failed
 * Yields the report.
 * Errors have path, line and column of the document: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY, every kind of input
 * error, OUT_OF_RANGE (also more handles than names). Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_rule_tests_run(birthcase_session* session, const birthcase_profile* const* profiles, int64_t count,
                         const char* json, int64_t json_length, const char* document, int64_t document_length,
                         int32_t format, int32_t* passed, int32_t* failed, const char** text, int64_t* length);

#ifdef __cplusplus
}
#endif

#endif /* BIRTHCASE_RULE_TESTS_H */
