package peers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.kie.api.KieServices;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;

/** The rules in DMN by KIE: a decision for each expression, and one decision whose value is the context of all. */
final class Dmn {
  private Dmn() {}

  public static void main(String[] args) throws Exception {
    Turns turns = new Turns(args[0]);
    List<Map<String, Object>> facts = new ArrayList<>();
    for (Map<String, Object> family : turns.families) facts.add(numbered(family));
    List<Turns.Way> ways = new ArrayList<>();
    for (String set : List.of("conditions", "expressions")) {
      ways.add(way(turns, set, set, "a decision for each", facts));
      ways.add(way(turns, set, set + "-context", "one decision, a context", facts));
    }
    turns.serve(DMNRuntime.class.getPackage().getImplementationVersion(), ways);
  }

  private static Map<String, Object> numbered(Map<String, Object> family) {
    Map<String, Object> facts = new HashMap<>(family);
    facts.replaceAll((name, value) -> value instanceof Integer number ? BigDecimal.valueOf(number) : value);
    return facts;
  }

  private static Turns.Way way(Turns turns, String set, String file, String does, List<Map<String, Object>> facts) {
    var model = turns.folder.resolve(file + ".dmn").toFile();
    DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults().buildConfiguration()
        .fromResources(List.of(KieServices.get().getResources().newFileSystemResource(model)))
        .getOrElseThrow(IllegalStateException::new);
    DMNModel rules = runtime.getModels().get(0);
    if (rules.hasErrors()) throw new IllegalStateException(rules.getMessages().toString());
    IntFunction<Object> run = family -> {
      DMNContext context = runtime.newContext();
      facts.get(family).forEach(context::set);
      return runtime.evaluateAll(rules, context);
    };
    return new Turns.Way(set, does, run, family -> answers((DMNResult) run.apply(family)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> answers(DMNResult result) {
    var all = result.getDecisionResultByName("all");
    if (all != null) return (Map<String, Object>) all.getResult();
    Map<String, Object> named = new HashMap<>();
    result.getDecisionResults().forEach(decision -> named.put(decision.getDecisionName(), decision.getResult()));
    return named;
  }
}
