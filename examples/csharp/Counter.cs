// A hospital's counter whose data are in GB18030: a half-filled record goes in fact by fact, the library says what to
// ask, the family answers, and out come the documents with the reasons and the route with its days.
using Birthcase;
using System;
using System.IO;

sealed class Counter : IDisposable {
  readonly Session session = new Session(TextEncoding.Gb18030);
  readonly Stream screen = Console.OpenStandardOutput();
  readonly Profile yiwu;
  readonly Application application;

  Counter() {
    yiwu = Profile.BuiltIn(session, "yiwu");
    application = Application.Of(yiwu);
  }

  public void Dispose() {
    application.Dispose();
    yiwu.Dispose();
    session.Dispose();
  }

  // What the hospital's system knows. Its database gives names as bytes in GB18030.
  void PutRecord() {
    Put("channel", "hospital");
    Put("applied_at", "2019-06-10T09:30");
    Put("applicant.role", "mother");
    Put("settlement.with", "father");
    application.Put("mother.name", new byte[] {0xC0, 0xEE, 0xFE, 0x9F});  // 李䶮
    Put("mother.id_type", "01");
    Put("father.id_type", "01");
    Put("father.hukou.division", "330782");
    Put("marriage.status", "20");
    Put("birth.institution.licensed", "true");
    application.Put("newborn.name", new byte[] {0xCD, 0xF5, 0x95, 0x34, 0xB2, 0x35}, 0);  // 王𠮷
    Put("newborn.sex", "2", 0);
    Put("newborn.born_at", "2019-06-08T14:20", 0);
    Put("newborn.weight_g", "3250", 0);
    Put("newborn.hepatitis_b.given_on", "2019-06-08", 0);
    Put("newborn.bcg.given_on", "2019-06-08", 0);
  }

  // What the family says when it is asked.
  void PutAnswers() {
    Put("mother.hukou.division", "330108");
    Put("delivery.method", "outlet");
  }

  void Put(string name, string value, int newborn = Native.Family) =>
      application.Put(name, session.Bytes(value), newborn);

  // Writes texts in GB18030 as they are, and the strings between them.
  void Print(params object[] texts) {
    foreach (var text in texts) {
      var bytes = text as byte[] ?? session.Bytes((string)text);
      screen.Write(bytes, 0, bytes.Length);
    }
  }

  // The same, with something before it, unless the text is empty.
  void PrintAfter(string before, byte[] text) {
    if (text.Length != 0) Print(before, text);
  }

  // What the library asks.
  void PrintQuestions(Plan plan) {
    for (int i = 0; i < plan.Count(PlanList.Undetermined); ++i) {
      Print("? ", plan.Text(PlanAttribute.UndeterminedLabel, i));
      Print(" (", plan.Text(PlanAttribute.UndeterminedFact, i), ")\n");
    }
  }

  // Every document: + to bring, - not to bring; whose; and why.
  void PrintEvidence(Plan plan) {
    for (int i = 0; i < plan.Count(PlanList.Evidence); ++i) {
      bool bring = session.String(plan.Text(PlanAttribute.EvidenceStatus, i)) == "bring";
      Print(bring ? "+ " : "- ", plan.Text(PlanAttribute.EvidenceLabel, i));
      PrintAfter(" / ", plan.Text(PlanAttribute.EvidenceHolderLabel, i));
      PrintAfter(": ", plan.Text(PlanAttribute.EvidenceReason, i));
      Print("\n");
    }
  }

  void PrintRoute(Plan plan) {
    for (int i = 0; i < plan.Count(PlanList.Steps); ++i) {
      Print("> ", plan.Text(PlanAttribute.StepLabel, i), ": ", plan.Text(PlanAttribute.StepOrganisationLabel, i), ", ",
            plan.Text(PlanAttribute.StepDue, i), "\n");
    }
  }

  void Serve() {
    PutRecord();
    Print(application.Get("newborn.name", 0), ", ", application.Get("mother.name"), "\n");
    using (var plan = new Plan(yiwu, application)) PrintQuestions(plan);

    PutAnswers();
    using (var plan = new Plan(yiwu, application)) {
      PrintEvidence(plan);
      PrintRoute(plan);
    }
  }

  static int Main() {
    try {
      using (var counter = new Counter()) counter.Serve();
      return 0;
    } catch (BirthcaseException failure) {
      Console.Error.WriteLine(failure.Message);
      return 1;
    }
  }
}
