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

/** Instead of the version that a command was decided on: whichever the case has. Since 0.2. */
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
 * Opens a store. A store of an older library is brought to the present form.
 *   file  a path, or a URI of SQLite such as `file:/mnt/backup/births.db?immutable=1`, or
 *         `postgresql://user@host:port/database` for a store on a server, whose password belongs into libpq's
 *         PGPASSFILE
 * Errors: BAD_HANDLE, BAD_ARGUMENT, MISSING (an empty name), ENCODING, SYNTAX (of a connection string), OUT_OF_RANGE (a
 * file of a newer library), REFUSED (an older one that may only be read), STORAGE (also a file that is no store),
 * OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_open(birthcase_session* session, const char* file, int64_t file_length, int32_t mode,
                     birthcase_store** store);

/**
 * `birthcase_store_open` for a file that is encrypted with a key; a new file is made so. The library copies the key and
 * overwrites the copy before the call returns; the caller must overwrite its own. This works if the library was built
 * with SQLCipher (the CMake option BIRTHCASE_SQLCIPHER). Nothing is ever written in clear, and a refused file is not
 * changed.
 *   file  a path
 *   key   32 bytes, whatever the encoding of the session
 * Errors: those of `birthcase_store_open`; BAD_ARGUMENT (no key), OUT_OF_RANGE (a key of another size), REFUSED
 * (another key than the file's, a file that is not encrypted, a store on a server, a library that cannot encrypt).
 * Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_open_with_key(birthcase_session* session, const char* file, int64_t file_length, int32_t mode,
                              const char* key, int64_t key_length, birthcase_store** store);

/** Closes a store. Cases that were loaded from it stay. Errors: BAD_HANDLE. Since 0.2. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_free(birthcase_store** store);

/**
 * Makes a profile known to this handle of the store, for drafts under it; of two with one id the later one counts.
 * Built-in profiles are known, and accepted cases carry their rules with them.
 * Errors: BAD_HANDLE, OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_add_profile(birthcase_session* session, birthcase_store* store, const birthcase_profile* profile);

/**
 * Opens a case: carries out a command `open` and keeps what follows. First makes the profile known, as
 * `birthcase_store_add_profile` does. Yields what `birthcase_case_do` yields, with two more members: `version`, the
 * number of the case's events by now, and `alike`, the births in other cases that are exactly or nearly this one, as
 * `{"case","newborn"}`.
 * Errors: those of `birthcase_store_do`; REFUSED (also `case-exists`). Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_open_case(birthcase_session* session, birthcase_store* store, const birthcase_profile* profile,
                          const char* case_id, int64_t case_id_length, const char* command, int64_t command_length,
                          const char* now, int64_t now_length, const char** text, int64_t* length);

/**
 * Carries out a command on a case and keeps what follows. The command `erase` erases a case; its answer has one more
 * member, `erasure`: `finished`, or `unfinished` where the texts are forgotten but somebody still reads old pages that
 * hold them, so that it must be done again.
 *   expected_version  the version that the command was decided on: a case that has moved on since is CONFLICT.
 *                     BIRTHCASE_ANY_VERSION decides on whatever the case has become
 * Yields what `birthcase_store_open_case` yields, without `alike`.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY, REFUSED (at acceptance also `duplicate-birth`, if another case has
 * the same birth), CONFLICT, STORAGE, every kind of input error, UNKNOWN_NAME (also no such case). Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_do(birthcase_session* session, birthcase_store* store, const char* case_id, int64_t case_id_length,
                   const char* command, int64_t command_length, const char* now, int64_t now_length,
                   int64_t expected_version, const char** text, int64_t* length);

/**
 * The case as it is kept now, for reading: the store does not keep what `birthcase_case_do` does to it.
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
 * Hands out the oldest messages that nobody carries to a connector. Those of one step go in their order, the next when
 * the last has been acknowledged.
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
 *   seconds  how long after `now` it ends; 0 gives the message back at once
 * Errors: those of `birthcase_store_lease`; UNKNOWN_NAME (no such message), CONFLICT (it has arrived, or another
 * connector has it by now). Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_renew(birthcase_session* session, birthcase_store* store, const char* message, int64_t message_length,
                      const char* connector, int64_t connector_length, const char* now, int64_t now_length,
                      int32_t seconds);

/**
 * Notes that a message has arrived. To acknowledge twice is to acknowledge once. The answer of the department is
 * another thing: a command.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, ENCODING, OUT_OF_RANGE, MISSING (no connector), UNKNOWN_NAME (no such message),
 * CONFLICT (another connector has it by now, or none ever had), REFUSED, STORAGE, OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_ack(birthcase_session* session, birthcase_store* store, const char* message, int64_t message_length,
                    const char* connector, int64_t connector_length);

/**
 * Notes that the connector could not carry a message that it has. The message is handed to nobody for a pause, which
 * doubles after each further failure. After too many failures it is a dead letter, until `birthcase_store_retry`. Later
 * messages of its step wait, all others pass. To tell it twice is to tell it once.
 *   reason         a code: 1 to 40 lower-case letters, digits and `-`, a letter first; nobody's number
 *   first_pause    in seconds; 0 means 60
 *   longest_pause  in seconds; 0 means 3600
 *   most_failures  how many make it a dead letter; 0 means 10
 * Yields the message, as `birthcase_store_waiting` lists it.
 * Errors: those of `birthcase_store_renew`; OUT_OF_RANGE (of the reason and the numbers). Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_failed(birthcase_session* session, birthcase_store* store, const char* message, int64_t message_length,
                       const char* connector, int64_t connector_length, const char* now, int64_t now_length,
                       const char* reason, int64_t reason_length, int32_t first_pause, int32_t longest_pause,
                       int32_t most_failures, const char** text, int64_t* length);

/**
 * Forgets that carrying a message has failed: dead or not, it is handed out again at once, and its failures are counted
 * again.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, ENCODING, OUT_OF_RANGE, UNKNOWN_NAME (no such message), CONFLICT (it has arrived),
 * REFUSED, STORAGE, OUT_OF_MEMORY. Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_retry(birthcase_session* session, birthcase_store* store, const char* message, int64_t message_length);

/**
 * The messages that wait, the oldest first.
 *   after      the id of the message before the first wanted one; empty for the first
 *   dead_only  other than 0 for dead letters only
 * Yields `[{"message","case","organisation","attempts","failures","reason","state","until"}]`; the state is `dead`,
 * `behind-dead` (a message before it in its step is dead) or `waiting`.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_RANGE, ENCODING, UNKNOWN_NAME (no such message), STORAGE, OUT_OF_MEMORY.
 * Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_waiting(birthcase_session* session, birthcase_store* store, const char* after, int64_t after_length,
                        int32_t limit, int32_t dead_only, const char** text, int64_t* length);

/**
 * What is not settled and due, over all cases, the earliest first. What is due in cases that were imported, or that an
 * older library kept, is worked out first, unless the file is read-only.
 *   until  the last day or moment
 *   now    the moment at which it stands so
 * Yields what `birthcase_case_due` yields.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, SYNTAX (of the moments), OUT_OF_RANGE (of the moments and `limit`), ENCODING,
 * STORAGE, OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_due(birthcase_session* session, birthcase_store* store, const char* until, int64_t until_length,
                    const char* now, int64_t now_length, int32_t limit, const char** text, int64_t* length);

/**
 * Checks the chains of hashes that the events form, of one case or of all, then also the file as such; replays each
 * case and compares every row about it with the result. A break is no failure of the call. `where` is a table with its
 * column. `not_replayed` counts drafts whose profile is not known; see `birthcase_store_add_profile`. The digest of all
 * chains should be noted elsewhere, so that a missing tail shows.
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
 * A note of the heads of all chains, to be kept elsewhere: compared with the store later, it proves that no tail was
 * cut and no old file put back. A line for each case (some 150 bytes); it tells about nobody. A signature sets up
 * OpenSSL in this process, which does not bear memory running out at its first use.
 *   private_key  an Ed25519 key in PEM without a password; empty for no signature
 * Yields text, in ASCII.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, ENCODING, SYNTAX (of `now`, or another key), OUT_OF_RANGE, STORAGE, OUT_OF_MEMORY.
 * Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_anchor(birthcase_session* session, birthcase_store* store, const char* now, int64_t now_length,
                       const char* private_key, int64_t private_key_length, const char** text, int64_t* length);

/**
 * Compares such a note with the store: lists the cases that are gone, have fewer events than noted or another hash.
 * `sequence` is the noted number of events. A break is no failure of the call. `signature` is `none`, `unchecked` or,
 * where a key is given, `valid`. `birthcase_store_verify` says whether the chains hold up to their heads.
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
 * Rebuilds what follows from the events of one case or of all: status and heads, births and deadlines as they stand at
 * a moment, rows of the outbox. It touches no event, and nothing of a case whose events do not hold. What is left is no
 * failure of the call.
 *   case_id  empty for all cases
 * Yields `{"cases","mended":[{"case","sequence","what","where"}],"left":[…]}`.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, ENCODING, SYNTAX and OUT_OF_RANGE (of `now`), UNKNOWN_NAME (no such case), REFUSED,
 * STORAGE, OUT_OF_MEMORY. Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_repair(birthcase_session* session, birthcase_store* store, const char* case_id, int64_t case_id_length,
                       const char* now, int64_t now_length, const char** text, int64_t* length);

/**
 * The rows that calls on this handle have left out since the last such question, because they cannot be read or do not
 * agree with their event, each once. One damaged row stops nothing: `birthcase_store_cases`, `_lease`, `_due`,
 * `_open_case` and `_do` go on without it. Yields `[{"case","table"}]`.
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
 * Takes in what `birthcase_store_export` wrote. Messages that were being carried are carried again. The case is
 * replayed first: one that says otherwise than its events does not come in.
 *   json  the document, up to 64 MiB
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
