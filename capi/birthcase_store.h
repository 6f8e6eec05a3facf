/**
 * Cases kept for good, in a file of SQLite or on a server of PostgreSQL: their events, the messages that wait to be carried, and what is due.
 *
 * This header is there if the library has a store: if it was built with the CMake option BIRTHCASE_STORE, which is on
 * unless somebody turns it off. Without it neither the header is installed nor are the functions in the library, so
 * that a program which needs them does not compile; one which can do without asks `__has_include(<birthcase_store.h>)`.
 *
 * The conventions of birthcase.h and birthcase_case.h hold here too. Besides:
 *
 * Files     The functions below, and no others in this library, touch a file: the one that `birthcase_store_open` is
 *           told, on a local disk, and its two neighbours that SQLite keeps (`-wal`, `-shm`). They wait up to some
 *           seconds for other programs that write to it, and measure that. No answer hangs on a clock. SQLite asks the
 *           system for random numbers, and where TMPDIR is, although it keeps nothing there. Told a server instead, they
 *           speak with it alone, and libpq reads what it reads of the user's environment and files.
 * Whole     Every call is whole or nothing, also where power fails in its midst: what a call has answered is kept.
 * Failures  BIRTHCASE_STORAGE, with what the disk or database said and what to do, can be the answer of every function
 *           that has a store, save `free`. BIRTHCASE_REFUSED is also what writing to a read-only file gives.
 * Threads   A store belongs to one thread at a time. Several threads or programs open the same file each for
 *           themselves.
 * Order     `lease` hands out messages, `ack` says that one has arrived. Until then it is handed out again when its
 *           lease is over, so that whoever receives a message knows it by its id.
 */
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

/** An open file of cases. Belongs to one thread at a time. */
typedef struct birthcase_store birthcase_store;

/**
 * Opens a store in a file; `mode` is BIRTHCASE_READ_WRITE or BIRTHCASE_READ_ONLY. `file` is a path, or a URI of SQLite
 * such as `file:/mnt/backup/births.db?immutable=1`, or `postgresql://user@host:port/database` for a store on a server (a
 * password belongs into libpq's PGPASSFILE). Those of older libraries are brought to the present form.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, MISSING (an empty name), ENCODING, SYNTAX (of a connection string), OUT_OF_RANGE (a
 * file of a newer library),
 * REFUSED (an older one that may only be read), STORAGE (also for a file that is no store), OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_open(birthcase_session* session, const char* file, int64_t file_length, int32_t mode,
                     birthcase_store** store);

/**
 * As `birthcase_store_open`, for a file that is encrypted with this key; a new file is made so. The key has 32 bytes, in
 * whichever encoding the session is; they are copied, and the copy is overwritten before the call returns. Overwriting
 * those that were given is the caller's. It works if the library was built with SQLCipher (the CMake option
 * BIRTHCASE_SQLCIPHER); nothing is ever written in clear, and nothing of a file that is refused is changed.
 * Errors: those of `birthcase_store_open`; BAD_ARGUMENT (no key), OUT_OF_RANGE (a key of another size), REFUSED (another
 * key than the file's, a file that is not encrypted, a store on a server, a library that cannot encrypt). Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_open_with_key(birthcase_session* session, const char* file, int64_t file_length, int32_t mode,
                              const char* key, int64_t key_length, birthcase_store** store);

/** Closes a store. Cases that were loaded from it live on. Errors: BAD_HANDLE. Since 0.2. */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_free(birthcase_store** store);

/**
 * Makes a profile known to this handle of the store, for drafts under it; of two with one id the later counts. The
 * built-in ones are known, and cases that are accepted carry their rules with them.
 * Errors: BAD_HANDLE, OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_add_profile(birthcase_session* session, birthcase_store* store, const birthcase_profile* profile);

/**
 * Opens a case: carries out a command `open` and keeps what follows. First makes the profile known, as
 * `birthcase_store_add_profile` does. Yields what `birthcase_case_do` does with two more members: `version`, the number
 * of the case's events by now, and `alike`, the births in other cases that are exactly or nearly this one, as
 * `{"case","newborn"}`. Yields text.
 * Errors: as `birthcase_store_do`; REFUSED with `case-exists`. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_open_case(birthcase_session* session, birthcase_store* store, const birthcase_profile* profile,
                          const char* case_id, int64_t case_id_length, const char* command, int64_t command_length,
                          const char* now, int64_t now_length, const char** text, int64_t* length);

/**
 * Carries out a command on a case and keeps what follows. With an `expected_version`, a case that has moved on since is
 * CONFLICT; with BIRTHCASE_ANY_VERSION the command is decided on whatever the case has become. Erasing is the command
 * `erase`; its answer has one more member, `erasure`: `finished`, or `unfinished` where the texts are forgotten but
 * somebody still reads old pages in which they stand, so that it has to be done again. Yields text as
 * `birthcase_store_open_case` does.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY, REFUSED (at acceptance also with `duplicate-birth`, if another case
 * has the same birth), CONFLICT, STORAGE, and every kind of input error; UNKNOWN_NAME also if there is no such case.
 * Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_do(birthcase_session* session, birthcase_store* store, const char* case_id, int64_t case_id_length,
                   const char* command, int64_t command_length, const char* now, int64_t now_length,
                   int64_t expected_version, const char** text, int64_t* length);

/**
 * The case as it is kept now, for reading: what is done to it through `birthcase_case_do` is not kept.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, ENCODING, UNKNOWN_NAME (no such case, or a draft whose profile is not known),
 * CONTRADICTION (its rules are not those it was accepted under), CONFLICT (others kept writing), STORAGE,
 * OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_load(birthcase_session* session, birthcase_store* store, const char* case_id, int64_t case_id_length,
                     birthcase_case** loaded);

/**
 * The cases after this id, an empty one for the first, in the order of their ids, `limit` at most (1 to 1000):
 * `[{"case","profile","status","version","changed_at"}]`. Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_RANGE, ENCODING, STORAGE, OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_cases(birthcase_session* session, birthcase_store* store, const char* after, int64_t after_length,
                      int32_t limit, const char** text, int64_t* length);

/**
 * Hands out the oldest messages that nobody carries, `limit` at most (1 to 1000), to a connector, for so many seconds
 * (1 to 86 400): `[{"message","case","organisation","attempt","body":{…}}]`. Those of one step go in their order, the
 * next when the last has been acknowledged. `organisation` narrows it to messages to that one; empty means all. Yields
 * text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, SYNTAX and OUT_OF_RANGE (of `now` and the numbers), MISSING (no connector),
 * ENCODING, REFUSED, STORAGE, OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_lease(birthcase_session* session, birthcase_store* store, const char* connector,
                      int64_t connector_length, const char* organisation, int64_t organisation_length, const char* now,
                      int64_t now_length, int32_t seconds, int32_t limit, const char** text, int64_t* length);

/**
 * Prolongs a lease so that it ends so many seconds after `now`; 0 gives the message back at once.
 * Errors: as `birthcase_store_lease`; UNKNOWN_NAME (no such message); CONFLICT (it has arrived, or another connector
 * has it by now). Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_renew(birthcase_session* session, birthcase_store* store, const char* message, int64_t message_length,
                      const char* connector, int64_t connector_length, const char* now, int64_t now_length,
                      int32_t seconds);

/**
 * The message has arrived. Acknowledging twice is acknowledging once. This says nothing about the department's answer,
 * which is a command. Errors: BAD_HANDLE, BAD_ARGUMENT, ENCODING, OUT_OF_RANGE, UNKNOWN_NAME (no such message),
 * CONFLICT (another connector has it by now, or none ever had), REFUSED, STORAGE, OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_ack(birthcase_session* session, birthcase_store* store, const char* message, int64_t message_length,
                    const char* connector, int64_t connector_length);

/**
 * The connector could not carry a message that it has, for a reason that is a code (1 to 40 lower-case letters, digits
 * and `-`, a letter first; nobody's number). The message is handed to nobody for `first_pause` seconds, twice as long
 * after each further failure and `longest_pause` at most; after `most_failures` of them it is a dead letter, until
 * `birthcase_store_retry`. 0 means 60 and 3600 seconds and 10 failures. Later messages of its step wait, all others pass.
 * Telling it twice is telling it once. Yields text: the message as `birthcase_store_waiting` has it.
 * Errors: as `birthcase_store_renew`; OUT_OF_RANGE (of the reason and the numbers). Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_failed(birthcase_session* session, birthcase_store* store, const char* message, int64_t message_length,
                       const char* connector, int64_t connector_length, const char* now, int64_t now_length,
                       const char* reason, int64_t reason_length, int32_t first_pause, int32_t longest_pause,
                       int32_t most_failures, const char** text, int64_t* length);

/**
 * Forgets that carrying a message has failed: dead or not, it is handed out again at once, its failures counted anew.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, ENCODING, OUT_OF_RANGE, UNKNOWN_NAME (no such message), CONFLICT (it has arrived),
 * REFUSED, STORAGE, OUT_OF_MEMORY. Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_retry(birthcase_session* session, birthcase_store* store, const char* message, int64_t message_length);

/**
 * The messages that wait, the oldest first, after this one's id (an empty one for the first), `limit` at most (1 to
 * 1000); with `dead_only` other than 0 the dead letters alone:
 * `[{"message","case","organisation","attempts","failures","reason","state","until"}]`, where the state is `dead`,
 * `behind-dead` (a message before it in its step is) or `waiting`. Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_RANGE, ENCODING, UNKNOWN_NAME (no such message), STORAGE, OUT_OF_MEMORY.
 * Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_waiting(birthcase_session* session, birthcase_store* store, const char* after, int64_t after_length,
                        int32_t limit, int32_t dead_only, const char** text, int64_t* length);

/**
 * What is not settled and due up to `until`, a day or a moment, over all cases, the first first, `limit` at most (1 to
 * 1000), with how each stands at `now`. As JSON it is what `birthcase_case_due` yields. What is due in cases that were
 * imported, or that an older library kept, is worked out first, unless the file is read-only. Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, SYNTAX and OUT_OF_RANGE (of the moments and `limit`), ENCODING, STORAGE,
 * OUT_OF_MEMORY. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_due(birthcase_session* session, birthcase_store* store, const char* until, int64_t until_length,
                    const char* now, int64_t now_length, int32_t limit, const char** text, int64_t* length);

/**
 * Checks the chains of hashes that the events form, of one case or, with an empty id, of all, then also the file as
 * such; replays each case and holds every row about it against that:
 * `{"cases","events","breaks":[{"case","sequence","what","where"}],"unfinished_erasures","digest","not_replayed"}`, where
 * `where` is a table with its column. A break is no failure of the call. Drafts whose profile is not known are counted in
 * `not_replayed`; see `birthcase_store_add_profile`. The digest of all chains is to be noted elsewhere, so that a
 * missing tail shows. Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, ENCODING, OUT_OF_RANGE, UNKNOWN_NAME (no such case), STORAGE, OUT_OF_MEMORY.
 * Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_verify(birthcase_session* session, birthcase_store* store, const char* case_id, int64_t case_id_length,
                       const char** text, int64_t* length);

/**
 * A note of the heads of all chains at `now`, to be kept elsewhere: held against the store later, it proves that no tail
 * was cut and no old file put back. Text, a line for each case (some 150 bytes); it tells about nobody. `private_key` is
 * an Ed25519 key in PEM without a password, for a signed note; empty: not signed. A signature sets up OpenSSL in this
 * process, which does not bear memory running out at its first use. Yields text, in ASCII.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, ENCODING, SYNTAX (of `now`, or another key), OUT_OF_RANGE, STORAGE, OUT_OF_MEMORY.
 * Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_anchor(birthcase_session* session, birthcase_store* store, const char* now, int64_t now_length,
                       const char* private_key, int64_t private_key_length, const char** text, int64_t* length);

/**
 * Holds such a note, up to 1 GiB, against the store: `{"at","cases","signature","breaks":[{"case","sequence","what",
 * "where"}]}` with the cases that are gone, have fewer events than noted or another hash; `sequence` is the noted number
 * of events. A break is no failure of the call. `signature` is `none`, `unchecked` or, where a `public_key` in PEM is
 * given, `valid`. Whether the chains hold up to their heads says `birthcase_store_verify`. Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, SYNTAX (no note, a note that was cut off, another key), OUT_OF_RANGE (of a
 * newer library), CONTRADICTION (a note that was changed, another's signature), MISSING (no signature, with a key),
 * STORAGE, OUT_OF_MEMORY. Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_verify_against(birthcase_session* session, birthcase_store* store, const char* note,
                               int64_t note_length, const char* public_key, int64_t public_key_length,
                               const char** text, int64_t* length);

/**
 * Rebuilds what follows from the events of one case or, with an empty id, of all: status and heads, births and deadlines
 * as they stand at `now`, rows of the outbox. Touches no event, and nothing of a case whose events do not hold:
 * `{"cases","mended":[{"case","sequence","what","where"}],"left":[…]}`. What is left is no failure of the call. Yields
 * text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, ENCODING, SYNTAX and OUT_OF_RANGE (of `now`), UNKNOWN_NAME (no such case), REFUSED,
 * STORAGE, OUT_OF_MEMORY. Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_repair(birthcase_session* session, birthcase_store* store, const char* case_id, int64_t case_id_length,
                       const char* now, int64_t now_length, const char** text, int64_t* length);

/**
 * The rows that calls on this handle have left out since this was last asked, since they cannot be read or are not what
 * their event made: `[{"case","table"}]`, each once. One damaged row stops nobody: `birthcase_store_cases`, `_lease`,
 * `_due`, `_open_case` and `_do` go on without it. Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY. Since 0.3.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_damaged(birthcase_session* session, birthcase_store* store, const char** text, int64_t* length);

/**
 * A case as one JSON document, with its chain and what of it waits to be carried. Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, ENCODING, OUT_OF_RANGE, UNKNOWN_NAME (no such case), STORAGE, OUT_OF_MEMORY.
 * Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_export(birthcase_session* session, birthcase_store* store, const char* case_id, int64_t case_id_length,
                       const char** text, int64_t* length);

/**
 * Takes in what `birthcase_store_export` wrote, up to 64 MiB, and yields the id of the case. What was being carried is
 * carried anew. The case is replayed first: one that says otherwise than its events does not come in. Yields text.
 * Errors: BAD_HANDLE, BAD_ARGUMENT, OUT_OF_MEMORY, CONFLICT (the case is there), CONTRADICTION (a chain that does not
 * hold, a status or message that the events do not give), UNKNOWN_NAME (a draft whose profile is not known), REFUSED,
 * STORAGE, and every kind of input error. Since 0.2.
 */
BIRTHCASE_API birthcase_status BIRTHCASE_CALL
birthcase_store_import(birthcase_session* session, birthcase_store* store, const char* json, int64_t json_length,
                       const char** text, int64_t* length);

#ifdef __cplusplus
}
#endif

#endif /* BIRTHCASE_STORE_H */
