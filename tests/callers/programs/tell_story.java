// tell_story STORY EVENTS: as tell_story.cpp, through the Java package.
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.time.LocalDateTime;
import java.util.List;
import org.birthcase.Case;
import org.birthcase.Profile;
import org.birthcase.RefusedException;

class TellStory {
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, "UTF-8");
    List<String> lines = Files.readAllLines(Paths.get(args[0]), StandardCharsets.UTF_8);
    String[] head = lines.get(0).split(" ");
    try (Profile profile = Profile.builtIn(head[0]); Case birth = Case.of(profile, head[1])) {
      for (String line : lines.subList(1, lines.size())) out.print(tell(birth, line) + "\n");
      Files.write(Paths.get(args[1]), birth.eventsJson().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String tell(Case birth, String line) {
    int blank = line.indexOf(' ');
    try {
      return birth.perform(line.substring(blank + 1), LocalDateTime.parse(line.substring(0, blank))).json();
    } catch (RefusedException refused) {
      return refused.kind();
    }
  }
}
