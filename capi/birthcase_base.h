/**
 * What every part of the C interface uses: statuses, encodings, the library itself and sessions.
 *
 * Include birthcase.h, which states the conventions.
 */
/* Written by ./dev interface from capi/interface: change it there. */
#ifndef BIRTHCASE_BASE_H
#define BIRTHCASE_BASE_H

#include <stdint.h>

#if defined(_WIN32)
#define BIRTHCASE_CALL __stdcall
#else
#define BIRTHCASE_CALL
#endif

#if defined(BIRTHCASE_BUILDING) && defined(_WIN32)
#define BIRTHCASE_API __declspec(dllexport)
#elif defined(_WIN32)
#define BIRTHCASE_API __declspec(dllimport)
#elif defined(__GNUC__)
#define BIRTHCASE_API __attribute__((visibility("default")))
#else
#define BIRTHCASE_API
#endif

/** The ABI that these headers describe; the number in the shared library's name. Since 0.1. */
#define BIRTHCASE_ABI_VERSION 1

/** Instead of a length: the text ends at its first NUL. Since 0.1. */
#define BIRTHCASE_NUL_ENDED (-1)

/** Instead of a newborn's place: the fact or document belongs to the family. Since 0.1. */
#define BIRTHCASE_FAMILY (-1)

#ifdef __cplusplus
extern "C" {
#endif

/** The result of a call. Since 0.1. */
typedef int32_t birthcase_status;
enum {
  BIRTHCASE_OK = 0,
  BIRTHCASE_SYNTAX = 1,            /**< the text does not parse: it is not JSON, or not a date */
  BIRTHCASE_UNKNOWN_NAME = 2,      /**< a key, field, code, id or function that does not exist */
  BIRTHCASE_WRONG_TYPE = 3,        /**< a value of another type than the required one */
  BIRTHCASE_OUT_OF_RANGE = 4,      /**< a value, size, depth or index beyond its limit */
  BIRTHCASE_ENCODING = 5,          /**< a text is not in the session's encoding, or cannot be represented in it */
  BIRTHCASE_CONTRADICTION = 6,     /**< two statements in the input exclude each other */
  BIRTHCASE_MISSING = 7,           /**< something required is not there */
  BIRTHCASE_BAD_ARGUMENT = 8,      /**< a NULL, a negative length or a constant that this function does not know */
  BIRTHCASE_BAD_HANDLE = 9,        /**< the handle is NULL, of another kind, or freed already */
  BIRTHCASE_BUFFER_TOO_SMALL = 10, /**< nothing was copied; the needed length was given */
  BIRTHCASE_OUT_OF_MEMORY = 11,    /**< nothing was changed; free something and try again */
  BIRTHCASE_INTERNAL = 12,         /**< a defect of this library; please report it */
  BIRTHCASE_REFUSED = 13,          /**< the rules or the state of a case forbid the command now; since 0.2 */
  /** another program has changed it in the meantime: read it again, then try again; since 0.2 */
  BIRTHCASE_CONFLICT = 14,
  BIRTHCASE_STORAGE = 15 /**< the disk or the database failed; since 0.2 */
};

/**
 * The encoding of all texts of a session, in and out. The editions of GB 18030 differ in 18 or 19 characters; no
 * character is lost in any of them. GBK and GB 2312 are subsets of each. Since 0.1.
 */
enum {
  BIRTHCASE_UTF8 = 0,
  BIRTHCASE_GB18030 = 1,      /**< the edition of 2022, in force since August 2023 */
  BIRTHCASE_GB18030_2005 = 2, /**< the edition of 2005: ICU up to 72 */
  BIRTHCASE_GB18030_2000 = 3  /**< the edition of 2000: Windows code page 54936, .NET, Python, Java up to 2022 */
};

/**
 * The language of labels and messages. Errors are in English, for programmers. If a case refuses a command, the message
 * is in the language of the session, for people. Since 0.1.
 */
enum { BIRTHCASE_CHINESE = 0, BIRTHCASE_ENGLISH = 1 };

/** An encoding, a language, the last text and the last error. Belongs to one thread at a time. Since 0.1. */
typedef struct birthcase_session birthcase_session;
/** The rules of a place. Immutable. Any number of threads may use it at once. Since 0.1. */
typedef struct birthcase_profile birthcase_profile;
/** The facts of one birth, as far as they are known. Belongs to one thread at a time. Since 0.1. */
typedef struct birthcase_application birthcase_application;
/** The answer for one birth. Immutable. Belongs to one thread at a time. Since 0.1. */
typedef struct birthcase_plan birthcase_plan;

/* ------------------------------------------------------------------ the library itself */

/** The version of the library, such as `0.3.0`. Static, ends with NUL. Since 0.1. */
BIRTHCASE_API const char* BIRTHCASE_CALL
birthcase_version(void);

/**
 * The ABI of the library. A program that loads the library by hand must compare it with BIRTHCASE_ABI_VERSION.
 * Since 0.1.
 */
BIRTHCASE_API int32_t BIRTHCASE_CALL
birthcase_abi_version(void);

/**
 * The name of a status, such as `unknown-name`; `unknown-status` for other numbers. Static, ends with NUL.
 * Since 0.1.
 */
BIRTHCASE_API const char* BIRTHCASE_CALL
birthcase_status_name(birthcase_status status);

/* ------------------------------------------------------------------ sessions */

/** Opens a session. Nearly every other call needs one. Errors: BAD_ARGUMENT, OUT_OF_MEMORY. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_session_new(int32_t encoding, int32_t language, birthcase_session** session);

/** Closes a session. The texts that it yielded are no longer valid. Errors: BAD_HANDLE. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_session_free(birthcase_session** session);

/**
 * Copies the text that the last call of this session yielded, and adds a NUL.
 *   buffer  where to copy the text, and the size of this buffer in bytes; pass NULL and 0 to get the length only
 *   needed  gets the length of the text plus 1, also if the call fails with BUFFER_TOO_SMALL
 * Errors: BAD_HANDLE, BAD_ARGUMENT, BUFFER_TOO_SMALL. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_session_copy_text(birthcase_session* session, char* buffer, int64_t capacity, int64_t* needed);

/**
 * The error of the last failed call of this session in one line, for the programmer's log; empty if no call has failed.
 * A call that succeeds does not clear the last error. Yields text.
 * Errors: BAD_HANDLE, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_session_error_message(birthcase_session* session, const char** text, int64_t* length);

/**
 * The error of the last failed call as JSON:
 * `{"status":2,"kind":"unknown-name","message":"…","document":"…","path":"/mother/nmae","line":1,"column":14}`; `null`
 * if no call has failed. The JSON has no `document`, `path`, `line` or `column` if the error has none. The refusal of a
 * case has two more members, see birthcase_case.h. Yields JSON.
 * Errors: BAD_HANDLE, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_session_error_json(birthcase_session* session, const char** text, int64_t* length);

/**
 * Converts a text between two encodings; the encoding of the session does not matter. No character is ever replaced: if
 * one cannot be converted, the call fails with ENCODING, with the byte offset in the message and the character's
 * position as `column`.
 *   bytes  the text, up to 64 MiB
 * Yields the text in the encoding `to`.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, ENCODING, OUT_OF_RANGE, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_convert(birthcase_session* session, int32_t from, int32_t to, const char* bytes, int64_t bytes_length,
                  const char** text, int64_t* length);

#ifdef __cplusplus
}
#endif

#endif /* BIRTHCASE_BASE_H */
