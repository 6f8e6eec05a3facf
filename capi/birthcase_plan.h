/**
 * Plans: the form, the documents and the route of one birth, and of many births at once.
 *
 * Include birthcase.h, which states the conventions.
 */
/* Written by ./dev interface from capi/interface: change it there. */
#ifndef BIRTHCASE_PLAN_H
#define BIRTHCASE_PLAN_H

#include "birthcase_base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The lists of a plan, for `birthcase_plan_count`. Since 0.1. */
enum {
  BIRTHCASE_SERVICES = 1,      /**< a service for the family or one newborn, and its lane */
  BIRTHCASE_FIELDS = 2,        /**< the fields of the one form */
  BIRTHCASE_EVIDENCE = 3,      /**< the documents, to bring or not */
  BIRTHCASE_STEPS = 4,         /**< the route */
  BIRTHCASE_UNDETERMINED = 5,  /**< the facts to ask the family for */
  BIRTHCASE_FINDINGS = 6,      /**< remarks on the application */
  BIRTHCASE_MISSING_ITEMS = 7, /**< what is missing for acceptance */
  BIRTHCASE_DEFERRABLE = 8,    /**< what may come later */
  BIRTHCASE_LOOK_UPS = 9       /**< the questions to organisations instead of the family; since 0.3 */
};

/**
 * The attributes of a plan and of its items. The hundreds of an item's attribute are its list. docs/plan.md tells what
 * each one means; several ids in one text are separated by commas. Since 0.1.
 */
enum {
  /* Of the plan; the index is 0. */
  BIRTHCASE_PLAN_PROFILE = 1,           /**< text: id */
  BIRTHCASE_PLAN_AS_OF = 2,             /**< text: day */
  BIRTHCASE_PLAN_DUE = 3,               /**< text: when the last result is due; empty if this cannot be known */
  BIRTHCASE_PLAN_ACCEPTABLE = 4,        /**< number: 1 if the window can take the case in now */
  BIRTHCASE_PLAN_DEPARTMENT_FIELDS = 5, /**< number: lines on the departments' own forms */
  BIRTHCASE_PLAN_UNIFIED_FIELDS = 6,    /**< number: fields of the one form */
  BIRTHCASE_PLAN_ASKED_FIELDS = 7,      /**< number: fields of these that the family is asked */
  BIRTHCASE_PLAN_RULES_VERSION = 8,     /**< text: SHA-256 of the profile and those it extends; since 0.3 */
  BIRTHCASE_PLAN_CODES_VERSION = 9,     /**< text: SHA-256 of the code tables; since 0.3 */
  BIRTHCASE_PLAN_CALENDAR_VERSION = 10, /**< text: SHA-256 of the holiday notices; since 0.3 */
  /**
   * text: the last day up to which working days are known on the day of the plan; empty if not even that day; since 0.3
   */
  BIRTHCASE_PLAN_COUNTED_UNTIL = 11,
  BIRTHCASE_PLAN_AS_JSON = 12, /**< text: the whole plan, as `birthcase_plan_json` gives it; since 0.3 */
  /**
   * number: one to a joint window, and one for each service that is not handled there, unless it was done before, is
   * optional or is offered nowhere; since 0.3
   */
  BIRTHCASE_PLAN_TRIPS = 13,
  /** number: documents to bring, each once for every trip that needs it; since 0.3 */
  BIRTHCASE_PLAN_PAPERS = 14,
  BIRTHCASE_PLAN_SHEETS = 15, /**< number: originals and copies of these documents; since 0.3 */
  /**
   * text: a line for each document, ended by a newline. Under one profile handle, documents with the same line are
   * equal in every attribute, so that a program can keep what it made of them. Shows nothing that a person typed; since
   * 0.3
   */
  BIRTHCASE_PLAN_EVIDENCE_KEYS = 16,

  BIRTHCASE_SERVICE_ID = 101,           /**< text */
  BIRTHCASE_SERVICE_LABEL = 102,        /**< text */
  BIRTHCASE_SERVICE_NEWBORN = 103,      /**< number: the newborn's place, or BIRTHCASE_FAMILY */
  BIRTHCASE_SERVICE_LANE = 104,         /**< text: joint, elsewhere, not_offered, undetermined */
  BIRTHCASE_SERVICE_ORGANISATION = 105, /**< text: id of the organisation to go to, where the lane names one */
  BIRTHCASE_SERVICE_CHANNEL = 106,      /**< text: id of the channel to take, where the lane names one */
  BIRTHCASE_SERVICE_RULE = 107,         /**< text: id of the rule that decided; empty if nothing needed a decision */
  BIRTHCASE_SERVICE_REASON = 108,       /**< text: that rule's words for the family */
  BIRTHCASE_SERVICE_SOURCE = 109,       /**< text: where that rule is written */
  /** number: 1 if it was done before: its lane is elsewhere, and the family has its results; since 0.3 */
  BIRTHCASE_SERVICE_ALREADY_DONE = 110,
  BIRTHCASE_SERVICE_FOLLOWS = 111, /**< text: id of the service because of which it left the window; since 0.3 */

  BIRTHCASE_FIELD_ID = 201,        /**< text: the fact's name, with the newborn's place */
  BIRTHCASE_FIELD_LABEL = 202,     /**< text */
  BIRTHCASE_FIELD_NEWBORN = 203,   /**< number: the newborn's place, or BIRTHCASE_FAMILY */
  BIRTHCASE_FIELD_SOURCE = 204,    /**< text: product, shared, hospital, derived, applicant, undetermined */
  BIRTHCASE_FIELD_FROM = 205,      /**< text: id of the service or organisation it comes from */
  BIRTHCASE_FIELD_NEEDED_BY = 206, /**< text: ids of services */
  BIRTHCASE_FIELD_OWNER = 207,     /**< text: attendant, family, authority, window */
  BIRTHCASE_FIELD_REQUIRED = 208,  /**< number: 0 or 1 */
  BIRTHCASE_FIELD_STATE = 209,     /**< number: BIRTHCASE_FACT_… */
  BIRTHCASE_FIELD_VALUE = 210,     /**< text: as `birthcase_application_get` gives it */
  /** text: told, looked_up, issued, derived, hospital; how it became known; since 0.3 */
  BIRTHCASE_FIELD_ORIGIN = 211,
  /** text: id of the organisation whose data or decision it is; since 0.3 */
  BIRTHCASE_FIELD_ORIGIN_ORGANISATION = 212,
  BIRTHCASE_FIELD_ORIGIN_AT = 213,        /**< text: when it was looked up or issued; since 0.3 */
  BIRTHCASE_FIELD_ORIGIN_REFERENCE = 214, /**< text: number of the answer, or the message answered; since 0.3 */

  BIRTHCASE_EVIDENCE_TYPE = 301,         /**< text: id of the document */
  BIRTHCASE_EVIDENCE_LABEL = 302,        /**< text */
  BIRTHCASE_EVIDENCE_NEWBORN = 303,      /**< number: the newborn's place, or BIRTHCASE_FAMILY */
  BIRTHCASE_EVIDENCE_HOLDER = 304,       /**< text: id of the person or role; empty where the document has none */
  BIRTHCASE_EVIDENCE_HOLDER_LABEL = 305, /**< text */
  /** text: bring, undetermined, produced, shared, hospital, absorbed, not_required */
  BIRTHCASE_EVIDENCE_STATUS = 306,
  BIRTHCASE_EVIDENCE_ORIGINAL = 307,   /**< number: originals to bring */
  BIRTHCASE_EVIDENCE_COPIES = 308,     /**< number: paper copies to bring */
  BIRTHCASE_EVIDENCE_INSTEAD_OF = 309, /**< text: id of the document that it replaces */
  BIRTHCASE_EVIDENCE_TOLERANCE = 310,  /**< text: id of the tolerance under which it may come later */
  BIRTHCASE_EVIDENCE_NEEDED_BY = 311,  /**< text: ids of services */
  BIRTHCASE_EVIDENCE_FROM = 312,       /**< text: id of the service or organisation it comes from */
  BIRTHCASE_EVIDENCE_RULE = 313,       /**< text: id of the rule that decided */
  BIRTHCASE_EVIDENCE_REASON = 314,     /**< text: that rule's words for the family */
  BIRTHCASE_EVIDENCE_SOURCE = 315,     /**< text: where that rule is written */

  BIRTHCASE_STEP_ID = 401,                 /**< text */
  BIRTHCASE_STEP_LABEL = 402,              /**< text: the service's */
  BIRTHCASE_STEP_NEWBORN = 403,            /**< number: the newborn's place, or BIRTHCASE_FAMILY */
  BIRTHCASE_STEP_SERVICE = 404,            /**< text: id */
  BIRTHCASE_STEP_ORGANISATION = 405,       /**< text: id of who decides */
  BIRTHCASE_STEP_ORGANISATION_LABEL = 406, /**< text */
  BIRTHCASE_STEP_OPERATOR = 407,           /**< text: id of the operator at the window */
  BIRTHCASE_STEP_OPERATOR_LABEL = 408,     /**< text */
  BIRTHCASE_STEP_AFTER = 409,              /**< text: ids of the steps whose products it needs */
  BIRTHCASE_STEP_DUE = 410,                /**< text: day or moment; empty where it cannot be known */
  BIRTHCASE_STEP_PROMISE = 411,            /**< text: id */
  BIRTHCASE_STEP_DELIVERY = 412,           /**< text: how the result reaches the family */
  BIRTHCASE_STEP_PAYLOAD_FIELDS = 413,     /**< text: exactly the facts that this service requires */
  BIRTHCASE_STEP_PAYLOAD_EVIDENCE = 414,   /**< text: the documents that it requires, as `type` or `type/holder` */

  BIRTHCASE_UNDETERMINED_FACT = 501,    /**< text: its name, with the newborn's place */
  BIRTHCASE_UNDETERMINED_LABEL = 502,   /**< text: what to ask the family for */
  BIRTHCASE_UNDETERMINED_NEWBORN = 503, /**< number: the newborn's place, or BIRTHCASE_FAMILY */
  BIRTHCASE_UNDETERMINED_FIELD = 504,   /**< text: its name, as `birthcase_application_put` takes it */
  BIRTHCASE_UNDETERMINED_DECIDES = 505, /**< text: what depends on it */

  BIRTHCASE_FINDING_SEVERITY = 601, /**< text: info, warning, error */
  BIRTHCASE_FINDING_CODE = 602,     /**< text: stable, for programs */
  BIRTHCASE_FINDING_PATH = 603,     /**< text: JSON pointer into the application */
  BIRTHCASE_FINDING_MESSAGE = 604,  /**< text: for people */

  BIRTHCASE_MISSING_ID = 701,       /**< text: the document's type, or the fact's name with the newborn's place */
  BIRTHCASE_MISSING_LABEL = 702,    /**< text */
  BIRTHCASE_MISSING_NEWBORN = 703,  /**< number: the newborn's place, or BIRTHCASE_FAMILY */
  BIRTHCASE_MISSING_IS_FIELD = 704, /**< number: 1 for a field of the form, 0 for a document */
  BIRTHCASE_MISSING_HOLDER = 705,   /**< text: a document's holder, if it has one */

  BIRTHCASE_DEFERRABLE_TYPE = 801,    /**< text: the document's type */
  BIRTHCASE_DEFERRABLE_LABEL = 802,   /**< text */
  BIRTHCASE_DEFERRABLE_NEWBORN = 803, /**< number: the newborn's place, or BIRTHCASE_FAMILY */
  BIRTHCASE_DEFERRABLE_HOLDER = 804,  /**< text: its holder, if it has one */

  /* Since 0.3. */
  BIRTHCASE_LOOK_UP_ID = 901,           /**< text: id of the share */
  BIRTHCASE_LOOK_UP_LABEL = 902,        /**< text: the organisation's */
  BIRTHCASE_LOOK_UP_NEWBORN = 903,      /**< number: the newborn's place, or BIRTHCASE_FAMILY */
  BIRTHCASE_LOOK_UP_ORGANISATION = 904, /**< text: id of who is asked */
  BIRTHCASE_LOOK_UP_STATE = 905,        /**< text: open, asked, found, not_found, not_available, seen */
  BIRTHCASE_LOOK_UP_AT = 906,           /**< text: when the organisation answered */
  BIRTHCASE_LOOK_UP_REFERENCE = 907,    /**< text: the organisation's number for its answer */
  BIRTHCASE_LOOK_UP_KEYS = 908,         /**< text: the facts by which it is asked */
  BIRTHCASE_LOOK_UP_UNKNOWN_KEYS = 909, /**< text: those of these facts that are not known yet */
  BIRTHCASE_LOOK_UP_FIELDS = 910,       /**< text: the facts that it answers */
  BIRTHCASE_LOOK_UP_EVIDENCE = 911,     /**< text: the documents that it replaces, as `type` or `type/holder` */
  BIRTHCASE_LOOK_UP_NEEDED_BY = 912,    /**< text: ids of services */
  BIRTHCASE_LOOK_UP_RULE = 913,         /**< text: id of the share */
  BIRTHCASE_LOOK_UP_REASON = 914,       /**< text: that rule's words for the family */
  BIRTHCASE_LOOK_UP_SOURCE = 915,       /**< text: where that rule is written */

  /* The result of each application, for `birthcase_plan_columns` only. Since 0.3. */
  BIRTHCASE_ROW_STATUS = 1001,  /**< number: BIRTHCASE_OK, or the status with which `birthcase_plan_document` fails */
  BIRTHCASE_ROW_MESSAGE = 1002, /**< text: what is wrong; empty where nothing is, like the path */
  BIRTHCASE_ROW_PATH = 1003,    /**< text: JSON pointer into the application */
  BIRTHCASE_ROW_LINE = 1004,    /**< number: line of the application's text, from 1; 0 where none can be named */
  BIRTHCASE_ROW_COLUMN = 1005   /**< number: the column, in the same way */
};

/**
 * What a plan's document leaves out, for `birthcase_plan_json_parts` and `birthcase_plan_document_parts`: a sum of
 * these, or 0. Since 0.3.
 */
enum {
  BIRTHCASE_WITHOUT_LABELS = 1, /**< words for people: each `label`, the `message` of findings, the `text` of reasons */
  BIRTHCASE_WITHOUT_REASONS = 2 /**< every `why`: rule, condition, facts that it read, source */
};

/**
 * Plans one birth as known on one day. The application may have been made for another place's profile. If the
 * application has wrong values, the findings of the plan say so.
 *   as_of  the day; empty for the day of the application's `applied_at`
 * Errors: BAD_HANDLE, BAD_ARGUMENT, SYNTAX, ENCODING and OUT_OF_RANGE (of `as_of`), MISSING (no day at all),
 * OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_plan_new(birthcase_session* session, const birthcase_profile* profile,
                   const birthcase_application* application, const char* as_of, int64_t as_of_length,
                   birthcase_plan** plan);

/** Frees a plan. Errors: BAD_HANDLE. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_plan_free(birthcase_plan** plan);

/**
 * The plan as the JSON that docs/plan.md describes. The same plan gives the same bytes. Yields JSON.
 * Errors: BAD_HANDLE, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_plan_json(birthcase_session* session, const birthcase_plan* plan, const char** text, int64_t* length);

/**
 * Some parts of the plan's JSON. This takes less time than the whole.
 *   parts    keys of the JSON, separated by commas, in any order: `evidence,undetermined`; empty for all. The parts
 *            stand in the order of the whole
 *   without  a sum of BIRTHCASE_WITHOUT_…
 * Yields JSON.
 * Errors: BAD_HANDLE, BAD_ARGUMENT (of `without`), UNKNOWN_NAME (of a part; the message lists the known ones),
 * ENCODING, OUT_OF_RANGE, OUT_OF_MEMORY. Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_plan_json_parts(birthcase_session* session, const birthcase_plan* plan, const char* parts,
                          int64_t parts_length, int32_t without, const char** text, int64_t* length);

/**
 * Takes an application as JSON and yields its plan as JSON, in one call.
 *   json   the application, up to 1 MiB
 *   as_of  the day; empty for the day of the application's `applied_at`
 * Yields JSON.
 * Errors: those of `birthcase_application_parse` and `birthcase_plan_new`. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_plan_document(birthcase_session* session, const birthcase_profile* profile, const char* json,
                        int64_t json_length, const char* as_of, int64_t as_of_length, const char** text,
                        int64_t* length);

/**
 * `birthcase_plan_document` with some parts of the plan only.
 *   json     the application, up to 1 MiB
 *   as_of    the day; empty for the day of the application's `applied_at`
 *   parts    as for `birthcase_plan_json_parts`
 *   without  a sum of BIRTHCASE_WITHOUT_…
 * Yields JSON.
 * Errors: those of `birthcase_plan_document` and `birthcase_plan_json_parts`. Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_plan_document_parts(birthcase_session* session, const birthcase_profile* profile, const char* json,
                              int64_t json_length, const char* as_of, int64_t as_of_length, const char* parts,
                              int64_t parts_length, int32_t without, const char** text, int64_t* length);

/**
 * Plans many births in one call and gives attributes of their plans as columns in the layout of Apache Arrow. Each
 * application is planned as by `birthcase_plan_document`. One that fails stops no other: BIRTHCASE_ROW_STATUS and the
 * attributes after it tell why, its lists and texts are empty, and its numbers are 0.
 *
 * The text is a block of bytes in the byte order of this machine. It begins with four int64 for each attribute: how
 * many items the column has, and three places, in bytes from the beginning of the block and divisible by 8, or 0:
 *   1. of `count` + 1 int32: the row's items go from its number to the next; only where the attribute is of a list
 *   2. of one int32 for each item and one more: the item's text goes from its number to the next; only of texts
 *   3. of the texts, one behind the other, in the encoding of the session; or of the numbers, an int64 each
 *   json        the applications, one behind the other
 *   offsets     `count` + 1 places in `json`, never falling: each application goes from its place to the next
 *   as_of       the day; empty for the day of the application's `applied_at`
 *   attributes  attributes of plans, of items of lists and of rows, 256 at most
 * Yields the block of columns.
 * Errors: BAD_HANDLE, BAD_ARGUMENT (also offsets that fall), SYNTAX and ENCODING (of `as_of`), OUT_OF_RANGE (of
 * `as_of`, more than 256 attributes, or 2 GiB in one column: plan fewer applications at once), OUT_OF_MEMORY. Since
 * 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_plan_columns(birthcase_session* session, const birthcase_profile* profile, const char* json,
                       const int32_t* offsets, int64_t count, const char* as_of, int64_t as_of_length,
                       const int32_t* attributes, int64_t attribute_count, const char** text, int64_t* length);

/** How many items a list of the plan has. Errors: BAD_HANDLE, BAD_ARGUMENT. Since 0.1. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_plan_count(birthcase_session* session, const birthcase_plan* plan, int32_t list, int32_t* count);

/**
 * A text attribute of the plan or of an item; empty if there is no value.
 *   index  which item, counted from 0; of the plan itself 0
 * Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT (no attribute, or a number), OUT_OF_RANGE, OUT_OF_MEMORY. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_plan_text(birthcase_session* session, const birthcase_plan* plan, int32_t attribute, int32_t index,
                    const char** text, int64_t* length);

/**
 * A number attribute of the plan or of an item.
 *   index  which item, counted from 0; of the plan itself 0
 * Errors: BAD_HANDLE, BAD_ARGUMENT (no attribute, or a text), OUT_OF_RANGE. Since 0.1.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_plan_number(birthcase_session* session, const birthcase_plan* plan, int32_t attribute, int32_t index,
                      int64_t* number);

#ifdef __cplusplus
}
#endif

#endif /* BIRTHCASE_PLAN_H */
