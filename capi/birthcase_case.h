/**
 * The life of a case: from a draft through acceptance and the departments' answers until everything is delivered.
 *
 * A case is the result of its events. A program gives a command; the library decides, by the rules of the profile and
 * the state of the case, and answers with the events that follow and the messages to carry to departments, or refuses
 * with the reason. docs/case.md describes each command, event and message; docs/c.md walks through a case with a
 * program. birthcase_store.h keeps cases in a file or on a server.
 *
 * The conventions of birthcase.h hold here too. Besides:
 *
 * Moments   `now` is a moment of China's civil time, `YYYY-MM-DDThh:mm[:ss]`, optionally with `+08:00`: the library
 *           reads no clock. Clocks of several machines differ: a moment up to five minutes before the last event counts
 *           as that event's; one further back is refused.
 * Refusals  A command that is understood, but not possible now, is BIRTHCASE_REFUSED. Its message is for people, in the
 *           language of the session. Its JSON has two more members: `code`, which is stable, for programs, and
 *           `findings`, which say one by one what prevents the command. A refusal changes nothing.
 * Limits    A command and a case's events of 8 MiB; the application in a command of 1 MiB.
 */
/* Written by ./dev interface from capi/interface: change it there. */
#ifndef BIRTHCASE_CASE_H
#define BIRTHCASE_CASE_H

#include "birthcase.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A case with all its events. Belongs to one thread at a time. Since 0.2. */
typedef struct birthcase_case birthcase_case;

/**
 * A case without events. Give it the command `open` first.
 *   case_id  1 to 64 letters, digits, `.`, `_` and `-`, without a person's name or number. `open` refuses other ids
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_RANGE, ENCODING, OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_new(birthcase_session* session, const birthcase_profile* profile, const char* case_id,
                   int64_t case_id_length, birthcase_case** made);

/**
 * The case that results from events.
 *   profile  the profile that the events were decided under
 *   events   a JSON array, from the first event on, as `birthcase_case_events` yields it
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY, every kind of input error, MISSING (no event), CONTRADICTION (an
 * event that cannot follow), UNKNOWN_NAME (also a step, fact or document that the profile does not have). Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_replay(birthcase_session* session, const birthcase_profile* profile, const char* events,
                      int64_t events_length, birthcase_case** made);

/** Frees a case. Errors: BAD_HANDLE. Since 0.2. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_free(birthcase_case** handle);

/** The id of a case. Yields text. Errors: BAD_HANDLE, OUT_OF_MEMORY. Since 0.2. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_id(birthcase_session* session, const birthcase_case* handle, const char** text, int64_t* length);

/** The number of the events of a case; 0 before the first. Errors: BAD_HANDLE. Since 0.2. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_version(birthcase_session* session, const birthcase_case* handle, int64_t* version);

/**
 * The profile of a case: the one that it was made with or, if it was loaded from a store, the one that it was accepted
 * under. The caller must free this handle, too.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_profile(birthcase_session* session, const birthcase_case* handle, birthcase_profile** profile);

/**
 * Carries out a command: decides it at a moment and adds the events that follow to the case. If nothing changes, for
 * example after an answer that came twice, there are no events.
 *   command  `{"do":"accept","by":"window-1",…}`
 * Yields the events, the messages to carry and the remarks: `{"events":[…],"messages":[…],"findings":[…]}`.
 * Errors have the path in the command: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY, REFUSED, every kind of input error.
 * Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_do(birthcase_session* session, birthcase_case* handle, const char* command, int64_t command_length,
                  const char* now, int64_t now_length, const char** text, int64_t* length);

/**
 * The state of a case, with what is due and how it stands at a moment. The same state gives the same bytes. Yields
 * JSON.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, SYNTAX, OUT_OF_RANGE and ENCODING (of `now`), OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_json(birthcase_session* session, const birthcase_case* handle, const char* now, int64_t now_length,
                    const char** text, int64_t* length);

/**
 * The events of a case after a given event. The same events give the same bytes.
 *   after  the number of the event before the first wanted one; 0 for all
 * Yields a JSON array.
 * Errors: BAD_HANDLE, OUT_OF_RANGE (negative, or beyond the last event), OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_events(birthcase_session* session, const birthcase_case* handle, int64_t after, const char** text,
                      int64_t* length);

/**
 * The plan of a case. For an accepted case it is the plan of the acceptance with the facts that became known later; for
 * a draft it is the plan of a day. The handle does not change when the case changes.
 *   today  the day, for a draft
 * Errors: BAD_HANDLE, BAD_ARGUMENT, SYNTAX, OUT_OF_RANGE and ENCODING (of `today`), OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_plan(birthcase_session* session, const birthcase_case* handle, const char* today, int64_t today_length,
                    birthcase_plan** plan);

/**
 * What is due in a case, with its standing at a moment: the steps in the order of the route, the deferred documents,
 * then the whole case. The standing is `due_soon` from one working day before a day, and from 15 minutes before a
 * moment. Yields a JSON array of `{"case","what","id","due","standing"}`.
 * Errors: those of `birthcase_case_json`. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_due(birthcase_session* session, const birthcase_case* handle, const char* now, int64_t now_length,
                   const char** text, int64_t* length);

/**
 * A paper of a case, in the session's language. The head of an HTML page names the encoding.
 *   paper         `application-form`, `notice`, `deferral-undertaking`, `receipt`, `supplement-notice` (since 0.3) or
 *                 `hand-over-sheet`
 *   organisation  the id of the organisation that gets the hand-over sheet; empty for other papers
 *   today         the day of the plan, for a draft
 *   format        `html`, a page that prints on A4, or `text`
 * Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, UNKNOWN_NAME (of paper, format, organisation), MISSING (nothing accepted, deferred,
 * wanted or to hand over), REFUSED (the people of the case are forgotten), SYNTAX, OUT_OF_RANGE and ENCODING (of the
 * texts), OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_paper(birthcase_session* session, const birthcase_case* handle, const char* paper, int64_t paper_length,
                     const char* organisation, int64_t organisation_length, const char* today, int64_t today_length,
                     const char* format, int64_t format_length, const char** text, int64_t* length);

#ifdef __cplusplus
}
#endif

#endif /* BIRTHCASE_CASE_H */
