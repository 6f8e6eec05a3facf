// Calls every function about cases and stores, in GB18030, and prints what each gave: the same bytes as
// every_case_function.c.
using Birthcase;
using System;
using System.IO;
using System.Linq;
using System.Text;

sealed class EveryCaseFunction {
  const string Id = "wl-2019-0001", Opened = "2019-04-29T09:10", Now = "2019-04-29T09:15";
  const string Message = Id + ":birth-certificate#1:1";
  static readonly byte[] AcceptIt = Ascii("{\"do\": \"accept\", \"by\": \"window-1\"}");
  static readonly byte[] DispatchIt = Ascii("{\"do\": \"dispatch\", \"by\": \"window-1\"}");
  readonly Session session = new Session(TextEncoding.Gb18030);
  readonly Stream output = Console.OpenStandardOutput();

  static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

  void Show(string function, byte[] text) {
    var line = Ascii(function + " ").Concat(text).Concat(Ascii("\n")).ToArray();
    output.Write(line, 0, line.Length);
  }

  void Show(string function, object value) => Show(function, Ascii(value.ToString()));

  byte[] Opening(string file) => Ascii("{\"do\": \"open\", \"by\": \"window-1\", \"application\": ")
      .Concat(session.Convert(TextEncoding.Utf8, TextEncoding.Gb18030, File.ReadAllBytes(file)))
      .Concat(Ascii("}")).ToArray();

  void CallCase(Profile wenling, Case birth, byte[] openIt) {
    Show("case_do", birth.Do(openIt, Opened));
    Show("case_do", birth.Do(AcceptIt, Now));
    Show("case_do", birth.Do(DispatchIt, Now));
    Show("case_id", birth.Id);
    Show("case_version", birth.Version);
    using (var profile = birth.Profile) Show("case_profile", profile.Id);
    Show("case_json", birth.Json(Now));
    using (var plan = birth.Plan("2019-05-01")) Show("case_plan", plan.Text(PlanAttribute.StepLabel, 1));
    Show("case_due", birth.Due(Now));
    Show("case_paper", birth.Paper("receipt", "2019-05-01"));
    Show("case_events", birth.Events(1));
  }

  void CallReplay(Profile wenling, Case birth) {
    using (var again = Case.Replay(wenling, birth.Events())) Show("case_replay", again.Json(Now));
  }

  /// A look-up that is answered, a return with its supplement notice, and a clock that was ahead.
  void CallDetours(Profile wenling, byte[] openIt) {
    using (var detours = Case.Of(wenling, Id)) {
      detours.Do(openIt, Opened);
      Show("ask", detours.Do(Ascii("{\"do\": \"ask-look-up\", \"by\": \"window-1\"}"), Opened));
      Show("found", detours.Do(Ascii("{\"do\": \"answer-look-up\", \"by\": \"link-1\", \"message\": \"wl"
          + "-2019-0001:wenling/marriage-shared:1\", \"result\": \"found\", \"reference\": \"MZ-1\"}"), Opened));
      using (var plan = detours.Plan("2019-05-01")) {
        Show("look_up_id", plan.Text(PlanAttribute.LookUpId, 1));
        Show("look_up_state", plan.Text(PlanAttribute.LookUpState, 1));
      }
      detours.Do(AcceptIt, Now);
      detours.Do(DispatchIt, Now);
      Show("returned", detours.Do(Ascii("{\"do\": \"answer\", \"by\": \"link-1\", \"message\": \"wl-2019-00"
          + "01:birth-certificate#1:1\", \"result\": \"returned\", \"wanted_evidence\": [{\"type\": \"marriage-certificate\"}], \"reason\": \"blurred\"}"), Now));
      Show("supplement_notice", detours.Paper("supplement-notice", "2019-05-01"));
      Show("ahead", detours.Do(Ascii("{\"do\": \"supplement\", \"by\": \"window-1\", \"evidence\": [{\"type\": \"marriage-certificate\"}]}"),
          "2091-01-01T09:00"));
      Show("repaired", detours.Do(Ascii("{\"do\": \"repair-clock\", \"by\": \"window-1\", \"reason\": \"set to the wrong year\"}"), Now));
    }
  }

  void CallRefusal(Case birth) {
    try {
      birth.Do(AcceptIt, Now);
    } catch (BirthcaseException failure) {
      Show("refused", (int)failure.Status);
      Show("session_error_message", session.Bytes(failure.Message));
      Show("session_error_json", session.Bytes(failure.Json));
    }
  }

  void CallOpenWithKey(string file) {
    try {
      new Store(session, session.Bytes(file), new byte[5]).Dispose();
    } catch (BirthcaseException failure) {
      Show("store_open_with_key", (int)failure.Status);
    }
  }

  void CallStore(Store store, Profile wenling, byte[] openIt) {
    store.AddProfile(wenling);
    Show("store_open_case", store.OpenCase(wenling, Id, openIt, Opened));
    Show("store_do", store.Do(Id, AcceptIt, Now, 1));
    Show("store_do", store.Do(Id, DispatchIt, Now));
    try {
      store.Do(Id, DispatchIt, Now, 1);
    } catch (BirthcaseException failure) {
      Show("conflict", (int)failure.Status);
    }
    using (var loaded = store.Load(Id)) Show("store_load", loaded.Events());
    Show("store_cases", store.Cases("", 10));
    Show("store_due", store.Due("2019-05-06", Now, 10));
  }

  byte[] CallOutbox(Store store) {
    Show("store_lease", store.Lease("link", Now, "", 60, 10));
    store.Retry(Message);
    store.Renew(Message, "link", Now, 90);
    Show("store_failed", store.Failed(Message, "link", Now, "no-line", 1, 2, 3));
    Show("store_waiting", store.Waiting("", 10));
    store.Ack(Message, "link");
    Show("store_verify", store.Verify(Id).Length);
    var note = store.Anchor(Now);
    Show("store_anchor", note.Length);
    Show("store_verify_against", store.VerifyAgainst(note));
    Show("store_repair", store.Repair(Now, Id));
    Show("store_damaged", store.Damaged());
    var document = store.Export(Id);
    Show("store_export", document.Length);
    return document;
  }

  void Call(string application, string file) {
    var openIt = Opening(application);
    byte[] document;
    using (var wenling = Profile.BuiltIn(session, "wenling"))
    using (var birth = Case.Of(wenling, Id)) {
      CallCase(wenling, birth, openIt);
      CallDetours(wenling, openIt);
      CallReplay(wenling, birth);
      CallRefusal(birth);
      using (var store = new Store(session, session.Bytes(file))) {
        CallOpenWithKey(file);
        CallStore(store, wenling, openIt);
        document = CallOutbox(store);
      }
    }
    using (var other = new Store(session, session.Bytes(file + ".other"))) {
      Show("store_import", other.Import(document));
    }
    session.Dispose();
  }

  static void Main(string[] arguments) => new EveryCaseFunction().Call(arguments[0], arguments[1]);
}
