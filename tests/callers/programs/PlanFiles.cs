// plan_files DAY FILE...: the plan of each application as JSON, a line each. An empty DAY is that of `applied_at`.
// The library sees and gives nothing but GB18030: files are converted on the way in, plans on the way out.
using Birthcase;
using System;
using System.IO;

static class PlanFiles {
  static byte[] PlanFile(Session session, string name, string day) {
    var json = session.Convert(TextEncoding.Utf8, TextEncoding.Gb18030, File.ReadAllBytes(name));
    using (var profile = Profile.BuiltIn(session, session.ProfileNamedIn(json)))
    using (var application = Application.Parse(profile, json))
    using (var plan = new Plan(profile, application, day)) {
      return session.Convert(TextEncoding.Gb18030, TextEncoding.Utf8, plan.Json());
    }
  }

  static int Main(string[] arguments) {
    var output = Console.OpenStandardOutput();
    using (var session = new Session(TextEncoding.Gb18030)) {
      for (int i = 1; i < arguments.Length; ++i) {
        try {
          var plan = PlanFile(session, arguments[i], arguments[0]);
          output.Write(plan, 0, plan.Length);
          output.WriteByte((byte)'\n');
        } catch (BirthcaseException failure) {
          Console.Error.WriteLine(arguments[i] + ": " + failure.Message);
          return 1;
        }
      }
    }
    return 0;
  }
}
