/**
 * birthcase: China's joint birth service (出生“一件事”) for C and for everything that can call C.
 *
 * What is known about one birth goes in; out come the one form, the documents to bring with the reasons, and the route
 * through the departments with its deadlines. docs/c.md walks through this header with a program. birthcase_case.h goes
 * on from there: the life of a case. birthcase_store.h keeps cases in a file.
 *
 * CONVENTIONS, valid for every function unless its own comment says otherwise
 *
 * Status    Every call that can fail returns a `birthcase_status`: BIRTHCASE_OK is 0; everything else is a failure that
 *           changed nothing but the session's last error. Out parameters come last. A failed call leaves them as they
 *           were, save that an out handle becomes NULL. Out pointers may be NULL where the answer is not wanted, except
 *           those of handles.
 * Handles   Each kind of object has its own type. What one of the functions below gave is freed by the `…_free` of its
 *           kind, which takes the address of the caller's pointer and sets it to NULL; freeing NULL does nothing.
 *           A NULL, wrong or freed handle is BIRTHCASE_BAD_HANDLE as far as memory still shows it. Objects keep alive
 *           what they were made from: any order of freeing is right.
 * Text in   A pointer and a length in bytes, in the encoding of the session. The length may be BIRTHCASE_NUL_ENDED.
 *           NULL with the length 0 is the empty text. Nothing keeps the caller's memory after the call.
 * Text out  A pointer and a length in bytes, in the encoding of the session, with a NUL behind it that the length does
 *           not count. It belongs to the session and is good until the next call with this session that yields text.
 *           Who wants it in memory of their own calls `birthcase_session_copy_text` next; the out pointers may then be
 *           NULL.
 * Newborns  Counted from 0; BIRTHCASE_FAMILY for what belongs to the family.
 * Days      `YYYY-MM-DD`. Nothing in this library reads a clock, a file, a socket or the environment, save that the
 *           functions of birthcase_store.h, and they alone, read and write the file that they are told.
 * Threads   A profile may be used by any number of threads at once. Every other handle belongs to one thread at a time;
 *           different sessions may be used in different threads. There is no global state.
 * Privacy   No error and no finding quotes a value that a person typed: it says where (a JSON pointer) and what to do.
 * Limits    An application of 1 MiB, a profile, a code table or a document of rule tests of 8 MiB, 16 newborns, 256 documents handed
 *           in, 64 MiB to convert; any other text 1 MiB.
 * Memory    When it runs out, the call fails with BIRTHCASE_OUT_OF_MEMORY and everything is as it was before.
 *
 * Values of constants never change their meaning. Functions and constants are only added; each says since when.
 */
#ifndef BIRTHCASE_H
#define BIRTHCASE_H

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

/** The ABI that this header describes; the number in the shared library's name. Since 0.1. */
#define BIRTHCASE_ABI_VERSION 1

/** Instead of a length: the text ends at its first NUL. Since 0.1. */
#define BIRTHCASE_NUL_ENDED (-1)

/** Instead of a newborn's place: the fact or document is the family's. Since 0.1. */
#define BIRTHCASE_FAMILY (-1)

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------ constants */

/** What a call came to. */
typedef int32_t birthcase_status;
enum {
  BIRTHCASE_OK = 0,
  BIRTHCASE_SYNTAX = 1,            /**< not JSON, not a date: the text does not parse */
  BIRTHCASE_UNKNOWN_NAME = 2,      /**< a key, field, code, id or function that does not exist */
  BIRTHCASE_WRONG_TYPE = 3,        /**< a value of another type than the one that belongs there */
  BIRTHCASE_OUT_OF_RANGE = 4,      /**< a value, size, depth or index beyond its limit */
  BIRTHCASE_ENCODING = 5,          /**< not in the session's encoding, or not representable in it */
  BIRTHCASE_CONTRADICTION = 6,     /**< two statements of one document exclude each other */
  BIRTHCASE_MISSING = 7,           /**< something that has to be there is not */
  BIRTHCASE_BAD_ARGUMENT = 8,      /**< a NULL, a negative length or a constant that this function does not know */
  BIRTHCASE_BAD_HANDLE = 9,        /**< NULL, of another kind, or freed already */
  BIRTHCASE_BUFFER_TOO_SMALL = 10, /**< nothing was copied; the needed length was given */
  BIRTHCASE_OUT_OF_MEMORY = 11,    /**< nothing was changed; free something and try again */
  BIRTHCASE_INTERNAL = 12,         /**< a defect of this library; please report it */
  BIRTHCASE_REFUSED = 13,          /**< understood, but a case's rules or its state forbid it now; since 0.2 */
  BIRTHCASE_CONFLICT = 14,         /**< somebody else was faster: read again, then try again; since 0.2 */
  BIRTHCASE_STORAGE = 15           /**< the disk or the database failed; since 0.2 */
};

/** How the texts of a session are encoded, both ways. The editions of GB 18030 differ in 18 or 19 characters; nothing is
 * lost in any of them. GBK and GB 2312 are subsets of each. */
enum {
  BIRTHCASE_UTF8 = 0,
  BIRTHCASE_GB18030 = 1,      /**< the edition of 2022, in force since August 2023 */
  BIRTHCASE_GB18030_2005 = 2, /**< the edition of 2005: ICU up to 72 */
  BIRTHCASE_GB18030_2000 = 3  /**< the edition of 2000: Windows code page 54936, .NET, Python, Java up to 2022 */
};

/** The language of labels and messages. Errors are in English: they are for programmers. Only what a case refuses is
 * told in the language of the session: that is for people. */
enum { BIRTHCASE_CHINESE = 0, BIRTHCASE_ENGLISH = 1 };

/** What is known of a fact. */
enum {
  BIRTHCASE_FACT_UNKNOWN = 0, /**< not told yet */
  BIRTHCASE_FACT_NONE = 1,    /**< told: there is none */
  BIRTHCASE_FACT_KNOWN = 2
};

/** The form in which a document was handed in. */
enum { BIRTHCASE_ORIGINAL = 0, BIRTHCASE_PAPER_COPY = 1, BIRTHCASE_SCAN = 2 };

/** The lists of a plan, for `birthcase_plan_count`. */
enum {
  BIRTHCASE_SERVICES = 1,      /**< a service for the family or one newborn, and its lane */
  BIRTHCASE_FIELDS = 2,        /**< the fields of the one form */
  BIRTHCASE_EVIDENCE = 3,      /**< the documents, to bring or not */
  BIRTHCASE_STEPS = 4,         /**< the route */
  BIRTHCASE_UNDETERMINED = 5,  /**< the facts to ask for */
  BIRTHCASE_FINDINGS = 6,      /**< remarks on the application */
  BIRTHCASE_MISSING_ITEMS = 7, /**< what acceptance still waits for */
  BIRTHCASE_DEFERRABLE = 8,    /**< what may come later */
  BIRTHCASE_LOOK_UPS = 9       /**< what organisations are asked instead of the family. Since 0.3 */
};

/**
 * The attributes of a plan and of its items. The hundreds of an item's attribute are its list. docs/plan.md tells what
 * each one means; several ids in one text are separated by commas.
 */
enum {
  /* Of the plan; the index is 0. */
  BIRTHCASE_PLAN_PROFILE = 1,           /**< text: id */
  BIRTHCASE_PLAN_AS_OF = 2,             /**< text: day */
  BIRTHCASE_PLAN_DUE = 3,               /**< text: when the last result is due; empty where it cannot be known */
  BIRTHCASE_PLAN_ACCEPTABLE = 4,        /**< number: 1 if the window can take the case in now */
  BIRTHCASE_PLAN_DEPARTMENT_FIELDS = 5, /**< number: lines on the departments' own forms */
  BIRTHCASE_PLAN_UNIFIED_FIELDS = 6,    /**< number: fields of the one form */
  BIRTHCASE_PLAN_ASKED_FIELDS = 7,      /**< number: of these, the ones that the family is asked */
  BIRTHCASE_PLAN_RULES_VERSION = 8,     /**< text: SHA-256 of the profile and those it extends; since 0.3 */
  BIRTHCASE_PLAN_CODES_VERSION = 9,     /**< text: SHA-256 of the code tables; since 0.3 */
  BIRTHCASE_PLAN_CALENDAR_VERSION = 10, /**< text: SHA-256 of the holiday notices; since 0.3 */
  BIRTHCASE_PLAN_COUNTED_UNTIL = 11, /**< text: the last day up to which working days are known on the day of the plan;
                                             empty if not even of that day; since 0.3 */
  BIRTHCASE_PLAN_AS_JSON = 12,       /**< text: the whole plan, as `birthcase_plan_json` gives it; since 0.3 */
  BIRTHCASE_PLAN_TRIPS = 13,  /**< number: one to a joint window, and one for each service that is not handled there,
                                   unless it was done before, is optional or to be had nowhere; since 0.3 */
  BIRTHCASE_PLAN_PAPERS = 14, /**< number: documents to bring, each once for every trip that needs it; since 0.3 */
  BIRTHCASE_PLAN_SHEETS = 15, /**< number: originals and copies that these are; since 0.3 */
  BIRTHCASE_PLAN_EVIDENCE_KEYS = 16, /**< text: for each document a line that a newline ends. Under one profile handle,
                                          documents with the same line are the same in every attribute: for who keeps
                                          what was made of them. Says nothing that a person typed; since 0.3 */

  BIRTHCASE_SERVICE_ID = 101,           /**< text */
  BIRTHCASE_SERVICE_LABEL = 102,        /**< text */
  BIRTHCASE_SERVICE_NEWBORN = 103,      /**< number: whose, or BIRTHCASE_FAMILY */
  BIRTHCASE_SERVICE_LANE = 104,         /**< text: joint, elsewhere, not_offered, undetermined */
  BIRTHCASE_SERVICE_ORGANISATION = 105, /**< text: id of the organisation to go to, where the lane names one */
  BIRTHCASE_SERVICE_CHANNEL = 106,      /**< text: id of the channel to take, where the lane names one */
  BIRTHCASE_SERVICE_RULE = 107,         /**< text: id of the rule that decided; empty where nothing had to be decided */
  BIRTHCASE_SERVICE_REASON = 108,       /**< text: that rule's words for the family */
  BIRTHCASE_SERVICE_SOURCE = 109,       /**< text: where that rule is written */
  BIRTHCASE_SERVICE_ALREADY_DONE = 110, /**< number: 1 if it was done before: it is elsewhere, and its results are in the
                                             family's hands; since 0.3 */
  BIRTHCASE_SERVICE_FOLLOWS = 111,      /**< text: id of the service that it leaves the window with; since 0.3 */

  BIRTHCASE_FIELD_ID = 201,        /**< text: the fact's name, with the newborn's place */
  BIRTHCASE_FIELD_LABEL = 202,     /**< text */
  BIRTHCASE_FIELD_NEWBORN = 203,   /**< number: whose, or BIRTHCASE_FAMILY */
  BIRTHCASE_FIELD_SOURCE = 204,    /**< text: product, shared, hospital, derived, applicant, undetermined */
  BIRTHCASE_FIELD_FROM = 205,      /**< text: id of the service or organisation it comes from */
  BIRTHCASE_FIELD_NEEDED_BY = 206, /**< text: ids of services */
  BIRTHCASE_FIELD_OWNER = 207,     /**< text: attendant, family, authority, window */
  BIRTHCASE_FIELD_REQUIRED = 208,  /**< number: 0 or 1 */
  BIRTHCASE_FIELD_STATE = 209,     /**< number: BIRTHCASE_FACT_… */
  BIRTHCASE_FIELD_VALUE = 210,     /**< text: as `birthcase_application_get` gives it */
  BIRTHCASE_FIELD_ORIGIN = 211, /**< text: told, looked_up, issued, derived, hospital; how it became known. Since 0.3 */
  BIRTHCASE_FIELD_ORIGIN_ORGANISATION = 212, /**< text: id of whose data or decision it is. Since 0.3 */
  BIRTHCASE_FIELD_ORIGIN_AT = 213,           /**< text: when it was looked up or issued. Since 0.3 */
  BIRTHCASE_FIELD_ORIGIN_REFERENCE = 214,    /**< text: number of the answer, or the message answered. Since 0.3 */

  BIRTHCASE_EVIDENCE_TYPE = 301,         /**< text: id of the document */
  BIRTHCASE_EVIDENCE_LABEL = 302,        /**< text */
  BIRTHCASE_EVIDENCE_NEWBORN = 303,      /**< number: whose, or BIRTHCASE_FAMILY */
  BIRTHCASE_EVIDENCE_HOLDER = 304,       /**< text: id of the person or role; empty where the document has none */
  BIRTHCASE_EVIDENCE_HOLDER_LABEL = 305, /**< text */
  BIRTHCASE_EVIDENCE_STATUS = 306, /**< text: bring, undetermined, produced, shared, hospital, absorbed, not_required */
  BIRTHCASE_EVIDENCE_ORIGINAL = 307,   /**< number: originals to bring */
  BIRTHCASE_EVIDENCE_COPIES = 308,     /**< number: paper copies to bring */
  BIRTHCASE_EVIDENCE_INSTEAD_OF = 309, /**< text: id of the document that it stands in for */
  BIRTHCASE_EVIDENCE_TOLERANCE = 310,  /**< text: id of the tolerance under which it may come later */
  BIRTHCASE_EVIDENCE_NEEDED_BY = 311,  /**< text: ids of services */
  BIRTHCASE_EVIDENCE_FROM = 312,       /**< text: id of the service or organisation it comes from */
  BIRTHCASE_EVIDENCE_RULE = 313,       /**< text: id of the rule that decided */
  BIRTHCASE_EVIDENCE_REASON = 314,     /**< text: that rule's words for the family */
  BIRTHCASE_EVIDENCE_SOURCE = 315,     /**< text: where that rule is written */

  BIRTHCASE_STEP_ID = 401,                 /**< text */
  BIRTHCASE_STEP_LABEL = 402,              /**< text: the service's */
  BIRTHCASE_STEP_NEWBORN = 403,            /**< number: whose, or BIRTHCASE_FAMILY */
  BIRTHCASE_STEP_SERVICE = 404,            /**< text: id */
  BIRTHCASE_STEP_ORGANISATION = 405,       /**< text: id of who decides */
  BIRTHCASE_STEP_ORGANISATION_LABEL = 406, /**< text */
  BIRTHCASE_STEP_OPERATOR = 407,           /**< text: id of who stands at the window */
  BIRTHCASE_STEP_OPERATOR_LABEL = 408,     /**< text */
  BIRTHCASE_STEP_AFTER = 409,              /**< text: ids of the steps whose products it needs */
  BIRTHCASE_STEP_DUE = 410,                /**< text: day or moment; empty where it cannot be known */
  BIRTHCASE_STEP_PROMISE = 411,            /**< text: id */
  BIRTHCASE_STEP_DELIVERY = 412,           /**< text: how the result reaches the family */
  BIRTHCASE_STEP_PAYLOAD_FIELDS = 413,     /**< text: the facts that this service requires, and no other */
  BIRTHCASE_STEP_PAYLOAD_EVIDENCE = 414,   /**< text: the documents that it requires, as `type` or `type/holder` */

  BIRTHCASE_UNDETERMINED_FACT = 501,    /**< text: its name, with the newborn's place */
  BIRTHCASE_UNDETERMINED_LABEL = 502,   /**< text: what to ask the family for */
  BIRTHCASE_UNDETERMINED_NEWBORN = 503, /**< number: whose, or BIRTHCASE_FAMILY */
  BIRTHCASE_UNDETERMINED_FIELD = 504,   /**< text: its name, as `birthcase_application_put` takes it */
  BIRTHCASE_UNDETERMINED_DECIDES = 505, /**< text: what hangs on it */

  BIRTHCASE_FINDING_SEVERITY = 601, /**< text: info, warning, error */
  BIRTHCASE_FINDING_CODE = 602,     /**< text: stable, for programs */
  BIRTHCASE_FINDING_PATH = 603,     /**< text: JSON pointer into the application */
  BIRTHCASE_FINDING_MESSAGE = 604,  /**< text: for people */

  BIRTHCASE_MISSING_ID = 701,       /**< text: the document's type, or the fact's name with the newborn's place */
  BIRTHCASE_MISSING_LABEL = 702,    /**< text */
  BIRTHCASE_MISSING_NEWBORN = 703,  /**< number: whose, or BIRTHCASE_FAMILY */
  BIRTHCASE_MISSING_IS_FIELD = 704, /**< number: 1 for a field of the form, 0 for a document */
  BIRTHCASE_MISSING_HOLDER = 705,   /**< text: a document's holder, if it has one */

  BIRTHCASE_DEFERRABLE_TYPE = 801,    /**< text: the document's type */
  BIRTHCASE_DEFERRABLE_LABEL = 802,   /**< text */
  BIRTHCASE_DEFERRABLE_NEWBORN = 803, /**< number: whose, or BIRTHCASE_FAMILY */
  BIRTHCASE_DEFERRABLE_HOLDER = 804,  /**< text: its holder, if it has one */

  /* Since 0.3. */
  BIRTHCASE_LOOK_UP_ID = 901,           /**< text: id of the share */
  BIRTHCASE_LOOK_UP_LABEL = 902,        /**< text: the organisation's */
  BIRTHCASE_LOOK_UP_NEWBORN = 903,      /**< number: whose, or BIRTHCASE_FAMILY */
  BIRTHCASE_LOOK_UP_ORGANISATION = 904, /**< text: id of who is asked */
  BIRTHCASE_LOOK_UP_STATE = 905,        /**< text: open, asked, found, not_found, not_available, seen */
  BIRTHCASE_LOOK_UP_AT = 906,           /**< text: when the organisation answered */
  BIRTHCASE_LOOK_UP_REFERENCE = 907,    /**< text: the organisation's number for its answer */
  BIRTHCASE_LOOK_UP_KEYS = 908,         /**< text: the facts by which it is asked */
  BIRTHCASE_LOOK_UP_UNKNOWN_KEYS = 909, /**< text: of these, the ones that are not known yet */
  BIRTHCASE_LOOK_UP_FIELDS = 910,       /**< text: the facts that it answers */
  BIRTHCASE_LOOK_UP_EVIDENCE = 911,     /**< text: the documents that it stands for, as `type` or `type/holder` */
  BIRTHCASE_LOOK_UP_NEEDED_BY = 912,    /**< text: ids of services */
  BIRTHCASE_LOOK_UP_RULE = 913,         /**< text: id of the rule that counts on it */
  BIRTHCASE_LOOK_UP_REASON = 914,       /**< text: that rule's words for the family */
  BIRTHCASE_LOOK_UP_SOURCE = 915,       /**< text: where that rule is written */

  /* What became of each application, for `birthcase_plan_columns` only. Since 0.3. */
  BIRTHCASE_ROW_STATUS = 1001,  /**< number: BIRTHCASE_OK, or what `birthcase_plan_document` fails with */
  BIRTHCASE_ROW_MESSAGE = 1002, /**< text: what is wrong; empty where nothing is, as the two below */
  BIRTHCASE_ROW_PATH = 1003,    /**< text: JSON pointer into the application */
  BIRTHCASE_ROW_LINE = 1004,    /**< number: of the application's text, from 1; 0 where there is none to name */
  BIRTHCASE_ROW_COLUMN = 1005   /**< number: likewise */
};

/** What a plan's document is written without, for `birthcase_plan_json_parts` and `birthcase_plan_document_parts`: a sum
 * of these, or 0. Since 0.3. */
enum {
  BIRTHCASE_WITHOUT_LABELS = 1, /**< words for people: each `label`, the `message` of findings, the `text` of reasons */
  BIRTHCASE_WITHOUT_REASONS = 2 /**< every `why`: rule, condition, facts that it read, source */
};

/** How `birthcase_rule_tests_run` tells its results. */
enum {
  BIRTHCASE_REPORT_JSON = 0, /**< `{"document","passed","failed","results":[…]}`; docs/c.md shows one */
  BIRTHCASE_REPORT_TEXT = 1, /**< for people: the counts, then each failure with the rule that decided */
  BIRTHCASE_REPORT_JUNIT = 2 /**< JUnit's XML, for build servers; its declaration names the session's encoding */
};

/* ------------------------------------------------------------------ handles */

/** An encoding, a language, the last text and the last error. Belongs to one thread at a time. */
typedef struct birthcase_session birthcase_session;
/** A place's rules. Immutable; may be used by any number of threads at once. */
typedef struct birthcase_profile birthcase_profile;
/** The facts of one birth, as far as they are known. Belongs to one thread at a time. */
typedef struct birthcase_application birthcase_application;
/** The answer for one birth. Immutable; belongs to one thread at a time. */
typedef struct birthcase_plan birthcase_plan;

/* ------------------------------------------------------------------ the library itself */

/** The version of the library, such as `0.3.0`. Static, ends with NUL. Since 0.1. */
BIRTHCASE_API const char* BIRTHCASE_CALL
birthcase_version(void);

/** The ABI that the library has: compare it with BIRTHCASE_ABI_VERSION if you load it by hand. Since 0.1. */
BIRTHCASE_API int32_t BIRTHCASE_CALL
birthcase_abi_version(void);

/** The name of a status, such as `unknown-name`; `unknown-status` for other numbers. Static, ends with NUL. Since 0.1. */
BIRTHCASE_API const char* BIRTHCASE_CALL
birthcase_status_name(birthcase_status status);

/* ------------------------------------------------------------------ sessions */

/**
 * Opens a session: nearly every other call needs one.
 * `encoding` is BIRTHCASE_UTF8 or a BIRTHCASE_GB18030…; `language` BIRTHCASE_CHINESE or BIRTHCASE_ENGLISH.
 * Errors: BAD_ARGUMENT, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_session_new(int32_t encoding, int32_t language, birthcase_session** session);

/** Closes a session; the texts it gave are gone. Errors: BAD_HANDLE. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_session_free(birthcase_session** session);

/**
 * Copies the text that the last text-yielding call of this session gave, with a NUL behind it.
 * `capacity` counts the bytes of `buffer`; `needed` gets the text's length plus 1, also where the call fails with
 * BUFFER_TOO_SMALL and nothing is copied. `buffer` may be NULL with the capacity 0, to ask for the length.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, BUFFER_TOO_SMALL. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_session_copy_text(birthcase_session* session, char* buffer, int64_t capacity, int64_t* needed);

/**
 * The last failed call of this session in one line, for a programmer's log; empty if none has failed. Yields text.
 * A call that succeeds leaves the last error as it is. Errors: BAD_HANDLE, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_session_error_message(birthcase_session* session, const char** text, int64_t* length);

/**
 * The same as JSON: `{"status":2,"kind":"unknown-name","message":"…","document":"…","path":"/mother/nmae","line":1,
 * "column":14}`; `null` if no call has failed. `document`, `path`, `line` and `column` are left out where there is
 * none. What a case refuses has two members more, see birthcase_case.h. Yields text.
 * Errors: BAD_HANDLE, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_session_error_json(birthcase_session* session, const char** text, int64_t* length);

/**
 * Converts a text between two encodings, whatever the encoding of the session. Nothing is ever replaced: what cannot be
 * converted is ENCODING, with the byte offset in the message and the character's position as `column`.
 * The text that this yields is in the encoding `to`.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, ENCODING, OUT_OF_RANGE, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_convert(birthcase_session* session, int32_t from, int32_t to, const char* bytes, int64_t bytes_length,
                  const char** text, int64_t* length);

/* ------------------------------------------------------------------ profiles */

/** How many profiles are built into the library. Errors: BAD_HANDLE. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_built_in_count(birthcase_session* session, int32_t* count);

/** The id of a built-in profile, counted from 0. Yields text. Errors: BAD_HANDLE, OUT_OF_RANGE, OUT_OF_MEMORY.
 * Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_built_in_id(birthcase_session* session, int32_t index, const char** text, int64_t* length);

/**
 * A built-in profile: `yiwu`, `ruian`, `wenling` or `base`. Takes milliseconds; keep it.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, UNKNOWN_NAME, ENCODING, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_profile_built_in(birthcase_session* session, const char* id, int64_t id_length, birthcase_profile** profile);

/**
 * The JSON text of a built-in profile, for reading and for layers over it. Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, UNKNOWN_NAME, ENCODING, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_built_in_json(birthcase_session* session, const char* id, int64_t id_length, const char** text,
                        int64_t* length);

/**
 * Makes a profile's JSON text known to this session, so that profiles which are parsed later may extend it by its id.
 * The text is only looked at for its id; `birthcase_profile_parse` checks the rest. Of two texts with one id the later
 * counts. Errors: BAD_HANDLE, BAD_ARGUMENT, SYNTAX, ENCODING, MISSING (no id), WRONG_TYPE, OUT_OF_RANGE, OUT_OF_MEMORY.
 * Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_session_add_profile(birthcase_session* session, const char* json, int64_t json_length);

/**
 * Adds holiday notices of one year, in JSON as docs/calendars.md describes them, to what this session knows: profiles
 * that it loads later, built-in ones too, and stores that it opens later count working days with them. A notice takes
 * the place of one of the same year that has its number or its day of announcement. The encoding is the session's.
 * Errors have path, line and column: BAD_HANDLE, BAD_ARGUMENT, SYNTAX, ENCODING, UNKNOWN_NAME, WRONG_TYPE,
 * OUT_OF_RANGE, CONTRADICTION, MISSING, OUT_OF_MEMORY; nothing is added then. Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_session_add_calendar(birthcase_session* session, const char* json, int64_t json_length);

/**
 * Adds a code table, as tab-separated text that docs/calendars.md describes, under an id such as `gbt-2260`: in the
 * place of the table of that id, or, where the text says `# extends: ID`, as rows added to it. It counts for profiles
 * that this session loads later and stores that it opens later. Errors have the line: BAD_HANDLE, BAD_ARGUMENT, SYNTAX,
 * ENCODING, UNKNOWN_NAME, OUT_OF_RANGE, CONTRADICTION, MISSING, OUT_OF_MEMORY; nothing is added then. Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_session_add_codes(birthcase_session* session, const char* id, int64_t id_length, const char* tsv,
                            int64_t tsv_length);

/**
 * A profile from its JSON text, as docs/profiles.md describes it. It may extend a profile that this session knows from
 * `birthcase_session_add_profile`, or a built-in one.
 * Errors name the document, the JSON pointer and, in conditions, the column: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY
 * and every kind of input error. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_profile_parse(birthcase_session* session, const char* json, int64_t json_length, birthcase_profile** profile);

/** Another handle of the same rules, to be freed on its own; for giving each thread one. Errors: BAD_HANDLE,
 * BAD_ARGUMENT, OUT_OF_MEMORY. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_profile_share(birthcase_session* session, const birthcase_profile* profile, birthcase_profile** other);

/** Errors: BAD_HANDLE. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_profile_free(birthcase_profile** profile);

/** The id of a profile. Yields text. Errors: BAD_HANDLE, OUT_OF_MEMORY. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_profile_id(birthcase_session* session, const birthcase_profile* profile, const char** text, int64_t* length);

/** The title of a profile in the language of the session. Yields text. Errors: BAD_HANDLE, OUT_OF_MEMORY. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_profile_title(birthcase_session* session, const birthcase_profile* profile, const char** text,
                        int64_t* length);

/**
 * The one form of a profile as JSON, or one service's part of it; an empty `service` means all. Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, UNKNOWN_NAME, ENCODING, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_profile_form(birthcase_session* session, const birthcase_profile* profile, const char* service,
                       int64_t service_length, const char** text, int64_t* length);

/** A JSON Schema (2020-12) of the application under a profile. Yields text. Errors: BAD_HANDLE, OUT_OF_MEMORY.
 * Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_profile_application_schema(birthcase_session* session, const birthcase_profile* profile, const char** text,
                                     int64_t* length);

/**
 * What a family brings to each service under several profiles, side by side, as JSON. `profiles` holds `count` handles,
 * `as_of` the day on which they are in force. Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, MISSING (no profile), OUT_OF_RANGE (more than 64), SYNTAX, OUT_OF_MEMORY. Since
 * 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_compare(birthcase_session* session, const birthcase_profile* const* profiles, int64_t count,
                  const char* as_of, int64_t as_of_length, const char** text, int64_t* length);

/* ------------------------------------------------------------------ applications */

/** An application of which nothing is known yet. Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_new(birthcase_session* session, const birthcase_profile* profile,
                          birthcase_application** application);

/**
 * Reads a whole application from JSON. An unknown key is an error that names the nearest known one. Errors have path,
 * line and column: BAD_HANDLE, BAD_ARGUMENT, SYNTAX, ENCODING, UNKNOWN_NAME, WRONG_TYPE, CONTRADICTION, OUT_OF_RANGE,
 * MISSING, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_parse(birthcase_session* session, const birthcase_profile* profile, const char* json,
                            int64_t json_length, birthcase_application** application);

/**
 * The id under `profile` in an application's JSON, for choosing the profile by it; an empty text if there is none.
 * Yields text. Errors: BAD_HANDLE, BAD_ARGUMENT, SYNTAX, ENCODING, WRONG_TYPE, OUT_OF_RANGE, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_profile_named_in(birthcase_session* session, const char* json, int64_t json_length,
                                       const char** text, int64_t* length);

/** An independent copy. Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_copy(birthcase_session* session, const birthcase_application* application,
                           birthcase_application** copy);

/**
 * The same facts under another profile; what that profile does not know is left out and told by a finding.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_under(birthcase_session* session, const birthcase_application* application,
                            const birthcase_profile* profile, birthcase_application** other);

/** Errors: BAD_HANDLE. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_free(birthcase_application** application);

/**
 * Puts a fact by its name: `mother.hukou.division`, or `newborn.name` with the newborn's place; the next free place
 * adds a newborn. The value is text, read as the field's type: `true`, `2019-05-06`, `3.5`, a list with commas. A value
 * that the field's format or code table refuses is kept, reported as a finding, and unknown to the rules. Errors:
 * BAD_HANDLE, BAD_ARGUMENT, UNKNOWN_NAME, WRONG_TYPE, OUT_OF_RANGE, ENCODING (with path and column), OUT_OF_MEMORY.
 * Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_put(birthcase_session* session, birthcase_application* application, const char* name,
                          int64_t name_length, int32_t newborn, const char* value, int64_t value_length);

/**
 * Tells that there is none: of a fact (`father.phone`) or of a group with all that is in it (`father`).
 * Errors: as `birthcase_application_put`. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_put_none(birthcase_session* session, birthcase_application* application, const char* name,
                               int64_t name_length, int32_t newborn);

/**
 * Makes a fact, or all facts of a group, unknown again.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, UNKNOWN_NAME, WRONG_TYPE (`newborns`), OUT_OF_RANGE, ENCODING, OUT_OF_MEMORY.
 * Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_clear(birthcase_session* session, birthcase_application* application, const char* name,
                            int64_t name_length, int32_t newborn);

/**
 * What is known of a fact: `state` gets a BIRTHCASE_FACT_…, the text is the value as `put` would take it, and empty
 * where there is none. Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, UNKNOWN_NAME, WRONG_TYPE (`newborns`), OUT_OF_RANGE, ENCODING, OUT_OF_MEMORY.
 * Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_get(birthcase_session* session, const birthcase_application* application, const char* name,
                          int64_t name_length, int32_t newborn, int32_t* state, const char** text, int64_t* length);

/** How many newborns the application has. Errors: BAD_HANDLE. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_newborn_count(birthcase_session* session, const birthcase_application* application,
                                    int32_t* count);

/**
 * Notes that a document was handed in: its type and, where it has one, its holder (`mother`); `as` is
 * BIRTHCASE_ORIGINAL, BIRTHCASE_PAPER_COPY or BIRTHCASE_SCAN. Noting it twice is noting it once. Errors: BAD_HANDLE,
 * BAD_ARGUMENT, UNKNOWN_NAME, OUT_OF_RANGE, MISSING (whose newborn's), CONTRADICTION, ENCODING, OUT_OF_MEMORY. Since
 * 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_hand_in(birthcase_session* session, birthcase_application* application, const char* type,
                              int64_t type_length, const char* holder, int64_t holder_length, int32_t as,
                              int32_t newborn);

/**
 * Validates what was put: formats, check digits and code tables. `count` gets the number of findings, the text is a
 * JSON array of `{"severity","code","path","message"}`. Checks between facts need a plan and are findings of the plan.
 * Yields text. Errors: BAD_HANDLE, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_validate(birthcase_session* session, const birthcase_application* application, int32_t* count,
                               const char** text, int64_t* length);

/** One finding of `birthcase_application_validate` by an attribute BIRTHCASE_FINDING_… Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_RANGE, OUT_OF_MEMORY. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_finding(birthcase_session* session, const birthcase_application* application, int32_t attribute,
                              int32_t index, const char** text, int64_t* length);

/**
 * The application as JSON; `birthcase_application_parse` reads it back to the same facts. Yields text.
 * Errors: BAD_HANDLE, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_application_json(birthcase_session* session, const birthcase_application* application, const char** text,
                           int64_t* length);

/* ------------------------------------------------------------------ plans */

/**
 * Plans one birth as known on one day. The application may have been made for another city's profile. An empty `as_of`
 * means the day of the application's `applied_at`. What is wrong with the application is in the findings.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, SYNTAX and OUT_OF_RANGE (of `as_of`), MISSING (no day at all), OUT_OF_MEMORY.
 * Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_plan_new(birthcase_session* session, const birthcase_profile* profile,
                   const birthcase_application* application, const char* as_of, int64_t as_of_length,
                   birthcase_plan** plan);

/** Errors: BAD_HANDLE. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_plan_free(birthcase_plan** plan);

/** The plan as the JSON document of docs/plan.md. The same plan gives the same bytes. Yields text.
 * Errors: BAD_HANDLE, OUT_OF_MEMORY. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_plan_json(birthcase_session* session, const birthcase_plan* plan, const char** text, int64_t* length);

/**
 * As much of that document as is wanted, which takes less time. `parts` are its keys with commas between them, in any
 * order: `evidence,undetermined`; an empty text means all. What is not among them is absent; what is stands in the order
 * of the whole. `without` is a sum of BIRTHCASE_WITHOUT_… Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT (of `without`), UNKNOWN_NAME (of a part: the message tells those that there are),
 * ENCODING, OUT_OF_RANGE, OUT_OF_MEMORY. Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_plan_json_parts(birthcase_session* session, const birthcase_plan* plan, const char* parts,
                          int64_t parts_length, int32_t without, const char** text, int64_t* length);

/**
 * An application's JSON in, its plan's JSON out, in one call: the whole library for who needs no more. Yields text.
 * Errors: those of `birthcase_application_parse` and `birthcase_plan_new`. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_plan_document(birthcase_session* session, const birthcase_profile* profile, const char* json,
                        int64_t json_length, const char* as_of, int64_t as_of_length, const char** text,
                        int64_t* length);

/**
 * The same for who needs a part of the plan. Yields text.
 * Errors: those of `birthcase_plan_document` and `birthcase_plan_json_parts`. Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_plan_document_parts(birthcase_session* session, const birthcase_profile* profile, const char* json,
                              int64_t json_length, const char* as_of, int64_t as_of_length, const char* parts,
                              int64_t parts_length, int32_t without, const char** text, int64_t* length);

/**
 * Plans many births in one call and gives what is asked of their plans as columns, laid out like those of Apache Arrow.
 *
 * `json` holds the applications one behind the other and `offsets` `count` + 1 places in it: each application goes from
 * its place to the next. `attributes` holds `attribute_count` attributes of plans, of items of lists and of rows. Each
 * application is planned as by `birthcase_plan_document`. One that fails there stops nothing: BIRTHCASE_ROW_STATUS and
 * the attributes after it tell why, its lists are empty, its texts too, and its numbers are 0.
 *
 * The text is a block of bytes in the order of this machine. It begins with four int64 for each attribute: how many
 * items the column has, and three places, in bytes from the beginning of the block and divisible by 8, or 0:
 *   1. of `count` + 1 int32: the row's items go from its number to the next; only where the attribute is of a list
 *   2. of one int32 for each item and one more: the item's text goes from its number to the next; only of texts
 *   3. of the texts, one behind the other, in the encoding of the session; or of the numbers, an int64 each
 * Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT (also offsets that fall), SYNTAX and OUT_OF_RANGE (of `as_of`), OUT_OF_RANGE (more than
 * 256 attributes; 2 GiB in one column: fewer applications at once), OUT_OF_MEMORY. Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_plan_columns(birthcase_session* session, const birthcase_profile* profile, const char* json,
                       const int32_t* offsets, int64_t count, const char* as_of, int64_t as_of_length,
                       const int32_t* attributes, int64_t attribute_count, const char** text, int64_t* length);

/** How many items a list of the plan has; `list` is BIRTHCASE_SERVICES and the like. Errors: BAD_HANDLE, BAD_ARGUMENT.
 * Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_plan_count(birthcase_session* session, const birthcase_plan* plan, int32_t list, int32_t* count);

/**
 * A text attribute of the plan or of the item at `index`; empty where there is none. Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT (no attribute, or a number), OUT_OF_RANGE, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_plan_text(birthcase_session* session, const birthcase_plan* plan, int32_t attribute, int32_t index,
                    const char** text, int64_t* length);

/**
 * A number attribute of the plan or of the item at `index`.
 * Errors: BAD_HANDLE, BAD_ARGUMENT (no attribute, or a text), OUT_OF_RANGE. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_plan_number(birthcase_session* session, const birthcase_plan* plan, int32_t attribute, int32_t index,
                      int64_t* number);

/* ------------------------------------------------------------------ rule tests */

/**
 * A profile that a document of rule tests names, for loading it before the run: a built-in id, or a file (with `/` in
 * it or ending in `.json`) as it stands there. Each is told once, counted from 0: the one at the top, then those of the
 * cases as they come; an empty text behind the last. The rest of the document is not checked. Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_RANGE (a negative index, too large a document), SYNTAX, ENCODING,
 * CONTRADICTION, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_rule_tests_profile_named_in(birthcase_session* session, const char* json, int64_t json_length, int32_t index,
                                      const char** text, int64_t* length);

/**
 * Runs a document of rule tests (`*.birthcase.json`). `profiles` holds `count` handles: the one at each place stands for
 * the name that `birthcase_rule_tests_profile_named_in` tells for that index, whatever its own id; where it is NULL, or
 * there is none, the name is that of a built-in profile. So NULL and 0 will do for tests of built-in profiles.
 * `document` is what the report calls the document and may be empty; `format` is a BIRTHCASE_REPORT_… `passed` and
 * `failed` get the numbers of cases: a case that fails is no failure of the call. Unlike everything else in this
 * library, the report shows values, which in tests are invented. Yields text.
 * Errors of the document have path, line and column: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY and every kind of input
 * error; OUT_OF_RANGE also for more handles than the document has names. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_rule_tests_run(birthcase_session* session, const birthcase_profile* const* profiles, int64_t count,
                         const char* json, int64_t json_length, const char* document, int64_t document_length,
                         int32_t format, int32_t* passed, int32_t* failed, const char** text, int64_t* length);

#ifdef __cplusplus
}
#endif

#endif /* BIRTHCASE_H */
