// What does this family bring? A half-filled record is enough to ask.
import java.io.PrintStream;
import java.time.LocalDate;
import org.birthcase.Application;
import org.birthcase.Evidence;
import org.birthcase.EvidenceStatus;
import org.birthcase.Plan;
import org.birthcase.Profile;

class Bring {
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, "UTF-8");
    try (Profile yiwu = Profile.builtIn("yiwu"); Application known = Application.of(yiwu)) {
      known.put("channel", "hospital").put("applicant.role", "mother").put("mother.hukou.division", "330108")
          .put("mother.id_type", "01").put("father.id_type", "01").put("marriage.status", "20")
          .put("settlement.with", "father");
      try (Plan plan = Plan.of(yiwu, known, LocalDate.of(2019, 6, 10))) {
        for (Evidence item : plan.evidence()) {
          if (item.status() == EvidenceStatus.BRING) out.println(item.label());
        }
      }
    }
  }
}
