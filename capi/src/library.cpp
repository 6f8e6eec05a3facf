// The library itself: versions and the names of statuses.
#include "birthcase.h"

extern "C" {

const char* BIRTHCASE_CALL birthcase_version(void) { return BIRTHCASE_VERSION; }

int32_t BIRTHCASE_CALL birthcase_abi_version(void) { return BIRTHCASE_ABI_VERSION; }

const char* BIRTHCASE_CALL birthcase_status_name(birthcase_status status) {
  static constexpr const char* names[] = {"ok",           "syntax",     "unknown-name",     "wrong-type",
                                          "out-of-range", "encoding",   "contradiction",    "missing",
                                          "bad-argument", "bad-handle", "buffer-too-small", "out-of-memory",
                                          "internal",     "refused",    "conflict",         "storage"};
  constexpr birthcase_status count = sizeof names / sizeof *names;
  return status >= 0 && status < count ? names[status] : "unknown-status";
}

}  // extern "C"
