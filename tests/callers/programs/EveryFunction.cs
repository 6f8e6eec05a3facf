// Calls every function of birthcase.h once, in GB18030, and prints what each gave: the same bytes as every_function.c.
using Birthcase;
using System;
using System.IO;
using System.Linq;
using System.Text;

sealed class EveryFunction {
  const string Day = "2019-06-10";
  static readonly byte[] Mother = {0xC0, 0xEE, 0xFE, 0x9F}, Newborn = {0xCD, 0xF5, 0x95, 0x34, 0xB2, 0x35};
  readonly Session session = new Session(TextEncoding.Gb18030);
  readonly Stream output = Console.OpenStandardOutput();

  void Write(params byte[] bytes) => output.Write(bytes, 0, bytes.Length);

  void Show(string function, byte[] text) {
    Write(Encoding.ASCII.GetBytes(function + " "));
    Write(text);
    Write((byte)'\n');
  }

  void Show(string function, object value) => Show(function, Encoding.ASCII.GetBytes(value.ToString()));

  static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

  void CallSession() {
    Show("version", Session.Version);
    Show("abi_version", Native.birthcase_abi_version());
    Show("status_name", System.Runtime.InteropServices.Marshal.PtrToStringAnsi(
        Native.birthcase_status_name(Status.UnknownName)));
    Show("convert", session.Convert(TextEncoding.Utf8, TextEncoding.Gb18030, Encoding.UTF8.GetBytes("王𠮷")));
    var buffer = new byte[8];
    Native.birthcase_session_copy_text(session, buffer, buffer.Length, out long needed);
    Show("session_copy_text", buffer.Take((int)needed - 1).ToArray());
    Show("needed", needed);
  }

  Profile CallProfiles(Profile yiwu) {
    var json = Ascii("{\"id\": \"hamlet\", \"extends\": \"village\", \"title\": {\"zh\": \"")
        .Concat(new byte[] {0xB4, 0xE5}).Concat(Ascii("\", \"en\": \"Hamlet\"}}")).ToArray();
    Show("built_in_count", session.BuiltInIds().Length);
    Show("built_in_id", session.BuiltInIds()[1]);
    Show("built_in_json", session.BuiltInJson("yiwu"));
    session.AddCalendar(Ascii("{\"year\": 2027, \"notices\": [{\"number\": \"")
        .Concat(new byte[] {0xC9, 0xE8, 0xCF, 0xEB}).Concat(Ascii("\", \"announced\": \"2026-11-10\"}]}")).ToArray());
    session.AddCodes("village", Ascii("# standard: none\ncode\tzh\n1\t")
        .Concat(new byte[] {0xB4, 0xE5, 0x0A}).ToArray());
    session.AddProfile(Ascii("{\"id\": \"village\", \"extends\": \"yiwu\"}"));
    var village = Profile.Parse(session, json);
    Show("profile_id", village.Id);
    Show("profile_title", village.Title);
    Show("profile_form", yiwu.Form("birth-certificate"));
    Show("profile_fields", yiwu.Fields());
    Show("profile_application_schema", yiwu.ApplicationSchema());
    Show("plan_document", village.PlanDocument(Ascii("{}"), "2027-03-02"));
    Show("compare", session.Compare(Day, yiwu, village));
    return village;
  }

  void CallApplication(Application application, Profile village) {
    application.Put("mother.name", Mother);
    application.Put("mother.ethnicity", Ascii("99"));
    application.Put("mother.phone", Ascii("13800000001"));
    application.Put("newborn.name", Newborn, 0);
    application.PutNone("father");
    application.Clear("mother.phone");
    application.HandIn("id-card", "mother", HandedInAs.Scan);
    Show("application_get", application.Get("newborn.name", out FactState state, 0));
    Show("state", (int)state);
    Show("application_newborn_count", application.NewbornCount);
    Show("application_validate", application.Validate(out int findings));
    Show("findings", findings);
    Show("application_finding", application.Finding(PlanAttribute.FindingMessage, 0));
    using (var copy = application.Copy())
    using (var other = copy.Under(village)) Show("application_json", other.Json());
  }

  void CallPlan(Profile yiwu, Plan plan) {
    var json = Ascii("{\"profile\": \"yiwu\", \"mother\": {\"name\": \"")
        .Concat(Mother).Concat(Ascii("\"}}")).ToArray();
    Show("plan_count", plan.Count(PlanList.Evidence));
    Show("plan_text", plan.Text(PlanAttribute.EvidenceLabel, 1));
    Show("plan_number", plan.Number(PlanAttribute.EvidenceOriginal, 1));
    Show("plan_json", plan.Json());
    Show("plan_json_parts", plan.JsonParts("findings,evidence", Without.Reasons));
    Show("application_profile_named_in", session.ProfileNamedIn(json));
    using (var parsed = Application.Parse(yiwu, json)) Show("application_json", parsed.Json());
    Show("plan_document", yiwu.PlanDocument(json, Day));
    Show("plan_document_parts", yiwu.PlanDocumentParts(json, Day, "", Without.Labels | Without.Reasons));
    Show("plan_columns", yiwu.PlanColumns(json, new[] {0, json.Length, json.Length}, Day, PlanAttribute.RowStatus,
                                          PlanAttribute.PlanSheets, PlanAttribute.EvidenceLabel));
  }

  void CallRuleTests(Profile village) {
    var json = Ascii("{\"profile\": \"hamlet.json\", \"as_of\": \"2019-06-10\", \"cases\": [{\"name\": \"").Concat(Newborn)
        .Concat(Ascii("\", \"given\": {\"mother\": {\"id_type\": \"01\"}}, \"expect\": {\"evidence\": {\"exactly\": []}}}]}"))
        .ToArray();
    Show("rule_tests_profile_named_in", session.ProfileNamedInRuleTests(json, 0));
    Show("rule_tests_run", session.RunRuleTests(
        json, Ascii("hamlet"), ReportFormat.ReportText, out int passed, out int failed, village));
    Show("passed", passed);
    Show("failed", failed);
  }

  void CallErrors(Application application) {
    try {
      application.Put("mother.nmae", new byte[0]);
    } catch (BirthcaseException failure) {
      Show("failure", (int)failure.Status);
      Show("session_error_message", failure.Message);
      Show("session_error_json", failure.Json);
    }
  }

  void Call() {
    CallSession();
    using (var first = Profile.BuiltIn(session, "yiwu"))
    using (var yiwu = first.Share(session))
    using (var village = CallProfiles(yiwu))
    using (var application = Application.Of(yiwu)) {
      CallApplication(application, village);
      using (var plan = new Plan(yiwu, application, Day)) CallPlan(yiwu, plan);
      CallRuleTests(village);
      CallErrors(application);
    }
    session.Dispose();
  }

  static void Main() => new EveryFunction().Call();
}
