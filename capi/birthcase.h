/**
 * birthcase: China's joint birth service (出生“一件事”) for C and for everything that can call C.
 *
 * A program tells what is known about one birth and gets the one form, the documents to bring with the reasons, and the
 * route through the departments with its deadlines. docs/c.md walks through this interface with a program.
 * birthcase_case.h goes on from there: the life of a case. birthcase_store.h keeps cases in a file or on a server.
 *
 * CONVENTIONS, valid for every function unless its own comment says otherwise
 *
 * Status    Every call that can fail returns a `birthcase_status`. BIRTHCASE_OK is 0; everything else is a failure that
 *           changed nothing but the session's last error. Out parameters come last. A failed call leaves them as they
 *           were, except that an out handle becomes NULL. An out pointer may be NULL if the caller does not want the
 *           answer; the out pointer of a handle must not be NULL.
 * Handles   Each kind of object has its own type. The caller must free every object with the `…_free` of its kind,
 *           which takes the address of the caller's pointer and sets it to NULL; to free NULL does nothing. A call with
 *           a NULL, wrong or freed handle fails with BIRTHCASE_BAD_HANDLE; a freed handle can only be detected while
 *           its memory is not used again. An object keeps alive what it was made from: the caller may free objects in
 *           any order.
 * Text in   A pointer and a length in bytes, in the encoding of the session. The length may be BIRTHCASE_NUL_ENDED.
 *           NULL with the length 0 is the empty text. The library does not keep the caller's memory after the call.
 * Text out  A pointer and a length in bytes, in the encoding of the session, with a NUL behind it that the length does
 *           not count. The text belongs to the session and is valid until the next call of this session that yields
 *           text. To copy the text into the caller's own memory, call `birthcase_session_copy_text` next; the out
 *           pointers may then be NULL.
 * Newborns  Counted from 0; BIRTHCASE_FAMILY for facts and documents of the family.
 * Days      `YYYY-MM-DD`. No function reads a clock, a file, a socket or the environment, except that the functions of
 *           birthcase_store.h read and write the store that the caller names.
 * Threads   Any number of threads may use a profile at once. Every other handle belongs to one thread at a time;
 *           different sessions may be used in different threads. There is no global state.
 * Privacy   No error and no finding quotes a value that a person typed: it says where (a JSON pointer) and what to do.
 * Limits    An application of 1 MiB; a profile, a code table or a document of rule tests of 8 MiB; 16 newborns; 256
 *           documents handed in; 64 MiB to convert; any other text 1 MiB.
 * Memory    When it runs out, the call fails with BIRTHCASE_OUT_OF_MEMORY and everything is as it was before.
 *
 * Values of constants never change their meaning. Functions and constants are only added; each says since when.
 */
/* Written by ./dev interface from capi/interface: change it there. */
#ifndef BIRTHCASE_H
#define BIRTHCASE_H

#include "birthcase_application.h"
#include "birthcase_base.h"
#include "birthcase_plan.h"
#include "birthcase_profile.h"
#include "birthcase_rule_tests.h"

#endif /* BIRTHCASE_H */
