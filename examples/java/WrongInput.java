// What a wrong input looks like: where it is, and what to do. No message quotes what a person typed.
import org.birthcase.Application;
import org.birthcase.BirthcaseException;
import org.birthcase.Profile;
import org.birthcase.UnknownNameException;

class WrongInput {
  public static void main(String[] args) {
    try (Profile yiwu = Profile.builtIn("yiwu"); Application birth = Application.of(yiwu)) {
      try {
        Application.parse(yiwu, "{\"mother\": {\"nmae\": \"Li\"}}").close();
      } catch (UnknownNameException e) {
        System.out.println(e.path() + ", line " + e.line() + ", column " + e.column());
      }
      try {
        Profile.builtIn("yiwoo").close();
      } catch (BirthcaseException e) { // of them all
        System.out.println(e.getMessage());
      }
      birth.put("mother.phone", "12"); // a wrong value is kept, and told by a finding
      birth.put("birth.institution.licensed", "perhaps");
      birth.findings().forEach(finding -> System.out.println(finding.code() + " " + finding.path()));
    }
  }
}
