/**
 * The life of a case: from a draft through acceptance and the departments' answers until everything is delivered.
 *
 * A case is what its events have made of it. A command asks for something; the library decides, by the rules of the
 * profile and the state of the case, and answers with the events that follow and the messages to carry to departments,
 * or with a refusal that says why not. docs/case.md tells what each command, event and message means; docs/c.md walks
 * through a case with a program. birthcase_store.h keeps cases in a file.
 *
 * The conventions of birthcase.h hold here too. Besides:
 *
 * Moments   `now` is a moment of China's civil time, `YYYY-MM-DDThh:mm[:ss]`, optionally with `+08:00`: the library
 *           reads no clock. Clocks of several machines differ: a moment up to five minutes before the last event counts
 *           as that event's; one further back is refused.
 * Refusals  A command that is understood, but not possible now, is BIRTHCASE_REFUSED. The error's message is then for
 *           people, in the language of the session, and its JSON has two more members: `code`, which is stable, for
 *           programs, and `findings`, which say one by one what stands in the way. A refusal changes nothing.
 * Limits    A command and a case's events of 8 MiB; the application in a command of 1 MiB.
 */
#ifndef BIRTHCASE_CASE_H
#define BIRTHCASE_CASE_H

#include "birthcase.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A case with all its events. Belongs to one thread at a time. */
typedef struct birthcase_case birthcase_case;

/**
 * A case to which nothing has happened yet; the command `open` begins it. `case_id` is 1 to 64 letters, digits, `.`,
 * `_` and `-`, and nobody's name or number: `open` refuses others.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_RANGE, ENCODING, OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_new(birthcase_session* session, const birthcase_profile* profile, const char* case_id,
                   int64_t case_id_length, birthcase_case** made);

/**
 * The case that some events make: a JSON array, from the first event on, as `birthcase_case_events` yields it. The
 * profile is the one that the events were decided under.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY and every kind of input error; MISSING (no event), CONTRADICTION (an
 * event that cannot follow), UNKNOWN_NAME also for a step, fact or document that the profile does not have. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_replay(birthcase_session* session, const birthcase_profile* profile, const char* events,
                      int64_t events_length, birthcase_case** made);

/** Errors: BAD_HANDLE. Since 0.2. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_free(birthcase_case** handle);

/** The id of a case. Yields text. Errors: BAD_HANDLE, OUT_OF_MEMORY. Since 0.2. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_id(birthcase_session* session, const birthcase_case* handle, const char** text, int64_t* length);

/** The number of the events of a case; 0 before the first. Errors: BAD_HANDLE. Since 0.2. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_version(birthcase_session* session, const birthcase_case* handle, int64_t* version);

/**
 * The profile that a case goes by: the one it was made with or, of a case that was loaded from a store, the rules that
 * it was accepted under. To be freed on its own. Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_profile(birthcase_session* session, const birthcase_case* handle, birthcase_profile** profile);

/**
 * Carries out a command: `{"do":"accept","by":"window-1",…}`. Decides it at a moment, adds the events that follow to
 * the case, and yields them with the messages to carry and what is remarked:
 * `{"events":[…],"messages":[…],"findings":[…]}`. Where nothing has changed, such as after an answer that came twice,
 * there are no events. Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY, REFUSED, and every kind of input error, with the path in the
 * command. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_do(birthcase_session* session, birthcase_case* handle, const char* command, int64_t command_length,
                  const char* now, int64_t now_length, const char** text, int64_t* length);

/**
 * The state of a case as JSON, with what is due and how it stands at a moment. The same state gives the same bytes.
 * Yields text. Errors: BAD_HANDLE, BAD_ARGUMENT, SYNTAX, OUT_OF_RANGE and ENCODING (of `now`), OUT_OF_MEMORY. Since
 * 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_json(birthcase_session* session, const birthcase_case* handle, const char* now, int64_t now_length,
                    const char** text, int64_t* length);

/**
 * The events after the one of this number, 0 for all, as a JSON array. The same events give the same bytes. Yields
 * text.
 * Errors: BAD_HANDLE, OUT_OF_RANGE (negative, or beyond the last event), OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_events(birthcase_session* session, const birthcase_case* handle, int64_t after, const char** text,
                      int64_t* length);

/**
 * The plan that a case goes by: once it is accepted that of its acceptance, with what has become known since; of a
 * draft that of the day `today`. It does not change with the case. Errors: BAD_HANDLE, BAD_ARGUMENT, SYNTAX,
 * OUT_OF_RANGE and ENCODING (of `today`), OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_plan(birthcase_session* session, const birthcase_case* handle, const char* today, int64_t today_length,
                    birthcase_plan** plan);

/**
 * What is due in a case, and how each stands at a moment: its steps in the order of the route, its deferred documents,
 * then the case as a whole, as a JSON array of `{"case","what","id","due","standing"}`. It is `due_soon` one working
 * day before a day and 15 minutes before a moment. Yields text.
 * Errors: as `birthcase_case_json`. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_due(birthcase_session* session, const birthcase_case* handle, const char* now, int64_t now_length,
                   const char** text, int64_t* length);

/**
 * A paper of a case, in the session's language: `paper` is `application-form`, `notice`, `deferral-undertaking`,
 * `receipt`, `supplement-notice` (since 0.3) or `hand-over-sheet`, which needs the id of an `organisation` (empty for the
 * others). A draft's go by its
 * plan of the day `today`. `format` is `html`, a page that prints on A4, or `text`. Yields text; a page in GB18030 says
 * so in its head. Errors: BAD_HANDLE, BAD_ARGUMENT, UNKNOWN_NAME (of paper, format, organisation), MISSING (nothing
 * accepted, deferred, wanted or to hand over), REFUSED (the people of the case are forgotten), SYNTAX, OUT_OF_RANGE and
 * ENCODING (of the texts), OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_case_paper(birthcase_session* session, const birthcase_case* handle, const char* paper, int64_t paper_length,
                     const char* organisation, int64_t organisation_length, const char* today, int64_t today_length,
                     const char* format, int64_t format_length, const char** text, int64_t* length);

#ifdef __cplusplus
}
#endif

#endif /* BIRTHCASE_CASE_H */
