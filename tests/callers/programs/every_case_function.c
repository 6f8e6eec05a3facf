/*
 * Calls every function about cases and stores, in GB18030, and prints what each gave. EveryCaseFunction.cs and
 * every_case_function.pas do the same through their declarations: they print the same bytes.
 *
 *     every_case_function APPLICATION.json STORE.db
 */
#include <birthcase_store.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define END BIRTHCASE_NUL_ENDED
#define ID "wl-2019-0001"
#define OPENED "2019-04-29T09:10"
#define NOW "2019-04-29T09:15"
#define MESSAGE ID ":birth-certificate#1:1"

static const char accept_it[] = "{\"do\": \"accept\", \"by\": \"window-1\"}";
static const char dispatch_it[] = "{\"do\": \"dispatch\", \"by\": \"window-1\"}";

static birthcase_session* session;
static birthcase_profile* wenling;
static birthcase_case* birth;
static birthcase_store* store;
static char* open_it;

static const char* text;
static int64_t length;

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

/* Of a text with random numbers in it. */
static void show_length(const char* function, birthcase_status status) {
  need(status);
  show_number(function, length);
}

/* The command that opens a case with the application in a file of UTF-8. */
static void read_application(const char* name) {
  static const char before[] = "{\"do\": \"open\", \"by\": \"window-1\", \"application\": ";
  static char bytes[16384];
  FILE* file = fopen(name, "rb");
  size_t size = file == NULL ? 0 : fread(bytes, 1, sizeof bytes, file);
  if (file != NULL) fclose(file);
  need(birthcase_convert(session, BIRTHCASE_UTF8, BIRTHCASE_GB18030, bytes, (int64_t)size, &text, &length));
  open_it = malloc(sizeof before + (size_t)length + 1);
  if (open_it == NULL) exit(1);
  sprintf(open_it, "%s%s}", before, text);
}

static void call_case(void) {
  birthcase_profile* profile = NULL;
  birthcase_plan* plan = NULL;
  int64_t version = 0;
  need(birthcase_case_new(session, wenling, ID, END, &birth));
  show_text("case_do", birthcase_case_do(session, birth, open_it, END, OPENED, END, &text, &length));
  show_text("case_do", birthcase_case_do(session, birth, accept_it, END, NOW, END, &text, &length));
  show_text("case_do", birthcase_case_do(session, birth, dispatch_it, END, NOW, END, &text, &length));
  show_text("case_id", birthcase_case_id(session, birth, &text, &length));
  need(birthcase_case_version(session, birth, &version));
  show_number("case_version", version);
  need(birthcase_case_profile(session, birth, &profile));
  show_text("case_profile", birthcase_profile_id(session, profile, &text, &length));
  show_text("case_json", birthcase_case_json(session, birth, NOW, END, &text, &length));
  need(birthcase_case_plan(session, birth, "2019-05-01", END, &plan));
  show_text("case_plan", birthcase_plan_text(session, plan, BIRTHCASE_STEP_LABEL, 1, &text, &length));
  show_text("case_due", birthcase_case_due(session, birth, NOW, END, &text, &length));
  show_text("case_paper", birthcase_case_paper(session, birth, "receipt", END, "", 0, "2019-05-01", END, "text", END,
                                               &text, &length));
  show_text("case_events", birthcase_case_events(session, birth, 1, &text, &length));
  birthcase_plan_free(&plan);
  birthcase_profile_free(&profile);
}

/* A look-up that is answered, a return with its supplement notice, and a clock that was ahead. */
static void call_detours(void) {
  static const char ask_it[] = "{\"do\": \"ask-look-up\", \"by\": \"window-1\"}";
  static const char found_it[] =
      "{\"do\": \"answer-look-up\", \"by\": \"link-1\", \"message\": \"wl-2019-0001:wenling/marriage-s"
      "hared:1\", \"result\": \"found\", \"reference\": \"MZ-1\"}";
  static const char return_it[] =
      "{\"do\": \"answer\", \"by\": \"link-1\", \"message\": \"wl-2019-0001:birth-certificate#1:1\", \""
      "result\": \"returned\", \"wanted_evidence\": [{\"type\": \"marriage-certificate\"}], \"reason\": \"blurred\"}";
  static const char bring_it[] =
      "{\"do\": \"supplement\", \"by\": \"window-1\", \"evidence\": [{\"type\": \"marriage-certificate\"}]}";
  static const char repair_it[] =
      "{\"do\": \"repair-clock\", \"by\": \"window-1\", \"reason\": \"set to the wrong year\"}";
  birthcase_case* detours = NULL;
  birthcase_plan* plan = NULL;
  need(birthcase_case_new(session, wenling, ID, END, &detours));
  need(birthcase_case_do(session, detours, open_it, END, OPENED, END, &text, &length));
  show_text("ask", birthcase_case_do(session, detours, ask_it, END, OPENED, END, &text, &length));
  show_text("found", birthcase_case_do(session, detours, found_it, END, OPENED, END, &text, &length));
  need(birthcase_case_plan(session, detours, "2019-05-01", END, &plan));
  show_text("look_up_id", birthcase_plan_text(session, plan, BIRTHCASE_LOOK_UP_ID, 1, &text, &length));
  show_text("look_up_state", birthcase_plan_text(session, plan, BIRTHCASE_LOOK_UP_STATE, 1, &text, &length));
  need(birthcase_plan_free(&plan));
  need(birthcase_case_do(session, detours, accept_it, END, NOW, END, &text, &length));
  need(birthcase_case_do(session, detours, dispatch_it, END, NOW, END, &text, &length));
  show_text("returned", birthcase_case_do(session, detours, return_it, END, NOW, END, &text, &length));
  show_text("supplement_notice", birthcase_case_paper(session, detours, "supplement-notice", END, "", 0, "2019-05-01",
                                                      END, "text", END, &text, &length));
  show_text("ahead", birthcase_case_do(session, detours, bring_it, END, "2091-01-01T09:00", END, &text, &length));
  show_text("repaired", birthcase_case_do(session, detours, repair_it, END, NOW, END, &text, &length));
  need(birthcase_case_free(&detours));
}

static void call_replay(void) {
  birthcase_case* again = NULL;
  char* events;
  need(birthcase_case_events(session, birth, 0, &text, &length));
  events = malloc((size_t)length + 1);
  if (events == NULL) exit(1);
  memcpy(events, text, (size_t)length + 1);
  need(birthcase_case_replay(session, wenling, events, END, &again));
  show_text("case_replay", birthcase_case_json(session, again, NOW, END, &text, &length));
  need(birthcase_case_free(&again));
  free(events);
}

static void call_refusal(void) {
  show_number("refused", birthcase_case_do(session, birth, accept_it, END, NOW, END, &text, &length));
  show_text("session_error_message", birthcase_session_error_message(session, &text, &length));
  show_text("session_error_json", birthcase_session_error_json(session, &text, &length));
}

static void call_store(const char* file) {
  birthcase_store* encrypted = NULL;
  birthcase_case* loaded = NULL;
  need(birthcase_store_open(session, file, END, BIRTHCASE_READ_WRITE, &store));
  show_number("store_open_with_key",
              birthcase_store_open_with_key(session, file, END, BIRTHCASE_READ_WRITE, "short", 5, &encrypted));
  need(birthcase_store_add_profile(session, store, wenling));
  show_text("store_open_case",
            birthcase_store_open_case(session, store, wenling, ID, END, open_it, END, OPENED, END, &text, &length));
  show_text("store_do", birthcase_store_do(session, store, ID, END, accept_it, END, NOW, END, 1, &text, &length));
  show_text("store_do", birthcase_store_do(session, store, ID, END, dispatch_it, END, NOW, END, BIRTHCASE_ANY_VERSION,
                                           &text, &length));
  show_number("conflict", birthcase_store_do(session, store, ID, END, dispatch_it, END, NOW, END, 1, &text, &length));
  need(birthcase_store_load(session, store, ID, END, &loaded));
  show_text("store_load", birthcase_case_events(session, loaded, 0, &text, &length));
  need(birthcase_case_free(&loaded));
  show_text("store_cases", birthcase_store_cases(session, store, "", 0, 10, &text, &length));
  show_text("store_due", birthcase_store_due(session, store, "2019-05-06", END, NOW, END, 10, &text, &length));
}

/* The heads in it hang on random numbers. */
static void call_anchor(void) {
  char* note;
  show_length("store_anchor", birthcase_store_anchor(session, store, NOW, END, "", 0, &text, &length));
  note = malloc((size_t)length + 1);
  if (note == NULL) exit(1);
  memcpy(note, text, (size_t)length + 1);
  show_text("store_verify_against", birthcase_store_verify_against(session, store, note, END, "", 0, &text, &length));
  free(note);
}

static void call_outbox(const char* file) {
  char other[4096];
  char* document;
  show_text("store_lease", birthcase_store_lease(session, store, "link", END, "", 0, NOW, END, 60, 10, &text, &length));
  need(birthcase_store_retry(session, store, MESSAGE, END));
  need(birthcase_store_renew(session, store, MESSAGE, END, "link", END, NOW, END, 90));
  show_text("store_failed", birthcase_store_failed(session, store, MESSAGE, END, "link", END, NOW, END, "no-line", END,
                                                   1, 2, 3, &text, &length));
  show_text("store_waiting", birthcase_store_waiting(session, store, "", 0, 10, 0, &text, &length));
  need(birthcase_store_ack(session, store, MESSAGE, END, "link", END));
  show_length("store_verify", birthcase_store_verify(session, store, ID, END, &text, &length));
  call_anchor();
  show_text("store_repair", birthcase_store_repair(session, store, ID, END, NOW, END, &text, &length));
  show_text("store_damaged", birthcase_store_damaged(session, store, &text, &length));
  show_length("store_export", birthcase_store_export(session, store, ID, END, &text, &length));
  document = malloc((size_t)length + 1);
  if (document == NULL) exit(1);
  memcpy(document, text, (size_t)length + 1);
  need(birthcase_store_free(&store));
  snprintf(other, sizeof other, "%s.other", file);
  need(birthcase_store_open(session, other, END, BIRTHCASE_READ_WRITE, &store));
  show_text("store_import", birthcase_store_import(session, store, document, END, &text, &length));
  free(document);
}

int main(int count, char** arguments) {
  if (count != 3) return 2;
  need(birthcase_session_new(BIRTHCASE_GB18030, BIRTHCASE_CHINESE, &session));
  need(birthcase_profile_built_in(session, "wenling", END, &wenling));
  read_application(arguments[1]);
  call_case();
  call_detours();
  call_replay();
  call_refusal();
  call_store(arguments[2]);
  call_outbox(arguments[2]);
  need(birthcase_store_free(&store));
  need(birthcase_case_free(&birth));
  need(birthcase_profile_free(&wenling));
  need(birthcase_session_free(&session));
  free(open_it);
  return 0;
}
