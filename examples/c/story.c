/*
 * The first case of Wenling's joint birth service, from its acceptance on 2019-04-29 to its end: accepted, dispatched,
 * answered by each department, delivered, closed. Prints what each command came to. story.py, Story.java and story.cpp
 * tell the same story and write the same events.
 *
 *     story APPLICATION.json [EVENTS.json]
 */
#include <birthcase_case.h>
#include <stdio.h>
#include <string.h>

typedef struct {
  const char* now;
  const char* what;    /* the kind of command */
  const char* by;      /* who wants it */
  const char* members; /* the rest of its JSON */
} told;

#define ANSWERS(step) ",\"message\":\"wl-2019-0001:" step "#1:1\",\"result\":\"completed\""

static const told story[] = {
    {"2019-04-29T09:15", "accept", "window-1", ""},
    {"2019-04-29T09:16", "dispatch", "window-1", ""},
    {"2019-04-29T09:40", "answer", "hospital",
     ANSWERS("birth-certificate") ",\"outputs\":{\"newborns[0].birth_certificate.number\":\"T330000001\","
                                  "\"newborns[0].birth_certificate.issued_on\":\"2019-04-29\","
                                  "\"newborns[0].birth_certificate.institution\":\"温岭市妇女儿童医院（示例）\"}"},
    {"2019-04-29T09:41", "dispatch", "window-1", ""},
    {"2019-04-29T10:05", "answer", "health-centre", ANSWERS("vaccination-certificate")},
    {"2019-04-29T11:00", "close", "window-1", ""}, /* too early: it is refused */
    {"2019-04-29T11:20", "answer", "police",
     ANSWERS("hukou-registration") ",\"outputs\":{\"newborns[0].id_number\":\"331081201904270027\","
                                   "\"settlement.hukou_nature\":\"resident\"}"},
    {"2019-04-29T11:21", "dispatch", "window-1", ""},
    {"2019-04-29T14:00", "answer", "medical-security",
     ANSWERS("medical-insurance-enrolment") ",\"outputs\":{\"newborns[0].insurance.enrolled_on\":\"2019-04-29\"}"},
    {"2019-04-30T09:30", "answer", "card-company", ANSWERS("social-security-card")},
    {"2019-04-30T15:00", "deliver", "window-1", ",\"reference\":\"SF0000000001\""},
    {"2019-04-30T15:05", "close", "window-1", ""}};

/* Carries out a command and prints how many events it brought, or why it was not done. */
static birthcase_status tell(birthcase_session* session, birthcase_case* birth, const told* each) {
  static char command[32768];
  int64_t before = 0;
  int64_t after = 0;
  birthcase_status status = birthcase_case_version(session, birth, &before);
  if (status != BIRTHCASE_OK) return status;
  snprintf(command, sizeof command, "{\"do\":\"%s\",\"by\":\"%s\"%s}", each->what, each->by, each->members);
  status = birthcase_case_do(session, birth, command, BIRTHCASE_NUL_ENDED, each->now, BIRTHCASE_NUL_ENDED, NULL, NULL);
  birthcase_case_version(session, birth, &after);
  if (status == BIRTHCASE_OK) {
    printf("%s %s: %d\n", each->now, each->what, (int)(after - before));
  } else {
    printf("%s %s: %s\n", each->now, each->what, birthcase_status_name(status));
  }
  return status == BIRTHCASE_REFUSED ? BIRTHCASE_OK : status;
}

/* The command has the application in it as it stands in the file. */
static birthcase_status open_case(birthcase_session* session, birthcase_case* birth, const char* name) {
  static const char begin[] = ",\"application\":";
  static char members[16384];
  told opening = {"2019-04-29T09:10", "open", "window-1", members};
  FILE* file = fopen(name, "rb");
  size_t size = file == NULL ? 0 : fread(members + sizeof begin - 1, 1, sizeof members - sizeof begin, file);
  if (file != NULL) fclose(file);
  if (size == 0) return BIRTHCASE_MISSING;
  memcpy(members, begin, sizeof begin - 1);
  return tell(session, birth, &opening);
}

static birthcase_status write_events(birthcase_session* session, const birthcase_case* birth, const char* name) {
  const char* text = NULL;
  int64_t length = 0;
  birthcase_status status = birthcase_case_events(session, birth, 0, &text, &length);
  FILE* file = status == BIRTHCASE_OK ? fopen(name, "wb") : NULL;
  if (file == NULL) return status;
  fwrite(text, 1, (size_t)length, file);
  fclose(file);
  return status;
}

int main(int count, char** arguments) {
  birthcase_session* session = NULL;
  birthcase_profile* wenling = NULL;
  birthcase_case* birth = NULL;
  const char* text = "";
  size_t next = 0;
  int failed = count < 2 || birthcase_session_new(BIRTHCASE_UTF8, BIRTHCASE_CHINESE, &session) ||
               birthcase_profile_built_in(session, "wenling", BIRTHCASE_NUL_ENDED, &wenling) ||
               birthcase_case_new(session, wenling, "wl-2019-0001", BIRTHCASE_NUL_ENDED, &birth) ||
               open_case(session, birth, arguments[1]);
  for (next = 0; next < sizeof story / sizeof *story && !failed; ++next) failed = tell(session, birth, &story[next]);
  if (!failed && count > 2) failed = write_events(session, birth, arguments[2]);
  if (failed && birthcase_session_error_message(session, &text, NULL) == BIRTHCASE_OK) fprintf(stderr, "%s\n", text);
  birthcase_case_free(&birth);
  birthcase_profile_free(&wenling);
  birthcase_session_free(&session);
  return failed;
}
