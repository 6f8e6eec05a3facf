// An application's JSON in, its plan's JSON out.
using Birthcase;
using System;
using System.IO;

static class Quick {
  static void Main(string[] arguments) {
    byte[] application = File.ReadAllBytes(arguments[0]);
    using (var session = new Session())
    using (var yiwu = Profile.BuiltIn(session, "yiwu"))
      Console.WriteLine(session.String(yiwu.PlanDocument(application)));
  }
}
