/**
 * Tests of rules: run files of expected plans against profiles.
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
 * The name of a profile that a file of rule tests uses, so that a program can load the profile before the run. The name
 * is a built-in id or, if it contains `/` or ends in `.json`, a file. Every name comes once: first the name at the top
 * of the rule tests, then the names in the test cases, in their order. After the last name the text is empty. This call
 * checks nothing else in the rule tests.
 *   index  which name, counted from 0
 * Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_RANGE (a negative index, too large a document), SYNTAX, ENCODING,
 * CONTRADICTION, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_rule_tests_profile_named_in(birthcase_session* session, const char* json, int64_t json_length, int32_t index,
                                      const char** text, int64_t* length);

/**
 * Runs a file of rule tests (`*.birthcase.json`). If a test case fails, the call still succeeds: read `failed`. The
 * report shows values of facts, as no other text of this library does: the values in rule tests must be invented.
 *   profiles  at each index, the profile for the name that `birthcase_rule_tests_profile_named_in` yields for this
 *             index; its own id does not matter. If a handle is NULL or absent, the name must be that of a built-in
 *             profile. Pass NULL and 0 for tests of built-in profiles only
 *   document  what the report calls the file; may be empty
 *   passed    gets the number of test cases that passed
 *   failed    gets the number of test cases that failed
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
