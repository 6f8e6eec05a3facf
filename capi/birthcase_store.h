/**
 * Cases kept for good, in a file of SQLite or on a server of PostgreSQL: their events, the messages that wait to be
 * carried, and what is due.
 *
 * This header is installed if the library has a store: if it was built with the CMake option BIRTHCASE_STORE, which is
 * on by default. Without a store neither the header nor the functions are there. A program that needs them does not
 * compile; one that can do without asks `__has_include(<birthcase_store.h>)`.
 *
 * The conventions of birthcase.h and birthcase_case.h hold here too. Besides:
 *
 * Files     The functions below, and no others in this library, touch a file: the one that `birthcase_store_open` is
 *           told, on a local disk, and its two neighbours that SQLite keeps (`-wal`, `-shm`). They wait up to some
 *           seconds for other programs that write to it, and measure that. No answer depends on a clock. SQLite asks
 *           the system for random numbers, and for TMPDIR, although it keeps nothing there. With a server instead, they
 *           communicate with it alone, and libpq reads what it reads of the user's environment and files.
 * Whole     Every call is whole or nothing, also where power fails during it: what a call has answered is kept.
 * Failures  Every function that has a store, except `free`, can answer BIRTHCASE_STORAGE, with what the disk or
 *           database said and what to do. To write to a read-only file is BIRTHCASE_REFUSED.
 * Threads   A store belongs to one thread at a time. Each thread and each program must open the same file for itself.
 * Order     `lease` hands out messages, `ack` says that one has arrived. Until then it is handed out again when its
 *           lease is over, so a receiver must recognise a message by its id.
 */
/* Written by ./dev interface from capi/interface: change it there. */
#ifndef BIRTHCASE_STORE_H
#define BIRTHCASE_STORE_H

#include "birthcase_case.h"

/** Instead of an expected version: any version of the case. Since 0.2. */
#define BIRTHCASE_ANY_VERSION (-1)

#ifdef __cplusplus
extern "C" {
#endif

/** What `birthcase_store_open` may do with the file. Since 0.2. */
enum {
  BIRTHCASE_READ_WRITE = 0, /**< makes the file if there is none */
  BIRTHCASE_READ_ONLY = 1
};

/** An open store of cases. Belongs to one thread at a time. Since 0.2. */
typedef struct birthcase_store birthcase_store;

/**
 * Opens a store. If an older library made the store, this call migrates it to the present schema.
 *   file  a path, or a URI of SQLite such as `file:/mnt/backup/births.db?immutable=1`, or
 *         `postgresql://user@host:port/database` for a store on a server; put the password into libpq's PGPASSFILE
 * Errors: BAD_HANDLE, BAD_ARGUMENT, MISSING (an empty name), ENCODING, SYNTAX (of a connection string), OUT_OF_RANGE (a
 * file of a newer library), REFUSED (an older one that may only be read), STORAGE (also a file that is not a store),
 * OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_open(birthcase_session* session, const char* file, int64_t file_length, int32_t mode,
                     birthcase_store** store);

/**
 * Opens a file that is encrypted with a key, as `birthcase_store_open` does; a new file is encrypted with this key. The
 * library overwrites its copy of the key before the call returns; the caller must overwrite the original. The library
 * must be built with SQLCipher (the CMake option BIRTHCASE_SQLCIPHER). The store never writes clear text to the disk.
 * If the call refuses a file, it does not change the file.
 *   file  a path
 *   key   32 bytes; the encoding of the session does not matter
 * Errors: those of `birthcase_store_open`; BAD_ARGUMENT (no key), OUT_OF_RANGE (a key of another size), REFUSED
 * (another key than the file's, a file that is not encrypted, a store on a server, a library that cannot encrypt).
 * Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_open_with_key(birthcase_session* session, const char* file, int64_t file_length, int32_t mode,
                              const char* key, int64_t key_length, birthcase_store** store);

/** Closes a store. Cases that were loaded from it stay usable. Errors: BAD_HANDLE. Since 0.2. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_free(birthcase_store** store);

/**
 * Makes a profile known to this handle of the store, for drafts under this profile. If two profiles have the same id,
 * the later one counts. Built-in profiles are always known, and the store keeps the rules of accepted cases with the
 * cases.
 * Errors: BAD_HANDLE, OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_add_profile(birthcase_session* session, birthcase_store* store, const birthcase_profile* profile);

/**
 * Opens a case: carries out a command `open` and keeps its events. First it makes the profile known, as
 * `birthcase_store_add_profile` does. Yields what `birthcase_case_do` yields, with two more members: `version`, the
 * number of the case's events now, and `alike`, the births in other cases that are exactly or nearly the same, as
 * `{"case","newborn"}`.
 * Errors: those of `birthcase_store_do`; REFUSED (also `case-exists`). Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_open_case(birthcase_session* session, birthcase_store* store, const birthcase_profile* profile,
                          const char* case_id, int64_t case_id_length, const char* command, int64_t command_length,
                          const char* now, int64_t now_length, const char** text, int64_t* length);

/**
 * Carries out a command on a case and keeps the events that follow. The command `erase` erases a case; its answer has
 * one more member, `erasure`. It is `finished`, or `unfinished` if another reader still holds old pages with the texts:
 * then give the command `erase` again.
 *   expected_version  the version of the case that the caller has seen. If the case has another version, the call fails
 *                     with CONFLICT. With BIRTHCASE_ANY_VERSION the command is decided on the present version
 * Yields what `birthcase_store_open_case` yields, without `alike`.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY, REFUSED (at acceptance also `duplicate-birth`, if another case has
 * the same birth), CONFLICT, STORAGE, every kind of input error, UNKNOWN_NAME (also no such case). Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_do(birthcase_session* session, birthcase_store* store, const char* case_id, int64_t case_id_length,
                   const char* command, int64_t command_length, const char* now, int64_t now_length,
                   int64_t expected_version, const char** text, int64_t* length);

/**
 * Loads the case as it is now, for reading: the store does not keep events that `birthcase_case_do` adds to it.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, ENCODING, OUT_OF_RANGE (of the id), UNKNOWN_NAME (no such case, or a draft whose
 * profile is not known), CONTRADICTION (its rules are not those it was accepted under), CONFLICT (others kept writing),
 * STORAGE, OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_load(birthcase_session* session, birthcase_store* store, const char* case_id, int64_t case_id_length,
                     birthcase_case** loaded);

/**
 * Lists cases, in the order of their ids.
 *   after  the id before the first wanted one; empty for the first
 * Yields `[{"case","profile","status","version","changed_at"}]`.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_RANGE, ENCODING, STORAGE, OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_cases(birthcase_session* session, birthcase_store* store, const char* after, int64_t after_length,
                      int32_t limit, const char** text, int64_t* length);

/**
 * Hands out to a connector the oldest messages that no other connector has. The messages of one step go out in their
 * order: the next one only after the one before it was acknowledged.
 *   organisation  hands out messages to this organisation only; empty for all
 *   seconds       how long the lease lasts, 1 to 86 400
 * Yields `[{"message","case","organisation","attempt","body":{…}}]`.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, SYNTAX (of `now`), OUT_OF_RANGE (of `now` and the numbers), MISSING (no connector),
 * ENCODING, REFUSED, STORAGE, OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_lease(birthcase_session* session, birthcase_store* store, const char* connector,
                      int64_t connector_length, const char* organisation, int64_t organisation_length, const char* now,
                      int64_t now_length, int32_t seconds, int32_t limit, const char** text, int64_t* length);

/**
 * Prolongs a lease.
 *   seconds  how long after `now` the lease ends; 0 gives the message back at once
 * Errors: those of `birthcase_store_lease`; UNKNOWN_NAME (no such message), CONFLICT (it has arrived, or another
 * connector has it by now). Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_renew(birthcase_session* session, birthcase_store* store, const char* message, int64_t message_length,
                      const char* connector, int64_t connector_length, const char* now, int64_t now_length,
                      int32_t seconds);

/**
 * Notes that a message has arrived. A second call for the same message changes nothing. This is not the department's
 * answer: note the answer with a command.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, ENCODING, OUT_OF_RANGE, MISSING (no connector), UNKNOWN_NAME (no such message),
 * CONFLICT (another connector has it by now, or none ever had), REFUSED, STORAGE, OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_ack(birthcase_session* session, birthcase_store* store, const char* message, int64_t message_length,
                    const char* connector, int64_t connector_length);

/**
 * Notes that a connector could not carry a message that it has leased. The store does not hand out the message again
 * before a pause ends; the pause doubles after each further failure. After too many failures the message is a dead
 * letter until `birthcase_store_retry`. Later messages of its step wait; all other messages go on. A second call for
 * the same failure changes nothing.
 *   reason         a code: 1 to 40 lower-case letters, digits and `-`, a letter first, without a person's number
 *   first_pause    in seconds; 0 means 60
 *   longest_pause  in seconds; 0 means 3600
 *   most_failures  the number of failures that makes the message a dead letter; 0 means 10
 * Yields the message, as `birthcase_store_waiting` lists it.
 * Errors: those of `birthcase_store_renew`; OUT_OF_RANGE (of the reason and the numbers). Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_failed(birthcase_session* session, birthcase_store* store, const char* message, int64_t message_length,
                       const char* connector, int64_t connector_length, const char* now, int64_t now_length,
                       const char* reason, int64_t reason_length, int32_t first_pause, int32_t longest_pause,
                       int32_t most_failures, const char** text, int64_t* length);

/**
 * Lets a failed message be handed out again at once, also a dead letter, and counts its failures from 0.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, ENCODING, OUT_OF_RANGE, UNKNOWN_NAME (no such message), CONFLICT (it has arrived),
 * REFUSED, STORAGE, OUT_OF_MEMORY. Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_retry(birthcase_session* session, birthcase_store* store, const char* message, int64_t message_length);

/**
 * The messages that wait, the oldest first.
 *   after      the id of the message before the first wanted one; empty for the first
 *   dead_only  1 for dead letters only, 0 for all
 * Yields `[{"message","case","organisation","attempts","failures","reason","state","until"}]`; the state is `dead`,
 * `behind-dead` (a message before it in its step is dead) or `waiting`.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_RANGE, ENCODING, UNKNOWN_NAME (no such message), STORAGE, OUT_OF_MEMORY.
 * Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_waiting(birthcase_session* session, birthcase_store* store, const char* after, int64_t after_length,
                        int32_t limit, int32_t dead_only, const char** text, int64_t* length);

/**
 * What is due in all cases and not settled, the earliest first. If cases were imported or come from an older library,
 * the store first works out what is due in them, unless it was opened for reading.
 *   until  the last day or moment
 *   now    the moment of the standings
 * Yields what `birthcase_case_due` yields.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, SYNTAX (of the moments), OUT_OF_RANGE (of the moments and `limit`), ENCODING,
 * STORAGE, OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_due(birthcase_session* session, birthcase_store* store, const char* until, int64_t until_length,
                    const char* now, int64_t now_length, int32_t limit, const char** text, int64_t* length);

/**
 * Checks the chains of hashes over the events of one case or, with the file itself, of all cases; replays each case and
 * compares every row about it with the result. If it finds a break, the call still succeeds. `where` is a table with
 * its column. `not_replayed` counts drafts whose profile is not known; see `birthcase_store_add_profile`. Note the
 * digest of all chains elsewhere: a missing tail of a chain changes it.
 *   case_id  empty for all cases
 * Yields `{"cases","events","breaks":[{"case","sequence","what","where"}],"unfinished_erasures","digest",
 * "not_replayed"}`.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, ENCODING, OUT_OF_RANGE, UNKNOWN_NAME (no such case), STORAGE, OUT_OF_MEMORY. Since
 * 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_verify(birthcase_session* session, birthcase_store* store, const char* case_id, int64_t case_id_length,
                       const char** text, int64_t* length);

/**
 * A note of the heads of all chains. Keep it elsewhere: when it is compared with the store later, it proves that no
 * events were cut off and that no old file was put back. It has a line for each case (about 150 bytes) and no personal
 * data. The first signature in a process sets up OpenSSL, which may not survive if memory runs out at that moment.
 *   private_key  an Ed25519 key in PEM without a password; empty for no signature
 * Yields text, in ASCII.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, ENCODING, SYNTAX (of `now`, or another key), OUT_OF_RANGE, STORAGE, OUT_OF_MEMORY.
 * Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_anchor(birthcase_session* session, birthcase_store* store, const char* now, int64_t now_length,
                       const char* private_key, int64_t private_key_length, const char** text, int64_t* length);

/**
 * Compares a note of `birthcase_store_anchor` with the store: lists the cases that are gone, that have fewer events
 * than noted, or that have another hash. `sequence` is the noted number of events. If there is such a break, the call
 * still succeeds. `signature` is `none`, `unchecked` or, if a key was given, `valid`. Also call
 * `birthcase_store_verify`: it checks the chains up to their heads.
 *   note        the note, up to 1 GiB
 *   public_key  the key that signed it, in PEM; empty for none
 * Yields `{"at","cases","signature","breaks":[{"case","sequence","what","where"}]}`.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, ENCODING, SYNTAX (no note, a note that was cut off, another key), OUT_OF_RANGE (of
 * a newer library), CONTRADICTION (a note that was changed, another's signature), MISSING (no signature, with a key),
 * STORAGE, OUT_OF_MEMORY. Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_verify_against(birthcase_session* session, birthcase_store* store, const char* note,
                               int64_t note_length, const char* public_key, int64_t public_key_length,
                               const char** text, int64_t* length);

/**
 * Rebuilds the rows that follow from the events of one case or of all cases: status and heads, births, deadlines with
 * their standing at a moment, rows of the outbox. It never changes an event, and changes nothing of a case whose events
 * are damaged. If it leaves something unrepaired, the call still succeeds.
 *   case_id  empty for all cases
 * Yields `{"cases","mended":[{"case","sequence","what","where"}],"left":[…]}`.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, ENCODING, SYNTAX and OUT_OF_RANGE (of `now`), UNKNOWN_NAME (no such case), REFUSED,
 * STORAGE, OUT_OF_MEMORY. Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_repair(birthcase_session* session, birthcase_store* store, const char* case_id, int64_t case_id_length,
                       const char* now, int64_t now_length, const char** text, int64_t* length);

/**
 * Lists, each once, the rows that calls on this handle have left out since the last call of this function, because the
 * rows cannot be read or do not agree with their event. `birthcase_store_cases`, `_lease`, `_due`, `_open_case` and
 * `_do` leave out a damaged row and continue. Yields `[{"case","table"}]`.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY. Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_damaged(birthcase_session* session, birthcase_store* store, const char** text, int64_t* length);

/**
 * A case as one JSON text, with its chain and its messages that wait to be carried. Yields JSON.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, ENCODING, OUT_OF_RANGE, UNKNOWN_NAME (no such case), STORAGE, OUT_OF_MEMORY. Since
 * 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_export(birthcase_session* session, birthcase_store* store, const char* case_id, int64_t case_id_length,
                       const char** text, int64_t* length);

/**
 * Imports a case that `birthcase_store_export` wrote. Messages that a connector had leased can be leased again. The
 * store replays the case first, and refuses a case that does not agree with its events.
 *   json  the case as JSON, up to 64 MiB
 * Yields the id of the case.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY, CONFLICT (the case is there), CONTRADICTION (a chain that does not
 * hold, a status or message that the events do not give), UNKNOWN_NAME (a draft whose profile is not known), REFUSED,
 * STORAGE, every kind of input error. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_import(birthcase_session* session, birthcase_store* store, const char* json, int64_t json_length,
                       const char** text, int64_t* length);

#ifdef __cplusplus
}
#endif

#endif /* BIRTHCASE_STORE_H */
