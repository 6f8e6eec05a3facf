/*
 * Calls every function of birthcase.h once, in GB18030, and prints what each gave. EveryFunction.cs and
 * every_function.pas do the same through their declarations: they print the same bytes.
 */
#include <birthcase.h>
#include <stdio.h>
#include <stdlib.h>

#define END BIRTHCASE_NUL_ENDED

static birthcase_session* session;
static birthcase_profile* yiwu;
static birthcase_profile* village;
static birthcase_application* application;
static birthcase_plan* plan;

static const char* text;
static int64_t length;
static int32_t count;

static void need(birthcase_status status) {
  const char* message = birthcase_status_name(status);
  if (status == BIRTHCASE_OK) return;
  birthcase_session_error_message(session, &message, NULL);
  fprintf(stderr, "%s\n", message);
  exit(1);
}

static void show_text(const char* function, birthcase_status status) {
  need(status);
  printf("%s ", function);
  fwrite(text, 1, (size_t)length, stdout);
  putchar('\n');
}

static void show_number(const char* function, int64_t number) { printf("%s %ld\n", function, (long)number); }

static void show_count(const char* function, birthcase_status status) {
  need(status);
  show_number(function, count);
}

/* The library itself, sessions and texts. */
static void call_session(void) {
  char buffer[8];
  int64_t needed = 0;
  printf("version %s\n", birthcase_version());
  show_number("abi_version", birthcase_abi_version());
  printf("status_name %s\n", birthcase_status_name(BIRTHCASE_UNKNOWN_NAME));
  show_text("convert", birthcase_convert(session, BIRTHCASE_UTF8, BIRTHCASE_GB18030, "\xE7\x8E\x8B\xF0\xA0\xAE\xB7", 7,
                                         &text, &length));
  need(birthcase_session_copy_text(session, buffer, sizeof buffer, &needed));
  printf("session_copy_text %s\n", buffer);
  show_number("needed", needed);
}

static void call_profiles(void) {
  static const char json[] =
      "{\"id\": \"hamlet\", \"extends\": \"village\", \"title\": {\"zh\": \"\xB4\xE5\", \"en\": \"Hamlet\"}}";
  static const char calendar[] =
      "{\"year\": 2027, \"notices\": [{\"number\": \"\xC9\xE8\xCF\xEB\", \"announced\": \"2026-11-10\"}]}";
  static const char codes[] = "# standard: none\ncode\tzh\n1\t\xB4\xE5\n";
  const birthcase_profile* both[2];
  show_count("built_in_count", birthcase_built_in_count(session, &count));
  show_text("built_in_id", birthcase_built_in_id(session, 1, &text, &length));
  show_text("built_in_json", birthcase_built_in_json(session, "yiwu", END, &text, &length));
  need(birthcase_session_add_calendar(session, calendar, END));
  need(birthcase_session_add_codes(session, "village", END, codes, END));
  need(birthcase_session_add_profile(session, "{\"id\": \"village\", \"extends\": \"yiwu\"}", END));
  need(birthcase_profile_parse(session, json, END, &village));
  show_text("profile_id", birthcase_profile_id(session, village, &text, &length));
  show_text("profile_title", birthcase_profile_title(session, village, &text, &length));
  show_text("profile_form", birthcase_profile_form(session, yiwu, "birth-certificate", END, &text, &length));
  show_text("profile_fields", birthcase_profile_fields(session, yiwu, &text, &length));
  show_text("profile_application_schema", birthcase_profile_application_schema(session, yiwu, &text, &length));
  both[0] = yiwu;
  both[1] = village;
  show_text("plan_document", birthcase_plan_document(session, village, "{}", END, "2027-03-02", END, &text, &length));
  show_text("compare", birthcase_compare(session, both, 2, "2019-06-10", END, &text, &length));
}

static void put(const char* name, const char* value, int32_t newborn) {
  need(birthcase_application_put(session, application, name, END, newborn, value, END));
}

static void call_application(void) {
  birthcase_application* copy = NULL;
  birthcase_application* other = NULL;
  int32_t state = 0;
  put("mother.name", "\xC0\xEE\xFE\x9F", BIRTHCASE_FAMILY);
  put("mother.ethnicity", "99", BIRTHCASE_FAMILY);
  put("mother.phone", "13800000001", BIRTHCASE_FAMILY);
  put("newborn.name", "\xCD\xF5\x95\x34\xB2\x35", 0);
  need(birthcase_application_put_none(session, application, "father", END, BIRTHCASE_FAMILY));
  need(birthcase_application_clear(session, application, "mother.phone", END, BIRTHCASE_FAMILY));
  need(birthcase_application_hand_in(session, application, "id-card", END, "mother", END, BIRTHCASE_SCAN,
                                     BIRTHCASE_FAMILY));
  show_text("application_get",
            birthcase_application_get(session, application, "newborn.name", END, 0, &state, &text, &length));
  show_number("state", state);
  show_count("application_newborn_count", birthcase_application_newborn_count(session, application, &count));
  show_text("application_validate", birthcase_application_validate(session, application, &count, &text, &length));
  show_number("findings", count);
  show_text("application_finding",
            birthcase_application_finding(session, application, BIRTHCASE_FINDING_MESSAGE, 0, &text, &length));
  need(birthcase_application_copy(session, application, &copy));
  need(birthcase_application_under(session, copy, village, &other));
  show_text("application_json", birthcase_application_json(session, other, &text, &length));
  birthcase_application_free(&other);
  birthcase_application_free(&copy);
}

static void call_plan(void) {
  static const char json[] = "{\"profile\": \"yiwu\", \"mother\": {\"name\": \"\xC0\xEE\xFE\x9F\"}}";
  static const int32_t offsets[] = {0, sizeof json - 1, sizeof json - 1};
  static const int32_t attributes[] = {BIRTHCASE_ROW_STATUS, BIRTHCASE_PLAN_SHEETS, BIRTHCASE_EVIDENCE_LABEL};
  birthcase_application* parsed = NULL;
  int64_t number = 0;
  show_count("plan_count", birthcase_plan_count(session, plan, BIRTHCASE_EVIDENCE, &count));
  show_text("plan_text", birthcase_plan_text(session, plan, BIRTHCASE_EVIDENCE_LABEL, 1, &text, &length));
  need(birthcase_plan_number(session, plan, BIRTHCASE_EVIDENCE_ORIGINAL, 1, &number));
  show_number("plan_number", number);
  show_text("plan_json", birthcase_plan_json(session, plan, &text, &length));
  show_text("plan_json_parts", birthcase_plan_json_parts(session, plan, "findings,evidence", END,
                                                         BIRTHCASE_WITHOUT_REASONS, &text, &length));
  show_text("application_profile_named_in", birthcase_application_profile_named_in(session, json, END, &text, &length));
  need(birthcase_application_parse(session, yiwu, json, END, &parsed));
  show_text("application_json", birthcase_application_json(session, parsed, &text, &length));
  show_text("plan_document", birthcase_plan_document(session, yiwu, json, END, "2019-06-10", END, &text, &length));
  show_text("plan_document_parts",
            birthcase_plan_document_parts(session, yiwu, json, END, "2019-06-10", END, "", END,
                                          BIRTHCASE_WITHOUT_LABELS | BIRTHCASE_WITHOUT_REASONS, &text, &length));
  show_text("plan_columns",
            birthcase_plan_columns(session, yiwu, json, offsets, 2, "2019-06-10", END, attributes, 3, &text, &length));
  birthcase_application_free(&parsed);
}

static void call_rule_tests(void) {
  static const char json[] =
      "{\"profile\": \"hamlet.json\", \"as_of\": \"2019-06-10\", \"cases\": [{\"name\": \"\xCD\xF5\x95\x34\xB2\x35\","
      " \"given\": {\"mother\": {\"id_type\": \"01\"}}, \"expect\": {\"evidence\": {\"exactly\": []}}}]}";
  const birthcase_profile* own[1];
  int32_t failed = 0;
  own[0] = village;
  show_text("rule_tests_profile_named_in",
            birthcase_rule_tests_profile_named_in(session, json, END, 0, &text, &length));
  show_text("rule_tests_run", birthcase_rule_tests_run(session, own, 1, json, END, "hamlet", END, BIRTHCASE_REPORT_TEXT,
                                                       &count, &failed, &text, &length));
  show_number("passed", count);
  show_number("failed", failed);
}

static void call_errors(void) {
  birthcase_status status =
      birthcase_application_put(session, application, "mother.nmae", END, BIRTHCASE_FAMILY, "", 0);
  show_number("failure", status);
  show_text("session_error_message", birthcase_session_error_message(session, &text, &length));
  show_text("session_error_json", birthcase_session_error_json(session, &text, &length));
}

int main(void) {
  birthcase_profile* first = NULL;
  need(birthcase_session_new(BIRTHCASE_GB18030, BIRTHCASE_CHINESE, &session));
  call_session();
  need(birthcase_profile_built_in(session, "yiwu", END, &first));
  need(birthcase_profile_share(session, first, &yiwu));
  need(birthcase_profile_free(&first));
  call_profiles();
  need(birthcase_application_new(session, yiwu, &application));
  call_application();
  need(birthcase_plan_new(session, yiwu, application, "2019-06-10", END, &plan));
  call_plan();
  call_rule_tests();
  call_errors();
  need(birthcase_plan_free(&plan));
  need(birthcase_application_free(&application));
  need(birthcase_profile_free(&village));
  need(birthcase_profile_free(&yiwu));
  need(birthcase_session_free(&session));
  return 0;
}
