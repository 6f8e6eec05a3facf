/* An application's JSON in, its plan's JSON out. */
#include <birthcase.h>
#include <stdio.h>

static char application[1 << 20];

int main(int count, char** arguments) {
  birthcase_session* session = NULL;
  birthcase_profile* yiwu = NULL;
  const char* plan = "";
  int64_t size;
  int failed;
  FILE* file = count == 2 ? fopen(arguments[1], "rb") : NULL;
  if (!file) return 2;
  size = (int64_t)fread(application, 1, sizeof application, file);
  fclose(file);

  failed = birthcase_session_new(BIRTHCASE_UTF8, BIRTHCASE_CHINESE, &session) ||
           birthcase_profile_built_in(session, "yiwu", BIRTHCASE_NUL_ENDED, &yiwu) ||
           birthcase_plan_document(session, yiwu, application, size, NULL, 0, &plan, NULL);

  if (failed) birthcase_session_error_message(session, &plan, NULL);
  puts(plan);
  birthcase_profile_free(&yiwu);
  birthcase_session_free(&session);
  return failed;
}
