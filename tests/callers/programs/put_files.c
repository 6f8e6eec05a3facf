/*
 * put_files DAY FILE...: the plan of each application as JSON, a line each, made fact by fact. The lines of a FILE are
 *   put NEWBORN NAME VALUE,  none NEWBORN NAME,  hand-in NEWBORN TYPE HOLDER AS,  and before these  profile ID
 * with tabs between the words; NEWBORN and AS are the numbers of birthcase.h.
 */
#include <birthcase.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static birthcase_session* session;

static void need(const char* line, birthcase_status status) {
  const char* message = birthcase_status_name(status);
  if (status == BIRTHCASE_OK) return;
  birthcase_session_error_message(session, &message, NULL);
  fprintf(stderr, "%s: %s\n", line, message);
  exit(1);
}

/* Cuts the next word off the line; the last one is followed by empty ones. */
static char* next_word(char** line) {
  char* word = *line;
  char* end = word + strcspn(word, "\t\n");
  *line = *end == '\0' ? end : end + 1;
  *end = '\0';
  return word;
}

static void follow(char* line, birthcase_profile** profile, birthcase_application** application) {
  const char* kind = next_word(&line);
  if (strcmp(kind, "profile") == 0) {
    need(kind, birthcase_profile_built_in(session, next_word(&line), BIRTHCASE_NUL_ENDED, profile));
    need(kind, birthcase_application_new(session, *profile, application));
    return;
  }
  int32_t newborn = (int32_t)atol(next_word(&line));
  const char* name = next_word(&line);
  const char* value = next_word(&line);
  if (strcmp(kind, "put") == 0) {
    need(name, birthcase_application_put(session, *application, name, BIRTHCASE_NUL_ENDED, newborn, value,
                                         BIRTHCASE_NUL_ENDED));
  } else if (strcmp(kind, "none") == 0) {
    need(name, birthcase_application_put_none(session, *application, name, BIRTHCASE_NUL_ENDED, newborn));
  } else if (strcmp(kind, "hand-in") == 0) {
    need(name, birthcase_application_hand_in(session, *application, name, BIRTHCASE_NUL_ENDED, value,
                                             BIRTHCASE_NUL_ENDED, (int32_t)atol(next_word(&line)), newborn));
  } else {
    fprintf(stderr, "a line that begins with '%s'\n", kind);
    exit(2);
  }
}

static void plan_file(const char* name, const char* day) {
  static char line[1 << 16];
  birthcase_profile* profile = NULL;
  birthcase_application* application = NULL;
  birthcase_plan* plan = NULL;
  const char* text = NULL;
  int64_t length = 0;
  FILE* file = fopen(name, "rb");
  if (file == NULL) {
    fprintf(stderr, "%s cannot be read\n", name);
    exit(2);
  }
  while (fgets(line, sizeof line, file) != NULL) follow(line, &profile, &application);
  fclose(file);

  need(name, birthcase_plan_new(session, profile, application, day, BIRTHCASE_NUL_ENDED, &plan));
  need(name, birthcase_plan_json(session, plan, &text, &length));
  fwrite(text, 1, (size_t)length, stdout);
  putchar('\n');
  birthcase_plan_free(&plan);
  birthcase_application_free(&application);
  birthcase_profile_free(&profile);
}

int main(int count, char** arguments) {
  need("session", birthcase_session_new(BIRTHCASE_UTF8, BIRTHCASE_CHINESE, &session));
  for (int i = 2; i < count; ++i) plan_file(arguments[i], arguments[1]);
  birthcase_session_free(&session);
  return 0;
}
