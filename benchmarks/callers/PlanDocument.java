import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Locale;
import org.birthcase.Application;
import org.birthcase.Birthcase;
import org.birthcase.Profile;

/** The same plan through Java, timed like the other callers: {@code PlanDocument APPLICATION.json ROUNDS}. */
final class PlanDocument {
  private PlanDocument() {}

  public static void main(String[] arguments) throws Exception {
    String json = new String(Files.readAllBytes(Paths.get(arguments[0])), StandardCharsets.UTF_8);
    int rounds = Integer.parseInt(arguments[1]);
    try (Profile yiwu = Profile.builtIn("yiwu"); Application application = Application.parse(yiwu, json)) {
      for (int turn = 0; turn < 2; turn++) { // the first one is for the just-in-time compiler
        boolean counts = turn == 1;
        report("document", rounds, counts, () -> Birthcase.planDocument(yiwu, json));
        report("call", rounds * 100, counts, application::newbornCount);
      }
    }
  }

  private static void report(String what, int rounds, boolean counts, Runnable call) {
    long start = System.nanoTime();
    for (int round = 0; round < rounds; round++) {
      call.run();
    }
    double each = (double) (System.nanoTime() - start) / rounds;
    if (counts) {
      System.out.println(String.format(Locale.ROOT, "Java/%s %.1f", what, each));
    }
  }
}
