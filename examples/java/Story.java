// The first case of Wenling's joint birth service, from its acceptance on 2019-04-29 to its end: accepted, dispatched,
// answered by each department, delivered, closed. Prints what each command came to.
//
//     Story [EVENTS.json]
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.time.LocalDateTime;
import java.util.List;
import org.birthcase.Case;
import org.birthcase.Command;
import org.birthcase.Decision;
import org.birthcase.Message;
import org.birthcase.Profile;
import org.birthcase.RefusedException;

class Story {
  private final Case birth;
  private final PrintStream out;

  private Story(Case birth, PrintStream out) {
    this.birth = birth;
    this.out = out;
  }

  public static void main(String[] args) throws Exception {
    String folder = System.getProperty("applications", "examples/applications");
    byte[] application = Files.readAllBytes(Paths.get(folder, "wenling-hospital.json"));
    try (Profile wenling = Profile.builtIn("wenling"); Case birth = Case.of(wenling, "wl-2019-0001")) {
      Story story = new Story(birth, new PrintStream(System.out, true, "UTF-8"));
      story.tell("2019-04-29T09:10", Command.open("window-1", new String(application, StandardCharsets.UTF_8)));
      story.tellTheRest();
      if (args.length > 0) Files.write(Paths.get(args[0]), birth.eventsJson().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void tellTheRest() {
    tell("2019-04-29T09:15", Command.of("accept", "window-1"));
    List<Message> first = tell("2019-04-29T09:16", Command.of("dispatch", "window-1")).messages();
    tell("2019-04-29T09:40", completed("hospital", first.get(0))
        .fact("outputs", "newborns[0].birth_certificate.number", "T330000001")
        .fact("outputs", "newborns[0].birth_certificate.issued_on", "2019-04-29")
        .fact("outputs", "newborns[0].birth_certificate.institution", "温岭市妇女儿童医院（示例）"));
    List<Message> second = tell("2019-04-29T09:41", Command.of("dispatch", "window-1")).messages();
    tell("2019-04-29T10:05", completed("health-centre", second.get(0)));
    try {
      tell("2019-04-29T11:00", Command.of("close", "window-1"));
    } catch (RefusedException tooEarly) {
      out.println("2019-04-29T11:00 close: " + tooEarly.kind());
    }
    tell("2019-04-29T11:20", completed("police", second.get(1))
        .fact("outputs", "newborns[0].id_number", "331081201904270027")
        .fact("outputs", "settlement.hukou_nature", "resident"));
    List<Message> third = tell("2019-04-29T11:21", Command.of("dispatch", "window-1")).messages();
    tell("2019-04-29T14:00", completed("medical-security", third.get(0))
        .fact("outputs", "newborns[0].insurance.enrolled_on", "2019-04-29"));
    tell("2019-04-30T09:30", completed("card-company", third.get(1)));
    tell("2019-04-30T15:00", Command.of("deliver", "window-1").with("reference", "SF0000000001"));
    tell("2019-04-30T15:05", Command.of("close", "window-1"));
  }

  /** What a department says when its service is done. */
  private static Command completed(String by, Message message) {
    return Command.of("answer", by).with("message", message.id()).with("result", "completed");
  }

  /** Carries out a command and prints how many events it brought. */
  private Decision tell(String now, Command command) {
    Decision decision = birth.perform(command, LocalDateTime.parse(now));
    out.println(now + " " + command.kind() + ": " + decision.events().size());
    return decision;
  }
}
