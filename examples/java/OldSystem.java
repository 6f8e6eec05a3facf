// A system that speaks GB18030: its bytes go in, and the plan's bytes come out, with nothing lost on the way.
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Paths;
import org.birthcase.Birthcase;
import org.birthcase.Encoding;
import org.birthcase.Profile;

class OldSystem {
  public static void main(String[] args) throws Exception {
    byte[] application = Files.readAllBytes(Paths.get(args[0])); // in GB18030
    String json = new String(Birthcase.convert(application, Encoding.GB18030, Encoding.UTF8), UTF_8);
    try (Profile yiwu = Profile.builtIn("yiwu")) {
      byte[] plan = Birthcase.planDocument(yiwu, json).getBytes(UTF_8);
      System.out.write(Birthcase.convert(plan, Encoding.UTF8, Encoding.GB18030));
      System.out.flush();
    }
  }
}
