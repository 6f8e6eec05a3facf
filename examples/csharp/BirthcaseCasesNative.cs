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

  /// <summary>A case without events. Give it the command `open` first.</summary>
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

  /// <summary>The profile of a case: the one that it was made with or, if it was loaded from a store, the one that it
  /// was accepted under. The caller must free this handle, too.</summary>
  [DllImport(Library)] public static extern Status birthcase_case_profile(
      Session session, Case handle, out IntPtr profile);

  /// <summary>Carries out a command: decides it at a moment and adds the events that follow to the case. If nothing
  /// changes, for example after an answer that came twice, there are no events.</summary>
  [DllImport(Library)] public static extern Status birthcase_case_do(
      Session session, Case handle, byte[] command, long commandLength, byte[] now, long nowLength, out IntPtr text,
      out long length);

  /// <summary>The state of a case, with what is due and how it stands at a moment. The same state gives the same
  /// bytes.</summary>
  [DllImport(Library)] public static extern Status birthcase_case_json(
      Session session, Case handle, byte[] now, long nowLength, out IntPtr text, out long length);

  /// <summary>The events of a case after a given event. The same events give the same bytes.</summary>
  [DllImport(Library)] public static extern Status birthcase_case_events(
      Session session, Case handle, long after, out IntPtr text, out long length);

  /// <summary>The plan of a case. For an accepted case it is the plan of the acceptance with the facts that became
  /// known later; for a draft it is the plan of a day. The handle does not change when the case changes.</summary>
  [DllImport(Library)] public static extern Status birthcase_case_plan(
      Session session, Case handle, byte[] today, long todayLength, out IntPtr plan);

  /// <summary>What is due in a case, with its standing at a moment: the steps in the order of the route, the deferred
  /// documents, then the whole case. The standing is `due_soon` from one working day before a day, and from 15 minutes
  /// before a moment.</summary>
  [DllImport(Library)] public static extern Status birthcase_case_due(
      Session session, Case handle, byte[] now, long nowLength, out IntPtr text, out long length);

  /// <summary>A paper of a case, in the session's language. The head of an HTML page names the encoding.</summary>
  [DllImport(Library)] public static extern Status birthcase_case_paper(
      Session session, Case handle, byte[] paper, long paperLength, byte[] organisation, long organisationLength,
      byte[] today, long todayLength, byte[] format, long formatLength, out IntPtr text, out long length);

  /// <summary>Opens a store. If an older library made the store, this call migrates it to the present schema.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_open(
      Session session, byte[] file, long fileLength, StoreMode mode, out IntPtr store);

  /// <summary>Opens a file that is encrypted with a key, as `birthcase_store_open` does; a new file is encrypted with
  /// this key. The library overwrites its copy of the key before the call returns; the caller must overwrite the
  /// original. The library must be built with SQLCipher (the CMake option BIRTHCASE_SQLCIPHER). The store never writes
  /// clear text to the disk. If the call refuses a file, it does not change the file.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_open_with_key(
      Session session, byte[] file, long fileLength, StoreMode mode, byte[] key, long keyLength, out IntPtr store);

  /// <summary>Closes a store. Cases that were loaded from it stay usable.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_free(ref IntPtr store);

  /// <summary>Makes a profile known to this handle of the store, for drafts under this profile. If two profiles have
  /// the same id, the later one counts. Built-in profiles are always known, and the store keeps the rules of accepted
  /// cases with the cases.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_add_profile(
      Session session, Store store, Profile profile);

  /// <summary>Opens a case: carries out a command `open` and keeps its events. First it makes the profile known, as
  /// `birthcase_store_add_profile` does.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_open_case(
      Session session, Store store, Profile profile, byte[] caseId, long caseIdLength, byte[] command,
      long commandLength, byte[] now, long nowLength, out IntPtr text, out long length);

  /// <summary>Carries out a command on a case and keeps the events that follow. The command `erase` erases a case; its
  /// answer has one more member, `erasure`. It is `finished`, or `unfinished` if another reader still holds old pages
  /// with the texts: then give the command `erase` again.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_do(
      Session session, Store store, byte[] caseId, long caseIdLength, byte[] command, long commandLength, byte[] now,
      long nowLength, long expectedVersion, out IntPtr text, out long length);

  /// <summary>Loads the case as it is now, for reading: the store does not keep events that `birthcase_case_do` adds to
  /// it.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_load(
      Session session, Store store, byte[] caseId, long caseIdLength, out IntPtr loaded);

  /// <summary>Lists cases, in the order of their ids.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_cases(
      Session session, Store store, byte[] after, long afterLength, int limit, out IntPtr text, out long length);

  /// <summary>Hands out to a connector the oldest messages that no other connector has. The messages of one step go out
  /// in their order: the next one only after the one before it was acknowledged.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_lease(
      Session session, Store store, byte[] connector, long connectorLength, byte[] organisation,
      long organisationLength, byte[] now, long nowLength, int seconds, int limit, out IntPtr text, out long length);

  /// <summary>Prolongs a lease.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_renew(
      Session session, Store store, byte[] message, long messageLength, byte[] connector, long connectorLength,
      byte[] now, long nowLength, int seconds);

  /// <summary>Notes that a message has arrived. A second call for the same message changes nothing. This is not the
  /// department's answer: note the answer with a command.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_ack(
      Session session, Store store, byte[] message, long messageLength, byte[] connector, long connectorLength);

  /// <summary>Notes that a connector could not carry a message that it has leased. The store does not hand out the
  /// message again before a pause ends; the pause doubles after each further failure. After too many failures the
  /// message is a dead letter until `birthcase_store_retry`. Later messages of its step wait; all other messages go on.
  /// A second call for the same failure changes nothing.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_failed(
      Session session, Store store, byte[] message, long messageLength, byte[] connector, long connectorLength,
      byte[] now, long nowLength, byte[] reason, long reasonLength, int firstPause, int longestPause, int mostFailures,
      out IntPtr text, out long length);

  /// <summary>Lets a failed message be handed out again at once, also a dead letter, and counts its failures from
  /// 0.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_retry(
      Session session, Store store, byte[] message, long messageLength);

  /// <summary>The messages that wait, the oldest first.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_waiting(
      Session session, Store store, byte[] after, long afterLength, int limit, int deadOnly, out IntPtr text,
      out long length);

  /// <summary>What is due in all cases and not settled, the earliest first. If cases were imported or come from an
  /// older library, the store first works out what is due in them, unless it was opened for reading.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_due(
      Session session, Store store, byte[] until, long untilLength, byte[] now, long nowLength, int limit,
      out IntPtr text, out long length);

  /// <summary>Checks the chains of hashes over the events of one case or, with the file itself, of all cases; replays
  /// each case and compares every row about it with the result. If it finds a break, the call still succeeds. `where`
  /// is a table with its column. `not_replayed` counts drafts whose profile is not known; see
  /// `birthcase_store_add_profile`. Note the digest of all chains elsewhere: a missing tail of a chain changes
  /// it.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_verify(
      Session session, Store store, byte[] caseId, long caseIdLength, out IntPtr text, out long length);

  /// <summary>A note of the heads of all chains. Keep it elsewhere: when it is compared with the store later, it proves
  /// that no events were cut off and that no old file was put back. It has a line for each case (about 150 bytes) and
  /// no personal data. The first signature in a process sets up OpenSSL, which may not survive if memory runs out at
  /// that moment.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_anchor(
      Session session, Store store, byte[] now, long nowLength, byte[] privateKey, long privateKeyLength,
      out IntPtr text, out long length);

  /// <summary>Compares a note of `birthcase_store_anchor` with the store: lists the cases that are gone, that have
  /// fewer events than noted, or that have another hash. `sequence` is the noted number of events. If there is such a
  /// break, the call still succeeds. `signature` is `none`, `unchecked` or, if a key was given, `valid`. Also call
  /// `birthcase_store_verify`: it checks the chains up to their heads.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_verify_against(
      Session session, Store store, byte[] note, long noteLength, byte[] publicKey, long publicKeyLength,
      out IntPtr text, out long length);

  /// <summary>Rebuilds the rows that follow from the events of one case or of all cases: status and heads, births,
  /// deadlines with their standing at a moment, rows of the outbox. It never changes an event, and changes nothing of a
  /// case whose events are damaged. If it leaves something unrepaired, the call still succeeds.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_repair(
      Session session, Store store, byte[] caseId, long caseIdLength, byte[] now, long nowLength, out IntPtr text,
      out long length);

  /// <summary>Lists, each once, the rows that calls on this handle have left out since the last call of this function,
  /// because the rows cannot be read or do not agree with their event. `birthcase_store_cases`, `_lease`, `_due`,
  /// `_open_case` and `_do` leave out a damaged row and continue.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_damaged(
      Session session, Store store, out IntPtr text, out long length);

  /// <summary>A case as one JSON text, with its chain and its messages that wait to be carried.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_export(
      Session session, Store store, byte[] caseId, long caseIdLength, out IntPtr text, out long length);

  /// <summary>Imports a case that `birthcase_store_export` wrote. Messages that a connector had leased can be leased
  /// again. The store replays the case first, and refuses a case that does not agree with its events.</summary>
  [DllImport(Library)] public static extern Status birthcase_store_import(
      Session session, Store store, byte[] json, long jsonLength, out IntPtr text, out long length);
}

}  // namespace Birthcase
