/* What does this family bring? A half-filled record is enough to ask. */
#include <birthcase.h>
#include <stdio.h>
#include <string.h>

static const char json[] =
    "{\"channel\": \"hospital\", \"applicant\": {\"role\": \"mother\"}, \"father\": {\"id_type\": \"01\"},"
    " \"marriage\": {\"status\": \"20\"}, \"settlement\": {\"with\": \"father\"},"
    " \"mother\": {\"id_type\": \"01\", \"hukou\": {\"division\": \"330108\"}}}";

int main(void) {
  birthcase_session* session = NULL;
  birthcase_profile* yiwu = NULL;
  birthcase_application* known = NULL;
  birthcase_plan* plan = NULL;
  const char* text = "";
  int32_t count = 0;
  int failed = birthcase_session_new(BIRTHCASE_UTF8, BIRTHCASE_CHINESE, &session) ||
               birthcase_profile_built_in(session, "yiwu", BIRTHCASE_NUL_ENDED, &yiwu) ||
               birthcase_application_parse(session, yiwu, json, BIRTHCASE_NUL_ENDED, &known) ||
               birthcase_plan_new(session, yiwu, known, "2019-06-10", BIRTHCASE_NUL_ENDED, &plan) ||
               birthcase_plan_count(session, plan, BIRTHCASE_EVIDENCE, &count);
  for (int32_t item = 0; item < count && !failed; ++item) {
    failed = birthcase_plan_text(session, plan, BIRTHCASE_EVIDENCE_STATUS, item, &text, NULL);
    if (failed || strcmp(text, "bring") != 0) continue;
    failed = birthcase_plan_text(session, plan, BIRTHCASE_EVIDENCE_LABEL, item, &text, NULL);
    if (!failed) puts(text);
  }
  if (failed && birthcase_session_error_message(session, &text, NULL) == BIRTHCASE_OK) fprintf(stderr, "%s\n", text);
  birthcase_plan_free(&plan);
  birthcase_application_free(&known);
  birthcase_profile_free(&yiwu);
  birthcase_session_free(&session);
  return failed;
}
