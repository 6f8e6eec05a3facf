// An application's JSON in, its plan's JSON out.
import java.nio.file.Files;
import java.nio.file.Paths;
import org.birthcase.Birthcase;
import org.birthcase.Profile;

class Quick {
  public static void main(String[] args) throws Exception {
    byte[] application = Files.readAllBytes(Paths.get(args[0]));
    try (Profile yiwu = Profile.builtIn("yiwu")) {
      byte[] plan = Birthcase.planDocument(yiwu, application);
      System.out.write(plan);
    }
    System.out.println();
  }
}
