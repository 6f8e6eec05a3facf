/*
 * Loads birthcase.dll and lets it go again many times, calling it in between by the names that GetProcAddress knows, as
 * Delphi, PowerBuilder and .NET do. Prints what loading and the first session with a profile take.
 *
 *   load_loop [TIMES]
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>
/* after windows.h, which defines names away */
#include <birthcase.h>
#include <birthcase_case.h>
#include <birthcase_store.h>

typedef int32_t(BIRTHCASE_CALL* session_new_function)(int32_t, int32_t, birthcase_session**);
typedef int32_t(BIRTHCASE_CALL* session_free_function)(birthcase_session**);
typedef int32_t(BIRTHCASE_CALL* built_in_function)(birthcase_session*, const char*, int64_t, birthcase_profile**);
typedef int32_t(BIRTHCASE_CALL* profile_free_function)(birthcase_profile**);

static double milliseconds(void) {
  LARGE_INTEGER now, frequency;
  QueryPerformanceCounter(&now);
  QueryPerformanceFrequency(&frequency);
  return 1000.0 * (double)now.QuadPart / (double)frequency.QuadPart;
}

static void* address_of(HMODULE library, const char* name) {
  void* const address = (void*)(uintptr_t)GetProcAddress(library, name);
  if (address == NULL) {
    fprintf(stderr, "load_loop: birthcase.dll exports no %s\n", name);
    exit(1);
  }
  return address;
}

static void use(HMODULE library) {
  birthcase_session* session = NULL;
  birthcase_profile* profile = NULL;
  const int wrong =
      ((session_new_function)address_of(library, "birthcase_session_new"))(BIRTHCASE_GB18030, BIRTHCASE_CHINESE, &session) ||
      ((built_in_function)address_of(library, "birthcase_profile_built_in"))(session, "yiwu", BIRTHCASE_NUL_ENDED, &profile) ||
      ((profile_free_function)address_of(library, "birthcase_profile_free"))(&profile) ||
      ((session_free_function)address_of(library, "birthcase_session_free"))(&session);
  if (wrong) {
    fprintf(stderr, "load_loop: a session with the profile yiwu failed\n");
    exit(1);
  }
}

int main(int argc, char** argv) {
  const int times = argc > 1 ? atoi(argv[1]) : 100;
  int i;
  for (i = 0; i < times; ++i) {
    const double begin = milliseconds();
    HMODULE library = LoadLibraryA("birthcase.dll");
    const double loaded = milliseconds();
    if (library == NULL) {
      fprintf(stderr, "load_loop: birthcase.dll cannot be loaded, error %lu\n", GetLastError());
      return 1;
    }
    use(library);
    if (i == 0) printf("loaded in %.0f ms, session and profile in %.0f ms\n", loaded - begin, milliseconds() - loaded);
    if (!FreeLibrary(library)) return 1;
  }
  printf("loaded and freed %d times\n", times);
  return 0;
}
