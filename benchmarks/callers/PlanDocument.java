import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Locale;
import org.birthcase.Application;
import org.birthcase.Birthcase;
import org.birthcase.Evidence;
import org.birthcase.Plan;
import org.birthcase.Profile;

/** The same plan through Java, timed like the other callers: {@code PlanDocument APPLICATION.json ROUNDS}. */
final class PlanDocument {
  private static final int BATCHES = 100;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static long sum;

  private PlanDocument() {}

  public static void main(String[] arguments) throws Exception {
    String json = new String(Files.readAllBytes(Paths.get(arguments[0])), StandardCharsets.UTF_8);
    int rounds = Integer.parseInt(arguments[1]);
    try (Profile yiwu = Profile.builtIn("yiwu"); Application application = Application.parse(yiwu, json)) {
      for (int turn = 0; turn < 2; turn++) { // the first one is for the just-in-time compiler
        boolean counts = turn == 1;
        report("document", rounds, counts, () -> Birthcase.planDocument(yiwu, json));
        report("plan", rounds, counts, () -> Plan.of(yiwu, application).close());
        report("read", rounds, counts, () -> readDocuments(yiwu, application));
        report("call", rounds * 100, counts, application::newbornCount);
      }
    }
  }

  /** Touches what a counter shows of every document. */
  private static void readDocuments(Profile profile, Application application) {
    try (Plan plan = Plan.of(profile, application)) {
      for (Evidence item : plan.evidence()) {
        sum += item.type().length() + item.status().ordinal() + item.holder().length() + item.originals()
            + item.copies() + item.reason().length();
      }
    }
  }

  /** Prints the nanoseconds of this thread's processor time that one call takes, in the batch that took the least. */
  private static void report(String what, int rounds, boolean counts, Runnable call) {
    double least = Double.MAX_VALUE;
    for (int batch = 0; batch < BATCHES; batch++) {
      long start = THREADS.getCurrentThreadCpuTime();
      for (int round = 0; round < rounds / BATCHES; round++) {
        call.run();
      }
      least = Math.min(least, (double) (THREADS.getCurrentThreadCpuTime() - start) / (rounds / BATCHES));
    }
    if (counts) {
      System.out.println(String.format(Locale.ROOT, "Java/%s %.1f", what, least));
    }
  }
}
