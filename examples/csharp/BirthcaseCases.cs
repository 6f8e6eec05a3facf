// Cases and stores for C#: a thin layer over the C functions of BirthcaseCasesNative.cs. It goes with Birthcase.cs.
// Commands, events and answers are JSON in the encoding of the session; docs/case.md says what they mean. A refused
// command is a BirthcaseException with Status.Refused, whose Json has the `code` and the `findings`.
using System;

namespace Birthcase {

/// <summary>The life of a case. Moments are China's time: `2019-04-29T09:15`.</summary>
public sealed class Case : Handle {
  readonly Session session;

  internal Case(Session session, Status status, IntPtr made) {
    this.session = session;
    SetHandle(made);
    session.Need(status);
  }

  protected override bool ReleaseHandle() => NativeCases.birthcase_case_free(ref handle) == Status.Ok;

  /// <summary>A case to which nothing has happened; the command `open` begins it.</summary>
  public static Case Of(Profile profile, string id) => new Case(profile.Session, NativeCases.birthcase_case_new(
      profile.Session, profile, Session.Ascii(id), id.Length, out var made), made);

  /// <summary>The case that these events make, from the first on.</summary>
  public static Case Replay(Profile profile, byte[] events) => new Case(profile.Session,
      NativeCases.birthcase_case_replay(profile.Session, profile, events, events.Length, out var made), made);

  public string Id => session.String(session.Copied(
      NativeCases.birthcase_case_id(session, this, out var text, out var length), text, length));

  /// <summary>The number of events.</summary>
  public long Version {
    get {
      session.Need(NativeCases.birthcase_case_version(session, this, out long version));
      return version;
    }
  }

  /// <summary>The profile that it goes by.</summary>
  public Profile Profile =>
      new Profile(session, NativeCases.birthcase_case_profile(session, this, out var profile), profile);

  /// <summary>Carries out a command; what follows as JSON.</summary>
  public byte[] Do(byte[] command, string now) => session.Copied(NativeCases.birthcase_case_do(
      session, this, command, command.Length, Session.Ascii(now), now.Length, out var text, out var length),
      text, length);

  /// <summary>The state as JSON, with what is due at a moment.</summary>
  public byte[] Json(string now) => session.Copied(NativeCases.birthcase_case_json(
      session, this, Session.Ascii(now), now.Length, out var text, out var length), text, length);

  /// <summary>The events after the one of this number as JSON.</summary>
  public byte[] Events(long after = 0) => session.Copied(
      NativeCases.birthcase_case_events(session, this, after, out var text, out var length), text, length);

  /// <summary>The plan that it goes by; of a draft that of the day.</summary>
  public Plan Plan(string today) => new Plan(session, NativeCases.birthcase_case_plan(
      session, this, Session.Ascii(today), today.Length, out var plan), plan);

  /// <summary>What is due, as JSON.</summary>
  public byte[] Due(string now) => session.Copied(NativeCases.birthcase_case_due(
      session, this, Session.Ascii(now), now.Length, out var text, out var length), text, length);

  /// <summary>A paper of the case: receipt, notice, …; as text or html.</summary>
  public byte[] Paper(string paper, string today, string format = "text", string organisation = "") =>
      session.Copied(NativeCases.birthcase_case_paper(
          session, this, Session.Ascii(paper), paper.Length, Session.Ascii(organisation), organisation.Length,
          Session.Ascii(today), today.Length, Session.Ascii(format), format.Length, out var text, out var length),
          text, length);
}

/// <summary>Cases kept in a file.</summary>
public sealed class Store : Handle {
  readonly Session session;

  public Store(Session session, byte[] file, StoreMode mode = StoreMode.ReadWrite) {
    this.session = session;
    session.Need(NativeCases.birthcase_store_open(session, file, file.Length, mode, out handle));
  }

  /// <summary>A file that is encrypted; the 32 bytes of the key are overwritten with zeros.</summary>
  public Store(Session session, byte[] file, byte[] key, StoreMode mode = StoreMode.ReadWrite) {
    this.session = session;
    try {
      session.Need(NativeCases.birthcase_store_open_with_key(
          session, file, file.Length, mode, key, key.Length, out handle));
    } finally {
      Array.Clear(key, 0, key.Length);
    }
  }

  protected override bool ReleaseHandle() => NativeCases.birthcase_store_free(ref handle) == Status.Ok;

  /// <summary>Makes a profile known, for drafts under it.</summary>
  public void AddProfile(Profile profile) =>
      session.Need(NativeCases.birthcase_store_add_profile(session, this, profile));

  /// <summary>Opens a case with a command `open`.</summary>
  public byte[] OpenCase(Profile profile, string id, byte[] command, string now) => session.Copied(
      NativeCases.birthcase_store_open_case(session, this, profile, Session.Ascii(id), id.Length, command,
          command.Length, Session.Ascii(now), now.Length, out var text, out var length), text, length);

  /// <summary>Carries out a command on a case and keeps what follows.</summary>
  public byte[] Do(string id, byte[] command, string now, long expectedVersion = NativeCases.AnyVersion) =>
      session.Copied(NativeCases.birthcase_store_do(session, this, Session.Ascii(id), id.Length, command,
          command.Length, Session.Ascii(now), now.Length, expectedVersion, out var text, out var length),
          text, length);

  /// <summary>The case as it is kept now, for reading.</summary>
  public Case Load(string id) => new Case(session,
      NativeCases.birthcase_store_load(session, this, Session.Ascii(id), id.Length, out var loaded), loaded);

  /// <summary>The cases after this id, as JSON.</summary>
  public byte[] Cases(string after = "", int limit = 100) => session.Copied(NativeCases.birthcase_store_cases(
      session, this, Session.Ascii(after), after.Length, limit, out var text, out var length), text, length);

  /// <summary>Hands out messages to carry, as JSON.</summary>
  public byte[] Lease(string connector, string now, string organisation = "", int seconds = 60, int limit = 16) =>
      session.Copied(NativeCases.birthcase_store_lease(session, this, Session.Ascii(connector), connector.Length,
          Session.Ascii(organisation), organisation.Length, Session.Ascii(now), now.Length, seconds, limit,
          out var text, out var length), text, length);

  /// <summary>Prolongs a lease; 0 seconds give the message back.</summary>
  public void Renew(string message, string connector, string now, int seconds) =>
      session.Need(NativeCases.birthcase_store_renew(session, this, Session.Ascii(message), message.Length,
          Session.Ascii(connector), connector.Length, Session.Ascii(now), now.Length, seconds));

  /// <summary>The message has arrived.</summary>
  public void Ack(string message, string connector) => session.Need(NativeCases.birthcase_store_ack(
      session, this, Session.Ascii(message), message.Length, Session.Ascii(connector), connector.Length));

  /// <summary>The connector could not carry the message, for a reason that is a code; the message, as JSON.</summary>
  public byte[] Failed(string message, string connector, string now, string reason, int firstPause = 0,
      int longestPause = 0, int mostFailures = 0) => session.Copied(NativeCases.birthcase_store_failed(
      session, this, Session.Ascii(message), message.Length, Session.Ascii(connector), connector.Length,
      Session.Ascii(now), now.Length, Session.Ascii(reason), reason.Length, firstPause, longestPause, mostFailures,
      out var text, out var length), text, length);

  /// <summary>Forgets that carrying a message has failed.</summary>
  public void Retry(string message) => session.Need(NativeCases.birthcase_store_retry(
      session, this, Session.Ascii(message), message.Length));

  /// <summary>The messages that wait, or the dead letters alone, as JSON.</summary>
  public byte[] Waiting(string after, int limit, bool deadOnly = false) => session.Copied(
      NativeCases.birthcase_store_waiting(session, this, Session.Ascii(after), after.Length, limit, deadOnly ? 1 : 0,
      out var text, out var length), text, length);

  /// <summary>What is due up to a day or moment over all cases, as JSON.</summary>
  public byte[] Due(string until, string now, int limit = 100) => session.Copied(NativeCases.birthcase_store_due(
      session, this, Session.Ascii(until), until.Length, Session.Ascii(now), now.Length, limit,
      out var text, out var length), text, length);

  /// <summary>Checks the chains, of one case or all, as JSON.</summary>
  public byte[] Verify(string id = "") => session.Copied(NativeCases.birthcase_store_verify(
      session, this, Session.Ascii(id), id.Length, out var text, out var length), text, length);

  /// <summary>A note of the heads of all chains; with an Ed25519 key in PEM a signed one.</summary>
  public byte[] Anchor(string now, string privateKey = "") => session.Copied(NativeCases.birthcase_store_anchor(
      session, this, Session.Ascii(now), now.Length, Session.Ascii(privateKey), privateKey.Length,
      out var text, out var length), text, length);

  /// <summary>Holds such a note against the store: what was cut or put back, as JSON.</summary>
  public byte[] VerifyAgainst(byte[] note, string publicKey = "") => session.Copied(
      NativeCases.birthcase_store_verify_against(session, this, note, note.Length, Session.Ascii(publicKey),
      publicKey.Length, out var text, out var length), text, length);

  /// <summary>Rebuilds what follows from the events, of one case or all; what was mended and what is left, as JSON.
  /// </summary>
  public byte[] Repair(string now, string id = "") => session.Copied(NativeCases.birthcase_store_repair(
      session, this, Session.Ascii(id), id.Length, Session.Ascii(now), now.Length, out var text, out var length),
      text, length);

  /// <summary>The rows that calls have left out since this was last asked, as JSON.</summary>
  public byte[] Damaged() => session.Copied(NativeCases.birthcase_store_damaged(
      session, this, out var text, out var length), text, length);

  /// <summary>A case as one JSON document.</summary>
  public byte[] Export(string id) => session.Copied(NativeCases.birthcase_store_export(
      session, this, Session.Ascii(id), id.Length, out var text, out var length), text, length);

  /// <summary>Takes in what Export gave; the case's id.</summary>
  public byte[] Import(byte[] json) => session.Copied(NativeCases.birthcase_store_import(
      session, this, json, json.Length, out var text, out var length), text, length);
}

}  // namespace Birthcase
