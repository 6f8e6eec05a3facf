/*
 * Opens cases in a store, one after the other, and prints the id of each when the store has answered that it is kept:
 * release/try-windows kills it on the way, and runs two at a time.
 *
 *   store_writer STORE PREFIX COUNT APPLICATION      opens PREFIX-1 … PREFIX-COUNT
 */
#include <birthcase.h>
#include <birthcase_case.h>
#include <birthcase_store.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#ifdef _WIN32
#include <windows.h>
#endif

#define PROFILE "wenling"
#define NOW "2019-04-29T09:10"

static char command[1 << 16];

/* The command that opens a case with what is in a file. */
static int read_command(const char* name) {
  int used = sprintf(command, "{\"do\": \"open\", \"by\": \"window-1\", \"application\": ");
  FILE* file = fopen(name, "rb");
  if (file == NULL) return 1;
  used += (int)fread(command + used, 1, sizeof command - (size_t)used - 2, file);
  fclose(file);
  sprintf(command + used, "}");
  return 0;
}

static int failed(birthcase_session* session, const char* what) {
  const char* message = "";
  birthcase_session_error_message(session, &message, NULL);
  fprintf(stderr, "store_writer: %s: %s\n", what, message);
  return 1;
}

/* The store's name in UTF-8. What Windows gives to main is in its code page, which may have no Chinese characters. */
static const char* store_name(char** argv) {
#ifdef _WIN32
  static char name[4096];
  int count = 0;
  wchar_t** wide = CommandLineToArgvW(GetCommandLineW(), &count);
  if (wide != NULL && count > 1 && WideCharToMultiByte(CP_UTF8, 0, wide[1], -1, name, sizeof name, NULL, NULL) > 0)
    return name;
#endif
  return argv[1];
}

int main(int argc, char** argv) {
  birthcase_session* session = NULL;
  birthcase_profile* profile = NULL;
  birthcase_store* store = NULL;
  const char* name;
  int i;
  if (argc != 5 || read_command(argv[4])) {
    fprintf(stderr, "store_writer: call it as store_writer STORE PREFIX COUNT APPLICATION\n");
    return 2;
  }
  if (birthcase_session_new(BIRTHCASE_UTF8, BIRTHCASE_CHINESE, &session)) return 1;
  if (birthcase_profile_built_in(session, PROFILE, BIRTHCASE_NUL_ENDED, &profile)) return failed(session, PROFILE);
  name = store_name(argv);
  if (birthcase_store_open(session, name, BIRTHCASE_NUL_ENDED, BIRTHCASE_READ_WRITE, &store))
    return failed(session, name);
  for (i = 1; i <= atoi(argv[3]); ++i) {
    char id[64];
    const char* text = NULL;
    sprintf(id, "%.40s-%d", argv[2], i);
    if (birthcase_store_open_case(session, store, profile, id, BIRTHCASE_NUL_ENDED, command, BIRTHCASE_NUL_ENDED, NOW,
                                  BIRTHCASE_NUL_ENDED, &text, NULL))
      return failed(session, id);
    printf("%s\n", id);
    fflush(stdout);
  }
  birthcase_store_free(&store);
  birthcase_profile_free(&profile);
  birthcase_session_free(&session);
  return 0;
}
