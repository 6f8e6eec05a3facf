// birthcase for C#: a thin layer over the C functions of BirthcaseNative.cs that frees handles and turns failures into
// exceptions. Copy both files into your project and put birthcase.dll or libbirthcase.so where the runtime looks for
// libraries. C# 7: .NET Framework 4.5, .NET and Mono. birthcase.h says what each function does. Cases and stores are in
// BirthcaseCases.cs and BirthcaseCasesNative.cs.
//
// Texts are byte[] in the encoding of the session, both ways; Session.Bytes and Session.String convert from and to the
// strings of C#. Names and ids (`mother.name`, `yiwu`) are ASCII and therefore plain strings.
using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;

namespace Birthcase {

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

  /// <summary>The data dictionary as JSON.</summary>
  public byte[] Fields() => Session.Copied(
      Native.birthcase_profile_fields(Session, this, out var text, out var length), text, length);

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
