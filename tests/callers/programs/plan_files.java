// plan_files DAY FILE...: the plan of each application as JSON, a line each. An empty DAY is that of `applied_at`.

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.time.LocalDate;
import org.birthcase.Application;
import org.birthcase.BirthcaseException;
import org.birthcase.Plan;
import org.birthcase.Profile;

final class PlanFiles {
  private static String planFile(String name, String day) throws IOException {
    String json = new String(Files.readAllBytes(Paths.get(name)), "UTF-8");
    try (Profile profile = Profile.builtIn(Application.profileNamedIn(json).get());
        Application application = Application.parse(profile, json);
        Plan plan = day.isEmpty() ? Plan.of(profile, application)
            : Plan.of(profile, application, LocalDate.parse(day))) {
      return plan.json();
    }
  }

  public static void main(String[] arguments) throws IOException {
    PrintStream output = new PrintStream(System.out, false, "UTF-8");
    for (int i = 1; i < arguments.length; i++) {
      try {
        output.print(planFile(arguments[i], arguments[0]) + "\n");
      } catch (BirthcaseException failure) {
        System.err.println(arguments[i] + ": " + failure.getMessage());
        System.exit(1);
      }
    }
    output.flush();
  }
}
