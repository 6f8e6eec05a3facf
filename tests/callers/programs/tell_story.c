/* tell_story STORY EVENTS: as tell_story.cpp, through the C interface. */
#include <birthcase_case.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static birthcase_session* session;

static void need(birthcase_status status) {
  const char* message = birthcase_status_name(status);
  if (status == BIRTHCASE_OK) return;
  birthcase_session_error_message(session, &message, NULL);
  fprintf(stderr, "%s\n", message);
  exit(1);
}

static void tell(birthcase_case* birth, char* line) {
  char* command = strchr(line, ' ');
  const char* text = NULL;
  int64_t length = 0;
  birthcase_status status = BIRTHCASE_OK;
  if (command == NULL) return;
  *command++ = '\0';
  command[strcspn(command, "\n")] = '\0';
  status = birthcase_case_do(session, birth, command, BIRTHCASE_NUL_ENDED, line, BIRTHCASE_NUL_ENDED, &text, &length);
  if (status == BIRTHCASE_OK) {
    fwrite(text, 1, (size_t)length, stdout);
    putchar('\n');
  } else if (status == BIRTHCASE_REFUSED) {
    puts("refused");
  } else {
    need(status);
  }
}

int main(int count, char** arguments) {
  static char line[1 << 20];
  birthcase_profile* profile = NULL;
  birthcase_case* birth = NULL;
  const char* text = NULL;
  int64_t length = 0;
  char* id = NULL;
  FILE* story = count < 3 ? NULL : fopen(arguments[1], "rb");
  FILE* events = NULL;
  if (story == NULL || fgets(line, sizeof line, story) == NULL || (id = strchr(line, ' ')) == NULL) return 2;
  *id++ = '\0';
  id[strcspn(id, "\n")] = '\0';
  need(birthcase_session_new(BIRTHCASE_UTF8, BIRTHCASE_CHINESE, &session));
  need(birthcase_profile_built_in(session, line, BIRTHCASE_NUL_ENDED, &profile));
  need(birthcase_case_new(session, profile, id, BIRTHCASE_NUL_ENDED, &birth));
  while (fgets(line, sizeof line, story) != NULL) tell(birth, line);
  need(birthcase_case_events(session, birth, 0, &text, &length));
  events = fopen(arguments[2], "wb");
  if (events == NULL) return 2;
  fwrite(text, 1, (size_t)length, events);
  fclose(events);
  fclose(story);
  birthcase_case_free(&birth);
  birthcase_profile_free(&profile);
  birthcase_session_free(&session);
  return 0;
}
