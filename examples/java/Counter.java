// A hospital's counter: a half-filled record goes in fact by fact, the library says what to ask, the family answers,
// and out come the documents with the reasons and the route with its days.
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.birthcase.Application;
import org.birthcase.Due;
import org.birthcase.Evidence;
import org.birthcase.EvidenceStatus;
import org.birthcase.Plan;
import org.birthcase.Profile;
import org.birthcase.Step;
import org.birthcase.Undetermined;

class Counter {
  private final PrintStream out;

  private Counter(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) throws Exception {
    Counter counter = new Counter(new PrintStream(System.out, true, "UTF-8"));
    try (Profile yiwu = Profile.builtIn("yiwu"); Application birth = Application.of(yiwu)) {
      putRecord(birth);
      counter.out.println(birth.get("newborn.name", 0).text() + ", " + birth.get("mother.name").text());
      counter.ask(yiwu, birth);
      try (Plan plan = Plan.of(yiwu, birth)) {
        plan.evidence().forEach(counter::print);
        plan.route().forEach(counter::print);
      }
    }
  }

  /** What the hospital's system knows. */
  private static void putRecord(Application birth) {
    birth.put("channel", "hospital")
        .put("applied_at", LocalDateTime.of(2019, 6, 10, 9, 30))
        .put("applicant.role", "mother")
        .put("settlement.with", "father")
        .put("mother.name", "李䶮")
        .put("mother.id_type", "01")
        .put("father.id_type", "01")
        .put("father.hukou.division", "330782")
        .put("marriage.status", "20")
        .put("birth.institution.licensed", true)
        .put("newborn.name", 0, "王𠮷")
        .put("newborn.sex", 0, "2")
        .put("newborn.born_at", 0, LocalDateTime.of(2019, 6, 8, 14, 20))
        .put("newborn.weight_g", 0, 3250)
        .put("newborn.hepatitis_b.given_on", 0, LocalDate.of(2019, 6, 8))
        .put("newborn.bcg.given_on", 0, LocalDate.of(2019, 6, 8));
  }

  /** Asks the family for what decides something, and puts what they answer. */
  private void ask(Profile yiwu, Application birth) {
    Map<String, String> answers = new HashMap<>();
    answers.put("mother.hukou.division", "330108");
    answers.put("delivery.method", "outlet");
    try (Plan plan = Plan.of(yiwu, birth)) {
      for (Undetermined question : plan.undetermined()) {
        out.println("? " + question.label() + " (" + question.fact() + ")");
        birth.put(question.field(), question.newborn(), answers.get(question.fact()));
      }
    }
  }

  /** A document: + to bring, - not to bring; whose; and why. */
  private void print(Evidence item) {
    out.println((item.status() == EvidenceStatus.BRING ? "+ " : "- ") + item.label()
        + (item.holder().isEmpty() ? "" : " / " + item.holderLabel())
        + (item.reason().isEmpty() ? "" : ": " + item.reason()));
  }

  private void print(Step step) {
    out.println("> " + step.label() + ": " + step.organisationLabel() + ", "
        + step.due().map(Due::toString).orElse(""));
  }
}
