// birthcase for C#: the constants, the C functions as they are (`Native`) and a thin layer that frees handles and turns
// failures into exceptions. Copy this file into your project and put birthcase.dll or libbirthcase.so where the runtime
// looks for libraries. C# 7: .NET Framework 4.5, .NET and Mono. birthcase.h tells what each function does. Cases and
// stores are in BirthcaseCases.cs.
//
// Texts are byte[] in the encoding of the session, both ways; Session.Bytes and Session.String convert from and to the
// strings of C#. Names and ids (`mother.name`, `yiwu`) are ASCII and therefore plain strings.
using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;

namespace Birthcase {

public enum Status {
  Ok = 0, Syntax = 1, UnknownName = 2, WrongType = 3, OutOfRange = 4, Encoding = 5, Contradiction = 6, Missing = 7,
  BadArgument = 8, BadHandle = 9, BufferTooSmall = 10, OutOfMemory = 11, Internal = 12, Refused = 13, Conflict = 14,
  Storage = 15
}

/// <summary>What Windows and .NET call GB18030 (code page 54936) is the edition of 2000.</summary>
public enum TextEncoding { Utf8 = 0, Gb18030 = 1, Gb18030_2005 = 2, Gb18030_2000 = 3 }

public enum Language { Chinese = 0, English = 1 }

public enum FactState { Unknown = 0, None = 1, Known = 2 }

public enum HandedInAs { Original = 0, PaperCopy = 1, Scan = 2 }

public enum ReportFormat { ReportJson = 0, ReportText = 1, ReportJunit = 2 }
/// <summary>What a plan's document is written without.</summary>
[Flags] public enum Without { Nothing = 0, Labels = 1, Reasons = 2 }

public enum PlanList {
  Services = 1, Fields = 2, Evidence = 3, Steps = 4, Undetermined = 5, Findings = 6, MissingItems = 7, Deferrable = 8,
  LookUps = 9
}

/// <summary>What Plan.Text and Plan.Number read; which of the two, birthcase.h says.</summary>
public enum PlanAttribute {
  PlanProfile = 1, PlanAsOf = 2, PlanDue = 3, PlanAcceptable = 4, PlanDepartmentFields = 5, PlanUnifiedFields = 6,
  PlanAskedFields = 7, PlanRulesVersion = 8, PlanCodesVersion = 9, PlanCalendarVersion = 10, PlanCountedUntil = 11,
  PlanAsJson = 12, PlanTrips = 13, PlanPapers = 14, PlanSheets = 15,
  PlanEvidenceKeys = 16,
  ServiceId = 101, ServiceLabel = 102, ServiceNewborn = 103, ServiceLane = 104, ServiceOrganisation = 105,
  ServiceChannel = 106, ServiceRule = 107, ServiceReason = 108, ServiceSource = 109,
  ServiceAlreadyDone = 110, ServiceFollows = 111,
  FieldId = 201, FieldLabel = 202, FieldNewborn = 203, FieldSource = 204, FieldFrom = 205, FieldNeededBy = 206,
  FieldOwner = 207, FieldRequired = 208, FieldState = 209, FieldValue = 210,
  FieldOrigin = 211, FieldOriginOrganisation = 212, FieldOriginAt = 213, FieldOriginReference = 214,
  EvidenceType = 301, EvidenceLabel = 302, EvidenceNewborn = 303, EvidenceHolder = 304, EvidenceHolderLabel = 305,
  EvidenceStatus = 306, EvidenceOriginal = 307, EvidenceCopies = 308, EvidenceInsteadOf = 309,
  EvidenceTolerance = 310, EvidenceNeededBy = 311, EvidenceFrom = 312, EvidenceRule = 313, EvidenceReason = 314,
  EvidenceSource = 315,
  StepId = 401, StepLabel = 402, StepNewborn = 403, StepService = 404, StepOrganisation = 405,
  StepOrganisationLabel = 406, StepOperator = 407, StepOperatorLabel = 408, StepAfter = 409, StepDue = 410,
  StepPromise = 411, StepDelivery = 412, StepPayloadFields = 413, StepPayloadEvidence = 414,
  UndeterminedFact = 501, UndeterminedLabel = 502, UndeterminedNewborn = 503, UndeterminedField = 504,
  UndeterminedDecides = 505,
  FindingSeverity = 601, FindingCode = 602, FindingPath = 603, FindingMessage = 604,
  MissingId = 701, MissingLabel = 702, MissingNewborn = 703, MissingIsField = 704, MissingHolder = 705,
  DeferrableType = 801, DeferrableLabel = 802, DeferrableNewborn = 803, DeferrableHolder = 804,
  LookUpId = 901, LookUpLabel = 902, LookUpNewborn = 903, LookUpOrganisation = 904, LookUpState = 905,
  LookUpAt = 906, LookUpReference = 907, LookUpKeys = 908, LookUpUnknownKeys = 909, LookUpFields = 910,
  LookUpEvidence = 911, LookUpNeededBy = 912, LookUpRule = 913, LookUpReason = 914, LookUpSource = 915,
  RowStatus = 1001, RowMessage = 1002, RowPath = 1003, RowLine = 1004, RowColumn = 1005
}

/// <summary>A call that failed: what the library said, for a programmer's log. It quotes no personal data.</summary>
public sealed class BirthcaseException : Exception {
  public readonly Status Status;

  /// <summary>The same with document, path, line and column, as JSON; empty if no session could be opened.</summary>
  public readonly string Json;

  internal BirthcaseException(Status status, string message, string json) : base(message) {
    Status = status;
    Json = json;
  }
}

/// <summary>The functions of birthcase.h. The calling convention is the platform's, as in BIRTHCASE_CALL.</summary>
public static class Native {
  public const int AbiVersion = 1, NulEnded = -1, Family = -1;
  const string Library = "birthcase";

  [DllImport(Library)] public static extern IntPtr birthcase_version();
  [DllImport(Library)] public static extern int birthcase_abi_version();
  [DllImport(Library)] public static extern IntPtr birthcase_status_name(Status status);

  [DllImport(Library)] public static extern Status birthcase_session_new(
      TextEncoding encoding, Language language, out IntPtr session);
  [DllImport(Library)] public static extern Status birthcase_session_free(ref IntPtr session);
  [DllImport(Library)] public static extern Status birthcase_session_copy_text(
      Session session, byte[] buffer, long capacity, out long needed);
  [DllImport(Library)] public static extern Status birthcase_session_error_message(
      Session session, out IntPtr text, out long length);
  [DllImport(Library)] public static extern Status birthcase_session_error_json(
      Session session, out IntPtr text, out long length);
  [DllImport(Library)] public static extern Status birthcase_convert(
      Session session, TextEncoding from, TextEncoding to, byte[] bytes, long bytesLength, out IntPtr text,
      out long length);

  [DllImport(Library)] public static extern Status birthcase_built_in_count(Session session, out int count);
  [DllImport(Library)] public static extern Status birthcase_built_in_id(
      Session session, int index, out IntPtr text, out long length);
  [DllImport(Library)] public static extern Status birthcase_profile_built_in(
      Session session, byte[] id, long idLength, out IntPtr profile);
  [DllImport(Library)] public static extern Status birthcase_built_in_json(
      Session session, byte[] id, long idLength, out IntPtr text, out long length);
  [DllImport(Library)] public static extern Status birthcase_session_add_profile(
      Session session, byte[] json, long jsonLength);
  [DllImport(Library)] public static extern Status birthcase_session_add_calendar(
      Session session, byte[] json, long jsonLength);
  [DllImport(Library)] public static extern Status birthcase_session_add_codes(
      Session session, byte[] id, long idLength, byte[] tsv, long tsvLength);
  [DllImport(Library)] public static extern Status birthcase_profile_parse(
      Session session, byte[] json, long jsonLength, out IntPtr profile);
  [DllImport(Library)] public static extern Status birthcase_profile_share(
      Session session, Profile profile, out IntPtr other);
  [DllImport(Library)] public static extern Status birthcase_profile_free(ref IntPtr profile);
  [DllImport(Library)] public static extern Status birthcase_profile_id(
      Session session, Profile profile, out IntPtr text, out long length);
  [DllImport(Library)] public static extern Status birthcase_profile_title(
      Session session, Profile profile, out IntPtr text, out long length);
  [DllImport(Library)] public static extern Status birthcase_profile_form(
      Session session, Profile profile, byte[] service, long serviceLength, out IntPtr text, out long length);
  [DllImport(Library)] public static extern Status birthcase_profile_application_schema(
      Session session, Profile profile, out IntPtr text, out long length);
  [DllImport(Library)] public static extern Status birthcase_compare(
      Session session, IntPtr[] profiles, long count, byte[] asOf, long asOfLength, out IntPtr text, out long length);

  [DllImport(Library)] public static extern Status birthcase_application_new(
      Session session, Profile profile, out IntPtr application);
  [DllImport(Library)] public static extern Status birthcase_application_parse(
      Session session, Profile profile, byte[] json, long jsonLength, out IntPtr application);
  [DllImport(Library)] public static extern Status birthcase_application_profile_named_in(
      Session session, byte[] json, long jsonLength, out IntPtr text, out long length);
  [DllImport(Library)] public static extern Status birthcase_application_copy(
      Session session, Application application, out IntPtr copy);
  [DllImport(Library)] public static extern Status birthcase_application_under(
      Session session, Application application, Profile profile, out IntPtr other);
  [DllImport(Library)] public static extern Status birthcase_application_free(ref IntPtr application);
  [DllImport(Library)] public static extern Status birthcase_application_put(
      Session session, Application application, byte[] name, long nameLength, int newborn, byte[] value,
      long valueLength);
  [DllImport(Library)] public static extern Status birthcase_application_put_none(
      Session session, Application application, byte[] name, long nameLength, int newborn);
  [DllImport(Library)] public static extern Status birthcase_application_clear(
      Session session, Application application, byte[] name, long nameLength, int newborn);
  [DllImport(Library)] public static extern Status birthcase_application_get(
      Session session, Application application, byte[] name, long nameLength, int newborn, out FactState state,
      out IntPtr text, out long length);
  [DllImport(Library)] public static extern Status birthcase_application_newborn_count(
      Session session, Application application, out int count);
  [DllImport(Library)] public static extern Status birthcase_application_hand_in(
      Session session, Application application, byte[] type, long typeLength, byte[] holder, long holderLength,
      HandedInAs handedInAs, int newborn);
  [DllImport(Library)] public static extern Status birthcase_application_validate(
      Session session, Application application, out int count, out IntPtr text, out long length);
  [DllImport(Library)] public static extern Status birthcase_application_finding(
      Session session, Application application, PlanAttribute attribute, int index, out IntPtr text, out long length);
  [DllImport(Library)] public static extern Status birthcase_application_json(
      Session session, Application application, out IntPtr text, out long length);

  [DllImport(Library)] public static extern Status birthcase_plan_new(
      Session session, Profile profile, Application application, byte[] asOf, long asOfLength, out IntPtr plan);
  [DllImport(Library)] public static extern Status birthcase_plan_free(ref IntPtr plan);
  [DllImport(Library)] public static extern Status birthcase_plan_json(
      Session session, Plan plan, out IntPtr text, out long length);
  [DllImport(Library)] public static extern Status birthcase_plan_json_parts(
      Session session, Plan plan, byte[] parts, long partsLength, Without without, out IntPtr text, out long length);
  [DllImport(Library)] public static extern Status birthcase_plan_document(
      Session session, Profile profile, byte[] json, long jsonLength, byte[] asOf, long asOfLength, out IntPtr text,
      out long length);
  [DllImport(Library)] public static extern Status birthcase_plan_document_parts(
      Session session, Profile profile, byte[] json, long jsonLength, byte[] asOf, long asOfLength, byte[] parts,
      long partsLength, Without without, out IntPtr text, out long length);
  [DllImport(Library)] public static extern Status birthcase_plan_columns(
      Session session, Profile profile, byte[] json, int[] offsets, long count, byte[] asOf, long asOfLength,
      PlanAttribute[] attributes, long attributeCount, out IntPtr text, out long length);
  [DllImport(Library)] public static extern Status birthcase_plan_count(
      Session session, Plan plan, PlanList list, out int count);
  [DllImport(Library)] public static extern Status birthcase_plan_text(
      Session session, Plan plan, PlanAttribute attribute, int index, out IntPtr text, out long length);
  [DllImport(Library)] public static extern Status birthcase_plan_number(
      Session session, Plan plan, PlanAttribute attribute, int index, out long number);

  [DllImport(Library)] public static extern Status birthcase_rule_tests_profile_named_in(
      Session session, byte[] json, long jsonLength, int index, out IntPtr text, out long length);
  [DllImport(Library)] public static extern Status birthcase_rule_tests_run(
      Session session, IntPtr[] profiles, long count, byte[] json, long jsonLength, byte[] document,
      long documentLength, ReportFormat format, out int passed, out int failed, out IntPtr text, out long length);
}

/// <summary>A handle that frees itself; `using` frees it at once.</summary>
public abstract class Handle : SafeHandle {
  protected Handle() : base(IntPtr.Zero, true) {}
  public override bool IsInvalid => handle == IntPtr.Zero;
}

/// <summary>An encoding, a language and the last error. Used by one thread at a time, with all made from it.</summary>
public sealed class Session : Handle {
  static readonly Encoding Utf8 = new UTF8Encoding(false, true);
  readonly TextEncoding encoding;

  public Session(TextEncoding encoding = TextEncoding.Utf8, Language language = Language.Chinese) {
    this.encoding = encoding;
    var status = Native.birthcase_session_new(encoding, language, out handle);
    if (status != Status.Ok) throw new BirthcaseException(status, "no session: " + status, "");
  }

  protected override bool ReleaseHandle() => Native.birthcase_session_free(ref handle) == Status.Ok;

  /// <summary>The version of the library.</summary>
  public static string Version => Marshal.PtrToStringAnsi(Native.birthcase_version());

  /// <summary>A string in the encoding of this session.</summary>
  public byte[] Bytes(string text) {
    var bytes = Utf8.GetBytes(text);
    return encoding == TextEncoding.Utf8 ? bytes : Convert(TextEncoding.Utf8, encoding, bytes);
  }

  /// <summary>The string that bytes in the encoding of this session stand for.</summary>
  public string String(byte[] bytes) =>
      Utf8.GetString(encoding == TextEncoding.Utf8 ? bytes : Convert(encoding, TextEncoding.Utf8, bytes));

  /// <summary>Converts without replacing anything: what cannot be converted throws.</summary>
  public byte[] Convert(TextEncoding from, TextEncoding to, byte[] bytes) => Copied(
      Native.birthcase_convert(this, from, to, bytes, bytes.Length, out var text, out var length), text, length);

  /// <summary>The ids of the profiles that are built in.</summary>
  public string[] BuiltInIds() {
    Need(Native.birthcase_built_in_count(this, out int count));
    return Enumerable.Range(0, count).Select(index => Encoding.ASCII.GetString(Copied(
        Native.birthcase_built_in_id(this, index, out var text, out var length), text, length))).ToArray();
  }

  public byte[] BuiltInJson(string id) => Copied(Native.birthcase_built_in_json(
      this, Ascii(id), id.Length, out var text, out var length), text, length);

  /// <summary>Makes a profile known, so that those parsed later can extend it.</summary>
  public void AddProfile(byte[] json) => Need(Native.birthcase_session_add_profile(this, json, json.Length));

  /// <summary>Adds holiday notices of a year, for profiles and stores that this session makes later.</summary>
  public void AddCalendar(byte[] json) => Need(Native.birthcase_session_add_calendar(this, json, json.Length));

  /// <summary>Adds a code table under an id, for profiles and stores that this session makes later.</summary>
  public void AddCodes(string id, byte[] tsv) =>
      Need(Native.birthcase_session_add_codes(this, Ascii(id), id.Length, tsv, tsv.Length));

  /// <summary>What families bring under several profiles, side by side, as JSON.</summary>
  public byte[] Compare(string asOf, params Profile[] profiles) {
    var handles = profiles.Select(profile => profile.DangerousGetHandle()).ToArray();
    var status = Native.birthcase_compare(
        this, handles, handles.Length, Ascii(asOf), asOf.Length, out var text, out var length);
    GC.KeepAlive(profiles);
    return Copied(status, text, length);
  }

  /// <summary>The id under `profile` in an application's JSON; empty if there is none.</summary>
  public string ProfileNamedIn(byte[] json) => String(Copied(Native.birthcase_application_profile_named_in(
      this, json, json.Length, out var text, out var length), text, length));

  /// <summary>A profile that a document of rule tests names: an id or a file; empty behind the last.</summary>
  public byte[] ProfileNamedInRuleTests(byte[] json, int index) => Copied(
      Native.birthcase_rule_tests_profile_named_in(
          this, json, json.Length, index, out var text, out var length), text, length);

  /// <summary>Runs a document of rule tests. Each profile stands for the name at its place in the document, null for
  /// the built-in one of that name.</summary>
  public byte[] RunRuleTests(byte[] json, byte[] document, ReportFormat format, out int passed, out int failed,
      params Profile[] profiles) {
    var handles = profiles.Select(profile => profile?.DangerousGetHandle() ?? IntPtr.Zero).ToArray();
    var status = Native.birthcase_rule_tests_run(this, handles, handles.Length, json, json.Length, document,
        document.Length, format, out passed, out failed, out var text, out var length);
    GC.KeepAlive(profiles);
    return Copied(status, text, length);
  }

  internal static byte[] Ascii(string name) => Encoding.ASCII.GetBytes(name);

  internal void Need(Status status) {
    if (status == Status.Ok) return;
    Native.birthcase_session_error_json(this, out var text, out var length);
    var json = String(Copied(Status.Ok, text, length));
    Native.birthcase_session_error_message(this, out text, out length);
    throw new BirthcaseException(status, String(Copied(Status.Ok, text, length)), json);
  }

  internal byte[] Copied(Status status, IntPtr text, long length) {
    Need(status);
    var bytes = new byte[length];
    if (length != 0) Marshal.Copy(text, bytes, 0, bytes.Length);
    return bytes;
  }
}

/// <summary>A place's rules. Immutable; takes milliseconds to make, so keep it.</summary>
public sealed class Profile : Handle {
  internal readonly Session Session;

  internal Profile(Session session, Status status, IntPtr made) {
    Session = session;
    SetHandle(made);
    session.Need(status);
  }

  protected override bool ReleaseHandle() => Native.birthcase_profile_free(ref handle) == Status.Ok;

  public static Profile BuiltIn(Session session, string id) => new Profile(session,
      Native.birthcase_profile_built_in(session, Session.Ascii(id), id.Length, out var made), made);

  public static Profile Parse(Session session, byte[] json) =>
      new Profile(session, Native.birthcase_profile_parse(session, json, json.Length, out var made), made);

  /// <summary>The same rules for another session, such as that of another thread.</summary>
  public Profile Share(Session other) =>
      new Profile(other, Native.birthcase_profile_share(other, this, out var made), made);

  public string Id => Session.String(Session.Copied(
      Native.birthcase_profile_id(Session, this, out var text, out var length), text, length));

  public byte[] Title => Session.Copied(
      Native.birthcase_profile_title(Session, this, out var text, out var length), text, length);

  /// <summary>The one form as JSON, or one service's part of it.</summary>
  public byte[] Form(string service = "") => Session.Copied(Native.birthcase_profile_form(
      Session, this, Session.Ascii(service), service.Length, out var text, out var length), text, length);

  public byte[] ApplicationSchema() => Session.Copied(
      Native.birthcase_profile_application_schema(Session, this, out var text, out var length), text, length);

  /// <summary>An application's JSON in, its plan's JSON out; without a day, on the day of its `applied_at`.</summary>
  public byte[] PlanDocument(byte[] application, string asOf = "") => Session.Copied(
      Native.birthcase_plan_document(Session, this, application, application.Length, Session.Ascii(asOf), asOf.Length,
                                     out var text, out var length), text, length);

  /// <summary>The same for who needs some parts of the plan: their keys with commas between them, or none for
  /// all.</summary>
  public byte[] PlanDocumentParts(byte[] application, string asOf, string parts, Without without = Without.Nothing) =>
      Session.Copied(Native.birthcase_plan_document_parts(
          Session, this, application, application.Length, Session.Ascii(asOf), asOf.Length, Session.Ascii(parts),
          parts.Length, without, out var text, out var length), text, length);

  /// <summary>Many applications, one behind the other in `json`, each from its offset to the next: attributes of their
  /// plans as one block of columns, laid out as birthcase.h tells.</summary>
  public byte[] PlanColumns(byte[] json, int[] offsets, string asOf, params PlanAttribute[] attributes) =>
      Session.Copied(Native.birthcase_plan_columns(
          Session, this, json, offsets, offsets.Length - 1, Session.Ascii(asOf), asOf.Length, attributes,
          attributes.Length, out var text, out var length), text, length);
}

/// <summary>The facts of one birth, as far as they are known. A fact of a newborn needs its place, from 0.</summary>
public sealed class Application : Handle {
  internal readonly Session Session;

  Application(Session session, Status status, IntPtr made) {
    Session = session;
    SetHandle(made);
    session.Need(status);
  }

  protected override bool ReleaseHandle() => Native.birthcase_application_free(ref handle) == Status.Ok;

  /// <summary>An application of which nothing is known yet.</summary>
  public static Application Of(Profile profile) => new Application(profile.Session,
      Native.birthcase_application_new(profile.Session, profile, out var made), made);

  public static Application Parse(Profile profile, byte[] json) => new Application(profile.Session,
      Native.birthcase_application_parse(profile.Session, profile, json, json.Length, out var made), made);

  public Application Copy() =>
      new Application(Session, Native.birthcase_application_copy(Session, this, out var made), made);

  /// <summary>The same facts under another profile.</summary>
  public Application Under(Profile profile) =>
      new Application(Session, Native.birthcase_application_under(Session, this, profile, out var made), made);

  public void Put(string name, byte[] value, int newborn = Native.Family) =>
      Session.Need(Native.birthcase_application_put(
          Session, this, Session.Ascii(name), name.Length, newborn, value, value.Length));

  /// <summary>Tells that there is none, of a fact or a group (`father`).</summary>
  public void PutNone(string name, int newborn = Native.Family) =>
      Session.Need(Native.birthcase_application_put_none(Session, this, Session.Ascii(name), name.Length, newborn));

  /// <summary>Makes a fact, or a group, unknown again.</summary>
  public void Clear(string name, int newborn = Native.Family) =>
      Session.Need(Native.birthcase_application_clear(Session, this, Session.Ascii(name), name.Length, newborn));

  public byte[] Get(string name, out FactState state, int newborn = Native.Family) =>
      Session.Copied(Native.birthcase_application_get(Session, this, Session.Ascii(name), name.Length, newborn,
                                                      out state, out var text, out var length), text, length);

  public byte[] Get(string name, int newborn = Native.Family) => Get(name, out FactState _, newborn);

  public int NewbornCount {
    get {
      Session.Need(Native.birthcase_application_newborn_count(Session, this, out int count));
      return count;
    }
  }

  /// <summary>Notes a document as handed in.</summary>
  public void HandIn(string type, string holder = "", HandedInAs handedInAs = HandedInAs.Original,
                     int newborn = Native.Family) =>
      Session.Need(Native.birthcase_application_hand_in(Session, this, Session.Ascii(type), type.Length,
                                                        Session.Ascii(holder), holder.Length, handedInAs, newborn));

  /// <summary>What is wrong with what was put, as JSON; `count` is the number of findings.</summary>
  public byte[] Validate(out int count) => Session.Copied(
      Native.birthcase_application_validate(Session, this, out count, out var text, out var length), text, length);

  /// <summary>One finding of Validate by one of the attributes Finding….</summary>
  public byte[] Finding(PlanAttribute attribute, int index) => Session.Copied(Native.birthcase_application_finding(
      Session, this, attribute, index, out var text, out var length), text, length);

  public byte[] Json() => Session.Copied(
      Native.birthcase_application_json(Session, this, out var text, out var length), text, length);
}

/// <summary>The answer for one birth.</summary>
public sealed class Plan : Handle {
  readonly Session session;

  /// <summary>Plans for a day (`2019-06-10`); without one, for the day of the application's `applied_at`.</summary>
  public Plan(Profile profile, Application application, string asOf = "") {
    session = application.Session;
    var day = Session.Ascii(asOf);
    session.Need(Native.birthcase_plan_new(session, profile, application, day, day.Length, out handle));
  }

  internal Plan(Session session, Status status, IntPtr made) {
    this.session = session;
    SetHandle(made);
    session.Need(status);
  }

  protected override bool ReleaseHandle() => Native.birthcase_plan_free(ref handle) == Status.Ok;

  public int Count(PlanList list) {
    session.Need(Native.birthcase_plan_count(session, this, list, out int count));
    return count;
  }

  public byte[] Text(PlanAttribute attribute, int index = 0) => session.Copied(
      Native.birthcase_plan_text(session, this, attribute, index, out var text, out var length), text, length);

  public long Number(PlanAttribute attribute, int index = 0) {
    session.Need(Native.birthcase_plan_number(session, this, attribute, index, out long number));
    return number;
  }

  public byte[] Json() =>
      session.Copied(Native.birthcase_plan_json(session, this, out var text, out var length), text, length);

  /// <summary>Some parts of it: their keys with commas between them, or none for all.</summary>
  public byte[] JsonParts(string parts, Without without = Without.Nothing) => session.Copied(
      Native.birthcase_plan_json_parts(session, this, Session.Ascii(parts), parts.Length, without, out var text,
                                       out var length), text, length);
}

}  // namespace Birthcase
