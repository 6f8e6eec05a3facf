// In a service: one profile for all threads, and for each request objects of its own.
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.birthcase.Application;
import org.birthcase.Plan;
import org.birthcase.Profile;

class Service implements AutoCloseable {
  private final Profile yiwu = Profile.builtIn("yiwu");

  /** Called by any number of threads at once. */
  List<String> toAsk(String json) {
    try (Application birth = Application.parse(yiwu, json); Plan plan = Plan.of(yiwu, birth)) {
      return plan.undetermined().stream().map(question -> question.field()).collect(Collectors.toList());
    }
  }

  /** When the service stops, such as in a ServletContextListener's contextDestroyed or a bean's destroy method. */
  @Override
  public void close() {
    yiwu.close();
  }

  public static void main(String[] args) {
    String json = "{\"channel\": \"hospital\", \"applied_at\": \"2019-06-10T09:30\","
        + " \"applicant\": {\"role\": \"mother\"}, \"marriage\": {\"status\": \"20\"}}";
    try (Service service = new Service()) {
      Arrays.asList(json, json, json, json).parallelStream().map(service::toAsk).distinct()
          .forEach(System.out::println);
    }
  }
}
