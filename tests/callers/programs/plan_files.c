/* plan_files DAY FILE...: the plan of each application as JSON, a line each. An empty DAY is that of `applied_at`. */
#include <birthcase.h>
#include <stdio.h>
#include <stdlib.h>

static birthcase_session* session;

static void need(const char* file, birthcase_status status) {
  const char* message = birthcase_status_name(status);
  if (status == BIRTHCASE_OK) return;
  birthcase_session_error_message(session, &message, NULL);
  fprintf(stderr, "%s: %s\n", file, message);
  exit(1);
}

static char* read_file(const char* name, int64_t* length) {
  const size_t most = 1 << 21; /* twice what the library takes */
  char* bytes = malloc(most);
  FILE* file = fopen(name, "rb");
  if (bytes == NULL || file == NULL) {
    fprintf(stderr, "%s cannot be read\n", name);
    exit(2);
  }
  *length = (int64_t)fread(bytes, 1, most, file);
  fclose(file);
  return bytes;
}

static void plan_file(const char* file, const char* day) {
  birthcase_profile* profile = NULL;
  birthcase_application* application = NULL;
  birthcase_plan* plan = NULL;
  const char* text = NULL;
  int64_t length = 0;
  char* json = read_file(file, &length);

  need(file, birthcase_application_profile_named_in(session, json, length, &text, NULL));
  need(file, birthcase_profile_built_in(session, text, BIRTHCASE_NUL_ENDED, &profile));
  need(file, birthcase_application_parse(session, profile, json, length, &application));
  need(file, birthcase_plan_new(session, profile, application, day, BIRTHCASE_NUL_ENDED, &plan));
  need(file, birthcase_plan_json(session, plan, &text, &length));
  fwrite(text, 1, (size_t)length, stdout);
  putchar('\n');

  birthcase_plan_free(&plan);
  birthcase_application_free(&application);
  birthcase_profile_free(&profile);
  free(json);
}

int main(int count, char** arguments) {
  need("session", birthcase_session_new(BIRTHCASE_UTF8, BIRTHCASE_CHINESE, &session));
  for (int i = 2; i < count; ++i) plan_file(arguments[i], arguments[1]);
  birthcase_session_free(&session);
  return 0;
}
