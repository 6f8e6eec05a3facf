/*
 * Writes what the library answers about applications: of each file named, in each encoding, what is wrong with it and its
 * whole plan. Every artefact of a release has to write the same bytes; release/same-bytes compares them.
 *
 *   same_bytes FILE…
 */
#include <birthcase.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#endif

#define FIRST_DAY "2019-06-10"

static void put(const char* what, const char* text, int64_t length) {
  printf("%s %lld\n", what, (long long)length);
  fwrite(text, 1, (size_t)length, stdout);
  putchar('\n');
}

static char* read_file(const char* name, int64_t* length) {
  static char bytes[1 << 20];
  FILE* file = fopen(name, "rb");
  if (file == NULL) return NULL;
  *length = (int64_t)fread(bytes, 1, sizeof bytes, file);
  fclose(file);
  return bytes;
}

static int failed(birthcase_session* session, const char* file) {
  const char* message = "";
  birthcase_session_error_message(session, &message, NULL);
  fprintf(stderr, "same_bytes: %s: %s\n", file, message);
  return 1;
}

/* In the encoding of the session. */
static char* encoded(birthcase_session* session, int32_t encoding, const char* text, int64_t* length) {
  const char* converted = NULL;
  char* copy = NULL;
  if (birthcase_convert(session, BIRTHCASE_UTF8, encoding, text, *length, &converted, length)) return NULL;
  copy = malloc((size_t)*length + 1);
  if (copy != NULL) memcpy(copy, converted, (size_t)*length);
  return copy;
}

static int answer(birthcase_session* session, const char* file, const char* json, int64_t length) {
  const char* text = NULL;
  char id[64];
  int64_t size = 0;
  int32_t findings = 0;
  birthcase_profile* profile = NULL;
  birthcase_application* application = NULL;
  int wrong = birthcase_application_profile_named_in(session, json, length, &text, NULL) ||
              birthcase_session_copy_text(session, id, sizeof id, &size) ||
              birthcase_profile_built_in(session, id, BIRTHCASE_NUL_ENDED, &profile) ||
              birthcase_application_parse(session, profile, json, length, &application) ||
              birthcase_application_validate(session, application, &findings, &text, &size);
  if (!wrong) {
    put("findings", text, size);
    wrong = birthcase_plan_document(session, profile, json, length, FIRST_DAY, BIRTHCASE_NUL_ENDED, &text, &size) != 0;
  }
  if (!wrong) put("plan", text, size);
  if (wrong) failed(session, file);
  birthcase_application_free(&application);
  birthcase_profile_free(&profile);
  return wrong;
}

int main(int argc, char** argv) {
  int32_t encoding;
  int i;
#ifdef _WIN32
  _setmode(1, _O_BINARY);
#endif
  for (encoding = BIRTHCASE_UTF8; encoding <= BIRTHCASE_GB18030_2000; ++encoding) {
    birthcase_session* session = NULL;
    if (birthcase_session_new(encoding, BIRTHCASE_CHINESE, &session)) return 1;
    for (i = 1; i < argc; ++i) {
      int64_t length = 0;
      const char* utf8 = read_file(argv[i], &length);
      char* json = utf8 == NULL ? NULL : encoded(session, encoding, utf8, &length);
      if (json == NULL) {
        fprintf(stderr, "same_bytes: %s cannot be read\n", argv[i]);
        return 1;
      }
      printf("application %d, encoding %d\n", i, (int)encoding);
      if (answer(session, argv[i], json, length)) return 1;
      free(json);
    }
    birthcase_session_free(&session);
  }
  return fflush(stdout) != 0;
}
