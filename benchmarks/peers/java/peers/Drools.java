package peers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** The rules in DRL by Drools, as an executable model: one session, and the facts of one family after another. */
final class Drools {
  private Drools() {}

  public static void main(String[] args) throws Exception {
    Turns turns = new Turns(args[0]);
    String version = KieServices.class.getPackage().getImplementationVersion();
    turns.serve(version, List.of(way(turns, "conditions"), way(turns, "expressions")));
  }

  private static Turns.Way way(Turns turns, String set) throws Exception {
    List<String> names = turns.names(set);
    KieSession session = base(turns.file(set + ".drl")).newKieSession();
    IntFunction<Object> run = family -> {
      Answer answer = new Answer(names.size());
      FactHandle answers = session.insert(answer);
      FactHandle birth = session.insert(new Birth(turns.families.get(family)));
      session.fireAllRules();
      session.delete(birth);
      session.delete(answers);
      return answer;
    };
    IntFunction<Map<String, Object>> answers = family -> {
      Map<String, Object> named = new HashMap<>();
      Object[] all = ((Answer) run.apply(family)).all;
      for (int place = 0; place < all.length; ++place) {
        named.put(names.get(place), all[place] == null ? Boolean.FALSE : all[place]);  // no rule speaks for a no
      }
      return named;
    };
    return new Turns.Way(set, "one session kept, facts in and out", run, answers);
  }

  private static KieBase base(String rules) throws Exception {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    files.write("src/main/resources/birth/birth.drl", rules);
    var built = services.newKieBuilder(files).buildAll(org.drools.model.codegen.ExecutableModelProject.class);
    if (built.getResults().hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(built.getResults().toString());
    }
    return services.newKieContainer(services.getRepository().getDefaultReleaseId()).getKieBase();
  }
}
