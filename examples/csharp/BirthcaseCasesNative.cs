// birthcase for C#: the C functions about cases and stores as they are (`NativeCases`). BirthcaseCases.cs is the layer
// over them.
// Written by ./dev interface from capi/interface: change it there.
using System;
using System.Runtime.InteropServices;

namespace Birthcase {

/// <summary>What `birthcase_store_open` may do with the file.</summary>
public enum StoreMode {
  ReadWrite = 0, ReadOnly = 1
}

/// <summary>The functions of birthcase_case.h, and of birthcase_store.h if the library has a store.</summary>
public static class NativeCases {
  public const int AnyVersion = -1;
  const string Library = "birthcase";

  /// <summary>A case to which nothing has happened yet; the command `open` begins it.</summary>
  [DllImport(Library)] public static extern Status birthcase_case_new(
      Session session, Profile profile, byte[] caseId, long caseIdLength, out IntPtr made);

  /// <summary>The case that results from events.</summary>
  [DllImport(Library)] public static extern Status birthcase_case_replay(
      Session session, Profile profile, byte[] events, long eventsLength, out IntPtr made);

  /// <summary>Frees a case.</summary>
  [DllImport(Library)] public static extern Status birthcase_case_free(ref IntPtr handle);

  /// <summary>The id of a case.</summary>
  [DllImport(Library)] public static extern Status birthcase_case_id(
      Session session, Case handle, out IntPtr text, out long length);

  /// <summary>The number of the events of a case; 0 before the first.</summary>
  [DllImport(Library)] public static extern Status birthcase_case_version(
      Session session, Case handle, out long version);

  /// <summary>The profile that a case goes by: the one it was made with or, of a case that was loaded from a store, the
  /// rules that it was accepted under. The handle is freed on its own.</summary>
  [DllImport(Library)] public static extern Status birthcase_case_profile(
      Session session, Case handle, out IntPtr profile);

  /// <summary>Carries out a command: decides it at a moment and adds the events that follow to the case. Where nothing
  /// changes, such as after an answer that came twice, there are no events.</summary>
  [DllImport(Library)] public static extern Status birthcase_case_do(
      Session session, Case handle, byte[] command, long commandLength, byte[] now, long nowLength, out IntPtr text,
      out long length);

  /// <summary>The state of a case, with what is due and how it stands at a moment. The same state gives the same
  /// bytes.</summary>
  [DllImport(Library)] public static extern Status birthcase_case_json(
      Session session, Case handle, byte[] now, long nowLength, out IntPtr text, out long length);

  /// <summary>The events of a case, from some event on. The same events give the same bytes.</summary>
  [DllImport(Library)] public static extern Status birthcase_case_events(
      Session session, Case handle, long after, out IntPtr text, out long length);

  /// <summary>The plan that a case goes by: after acceptance that of the acceptance, with what has become known since;
  /// of a draft that of a day. It does not change with the case.</summary>
  [DllImport(Library)] public static extern Status birthcase_case_plan(
      Session session, Case handle, byte[] today, long todayLength, out IntPtr plan);

  /// <summary>What is due in a case, and how it stands at a moment: the steps in the order of the route, the deferred
  /// documents, then the case as a whole. It is `due_soon` one working day before a day and 15 minutes before a
  /// moment.</summary>
  [DllImport(Library)] public static extern Status birthcase_case_due(
      Session session, Case handle, byte[] now, long nowLength, out IntPtr text, out long length);

  /// <summary>A form or notice of a case, in the session's language. A page in GB18030 says so in its head.</summary>
  [DllImport(Library)] public static extern Status birthcase_case_paper(
      Session session, Case handle, byte[] paper, long paperLength, byte[] organisation, long organisationLength,
      byte[] today, long todayLength, byte[] format, long formatLength, out IntPtr text, out long length);

  /// <summary>Opens a store. A store of an older library is brought to the present form.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_open(
      Session session, byte[] file, long fileLength, StoreMode mode, out IntPtr store);

  /// <summary>`birthcase_store_open` for a file that is encrypted with a key; a new file is made so. The library copies
  /// the key and overwrites the copy before the call returns; the caller must overwrite its own. This works if the
  /// library was built with SQLCipher (the CMake option BIRTHCASE_SQLCIPHER). Nothing is ever written in clear, and a
  /// refused file is not changed.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_open_with_key(
      Session session, byte[] file, long fileLength, StoreMode mode, byte[] key, long keyLength, out IntPtr store);

  /// <summary>Closes a store. Cases that were loaded from it stay.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_free(ref IntPtr store);

  /// <summary>Makes a profile known to this handle of the store, for drafts under it; of two with one id the later one
  /// counts. Built-in profiles are known, and accepted cases carry their rules with them.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_add_profile(
      Session session, Store store, Profile profile);

  /// <summary>Opens a case: carries out a command `open` and keeps what follows. First makes the profile known, as
  /// `birthcase_store_add_profile` does.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_open_case(
      Session session, Store store, Profile profile, byte[] caseId, long caseIdLength, byte[] command,
      long commandLength, byte[] now, long nowLength, out IntPtr text, out long length);

  /// <summary>Carries out a command on a case and keeps what follows. The command `erase` erases a case; its answer has
  /// one more member, `erasure`: `finished`, or `unfinished` where the texts are forgotten but somebody still reads old
  /// pages that hold them, so that it must be done again.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_do(
      Session session, Store store, byte[] caseId, long caseIdLength, byte[] command, long commandLength, byte[] now,
      long nowLength, long expectedVersion, out IntPtr text, out long length);

  /// <summary>The case as it is kept now, for reading: the store does not keep what `birthcase_case_do` does to
  /// it.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_load(
      Session session, Store store, byte[] caseId, long caseIdLength, out IntPtr loaded);

  /// <summary>Lists cases, in the order of their ids.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_cases(
      Session session, Store store, byte[] after, long afterLength, int limit, out IntPtr text, out long length);

  /// <summary>Hands out the oldest messages that nobody carries to a connector. Those of one step go in their order,
  /// the next when the last has been acknowledged.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_lease(
      Session session, Store store, byte[] connector, long connectorLength, byte[] organisation,
      long organisationLength, byte[] now, long nowLength, int seconds, int limit, out IntPtr text, out long length);

  /// <summary>Prolongs a lease.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_renew(
      Session session, Store store, byte[] message, long messageLength, byte[] connector, long connectorLength,
      byte[] now, long nowLength, int seconds);

  /// <summary>Notes that a message has arrived. To acknowledge twice is to acknowledge once. The answer of the
  /// department is another thing: a command.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_ack(
      Session session, Store store, byte[] message, long messageLength, byte[] connector, long connectorLength);

  /// <summary>Notes that the connector could not carry a message that it has. The message is handed to nobody for a
  /// pause, which doubles after each further failure. After too many failures it is a dead letter, until
  /// `birthcase_store_retry`. Later messages of its step wait, all others pass. To tell it twice is to tell it
  /// once.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_failed(
      Session session, Store store, byte[] message, long messageLength, byte[] connector, long connectorLength,
      byte[] now, long nowLength, byte[] reason, long reasonLength, int firstPause, int longestPause, int mostFailures,
      out IntPtr text, out long length);

  /// <summary>Forgets that carrying a message has failed: dead or not, it is handed out again at once, and its failures
  /// are counted again.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_retry(
      Session session, Store store, byte[] message, long messageLength);

  /// <summary>The messages that wait, the oldest first.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_waiting(
      Session session, Store store, byte[] after, long afterLength, int limit, int deadOnly, out IntPtr text,
      out long length);

  /// <summary>What is not settled and due, over all cases, the earliest first. What is due in cases that were imported,
  /// or that an older library kept, is worked out first, unless the file is read-only.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_due(
      Session session, Store store, byte[] until, long untilLength, byte[] now, long nowLength, int limit,
      out IntPtr text, out long length);

  /// <summary>Checks the chains of hashes that the events form, of one case or of all, then also the file as such;
  /// replays each case and compares every row about it with the result. A break is no failure of the call. `where` is a
  /// table with its column. `not_replayed` counts drafts whose profile is not known; see `birthcase_store_add_profile`.
  /// The digest of all chains should be noted elsewhere, so that a missing tail shows.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_verify(
      Session session, Store store, byte[] caseId, long caseIdLength, out IntPtr text, out long length);

  /// <summary>A note of the heads of all chains, to be kept elsewhere: compared with the store later, it proves that no
  /// tail was cut and no old file put back. A line for each case (some 150 bytes); it tells about nobody. A signature
  /// sets up OpenSSL in this process, which does not bear memory running out at its first use.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_anchor(
      Session session, Store store, byte[] now, long nowLength, byte[] privateKey, long privateKeyLength,
      out IntPtr text, out long length);

  /// <summary>Compares such a note with the store: lists the cases that are gone, have fewer events than noted or
  /// another hash. `sequence` is the noted number of events. A break is no failure of the call. `signature` is `none`,
  /// `unchecked` or, where a key is given, `valid`. `birthcase_store_verify` says whether the chains hold up to their
  /// heads.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_verify_against(
      Session session, Store store, byte[] note, long noteLength, byte[] publicKey, long publicKeyLength,
      out IntPtr text, out long length);

  /// <summary>Rebuilds what follows from the events of one case or of all: status and heads, births and deadlines as
  /// they stand at a moment, rows of the outbox. It touches no event, and nothing of a case whose events do not hold.
  /// What is left is no failure of the call.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_repair(
      Session session, Store store, byte[] caseId, long caseIdLength, byte[] now, long nowLength, out IntPtr text,
      out long length);

  /// <summary>The rows that calls on this handle have left out since the last such question, because they cannot be
  /// read or do not agree with their event, each once. One damaged row stops nothing: `birthcase_store_cases`,
  /// `_lease`, `_due`, `_open_case` and `_do` go on without it.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_damaged(
      Session session, Store store, out IntPtr text, out long length);

  /// <summary>A case as one JSON text, with its chain and its messages that wait to be carried.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_export(
      Session session, Store store, byte[] caseId, long caseIdLength, out IntPtr text, out long length);

  /// <summary>Takes in what `birthcase_store_export` wrote. Messages that were being carried are carried again. The
  /// case is replayed first: one that says otherwise than its events does not come in.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_import(
      Session session, Store store, byte[] json, long jsonLength, out IntPtr text, out long length);
}

}  // namespace Birthcase
