/*
 * A hospital's counter: a half-filled record goes in fact by fact, the library says what to ask, the family answers,
 * and out come the documents with the reasons and the route with its days.
 */
#include <birthcase.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const char* name;
  const char* value;
  int32_t newborn; /* the newborn's place, counted from 0, or BIRTHCASE_FAMILY */
} fact;

/* What the hospital's system knows. */
static const fact record[] = {
    {"channel", "hospital", BIRTHCASE_FAMILY},
    {"applied_at", "2019-06-10T09:30", BIRTHCASE_FAMILY},
    {"applicant.role", "mother", BIRTHCASE_FAMILY},
    {"settlement.with", "father", BIRTHCASE_FAMILY},
    {"mother.name", "李䶮", BIRTHCASE_FAMILY},
    {"mother.id_type", "01", BIRTHCASE_FAMILY},
    {"father.id_type", "01", BIRTHCASE_FAMILY},
    {"father.hukou.division", "330782", BIRTHCASE_FAMILY},
    {"marriage.status", "20", BIRTHCASE_FAMILY},
    {"birth.institution.licensed", "true", BIRTHCASE_FAMILY},
    {"newborn.name", "王𠮷", 0},
    {"newborn.sex", "2", 0},
    {"newborn.born_at", "2019-06-08T14:20", 0},
    {"newborn.weight_g", "3250", 0},
    {"newborn.hepatitis_b.given_on", "2019-06-08", 0},
    {"newborn.bcg.given_on", "2019-06-08", 0},
    {NULL, NULL, 0},
};

/* What the family says when it is asked. */
static const fact answers[] = {
    {"mother.hukou.division", "330108", BIRTHCASE_FAMILY},
    {"delivery.method", "outlet", BIRTHCASE_FAMILY},
    {NULL, NULL, 0},
};

/* One case at the counter. */
typedef struct {
  birthcase_session* session;
  birthcase_profile* yiwu;
  birthcase_application* application;
  birthcase_plan* plan;
} counter;

/* Ends the program with the library's own words if a call failed. They are for the log: they quote no personal data. */
static void need(birthcase_session* session, birthcase_status status) {
  const char* message = birthcase_status_name(status);
  if (status == BIRTHCASE_OK) return;
  birthcase_session_error_message(session, &message, NULL);
  fprintf(stderr, "%s\n", message);
  exit(1);
}

static void put(counter* at, const fact* facts) {
  for (; facts->name != NULL; ++facts) {
    need(at->session, birthcase_application_put(at->session, at->application, facts->name, BIRTHCASE_NUL_ENDED,
                                                facts->newborn, facts->value, BIRTHCASE_NUL_ENDED));
  }
}

/* Plans for the day of `applied_at`, which an empty day means. */
static void plan_anew(counter* at) {
  birthcase_plan_free(&at->plan);
  need(at->session, birthcase_plan_new(at->session, at->yiwu, at->application, NULL, 0, &at->plan));
}

static int32_t count_of(const counter* at, int32_t list) {
  int32_t count = 0;
  need(at->session, birthcase_plan_count(at->session, at->plan, list, &count));
  return count;
}

/* A text of the plan; it is the session's, and gone with the next one. */
static const char* text_of(const counter* at, int32_t attribute, int32_t index) {
  const char* text = "";
  need(at->session, birthcase_plan_text(at->session, at->plan, attribute, index, &text, NULL));
  return text;
}

/* Prints a text of the plan between two others, or nothing where there is none. */
static void print(const counter* at, const char* before, int32_t attribute, int32_t index, const char* after) {
  const char* text = text_of(at, attribute, index);
  if (*text != '\0') printf("%s%s%s", before, text, after);
}

static void print_names(const counter* at) {
  const char* name = "";
  need(at->session, birthcase_application_get(at->session, at->application, "newborn.name", BIRTHCASE_NUL_ENDED, 0,
                                              NULL, &name, NULL));
  printf("%s, ", name);
  need(at->session, birthcase_application_get(at->session, at->application, "mother.name", BIRTHCASE_NUL_ENDED,
                                              BIRTHCASE_FAMILY, NULL, &name, NULL));
  printf("%s\n", name);
}

/* What the library asks. */
static void print_questions(const counter* at) {
  for (int32_t i = 0; i < count_of(at, BIRTHCASE_UNDETERMINED); ++i) {
    print(at, "? ", BIRTHCASE_UNDETERMINED_LABEL, i, " ");
    print(at, "(", BIRTHCASE_UNDETERMINED_FACT, i, ")\n");
  }
}

/* Every document: + to bring, - not to bring; whose; and why. */
static void print_evidence(const counter* at) {
  for (int32_t i = 0; i < count_of(at, BIRTHCASE_EVIDENCE); ++i) {
    int bring = strcmp(text_of(at, BIRTHCASE_EVIDENCE_STATUS, i), "bring") == 0;
    print(at, bring ? "+ " : "- ", BIRTHCASE_EVIDENCE_LABEL, i, "");
    print(at, " / ", BIRTHCASE_EVIDENCE_HOLDER_LABEL, i, "");
    print(at, ": ", BIRTHCASE_EVIDENCE_REASON, i, "");
    putchar('\n');
  }
}

static void print_route(const counter* at) {
  for (int32_t i = 0; i < count_of(at, BIRTHCASE_STEPS); ++i) {
    print(at, "> ", BIRTHCASE_STEP_LABEL, i, ": ");
    print(at, "", BIRTHCASE_STEP_ORGANISATION_LABEL, i, ", ");
    print(at, "", BIRTHCASE_STEP_DUE, i, "");
    putchar('\n');
  }
}

int main(void) {
  counter at = {NULL, NULL, NULL, NULL};
  need(NULL, birthcase_session_new(BIRTHCASE_UTF8, BIRTHCASE_CHINESE, &at.session));
  need(at.session, birthcase_profile_built_in(at.session, "yiwu", BIRTHCASE_NUL_ENDED, &at.yiwu));
  need(at.session, birthcase_application_new(at.session, at.yiwu, &at.application));
  put(&at, record);
  plan_anew(&at);
  print_names(&at);
  print_questions(&at);

  put(&at, answers);
  plan_anew(&at);
  print_evidence(&at);
  print_route(&at);

  birthcase_plan_free(&at.plan);
  birthcase_application_free(&at.application);
  birthcase_profile_free(&at.yiwu);
  birthcase_session_free(&at.session);
  return 0;
}
