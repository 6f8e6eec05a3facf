package org.birthcase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody wants done with a case, as the JSON that it is. docs/case.md tells the members of each command; who has
 * a command's JSON already passes that. Nothing is checked here: the case refuses what cannot be.
 *
 * <pre>{@code
 * Command.of("answer", "police").with("message", id).with("result", "completed")
 *     .fact("outputs", "newborns[0].id_number", number)
 * }</pre>
 *
 * <p>Immutable: every call gives another command.
 */
public final class Command {
  private final Map<String, Object> members;

  private Command(Map<String, Object> members) {
    this.members = members;
  }

  /**
   * A command without further members.
   *
   * @param kind such as {@code accept}
   * @param by who wants it: a staff number, a connector's name; never the name of a family
   */
  public static Command of(String kind, String by) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("do", kind);
    members.put("by", by);
    return new Command(members);
  }

  /** Opens a case with what is known of the birth. */
  public static Command open(String by, Application application) {
    return open(by, application.json());
  }

  /** Opens a case with an application's JSON. Fails with IllegalArgumentException for what is no JSON object. */
  public static Command open(String by, String application) {
    return of("open", by).and("application", Json.object(application));
  }

  /** With a member that is a text. */
  public Command with(String name, String value) {
    return and(name, value);
  }

  /** With a member that is a number, such as a newborn's place. */
  public Command with(String name, int value) {
    return and(name, value);
  }

  /** With one more fact in the member {@code facts} or {@code outputs}; a null tells that there is none. */
  public Command fact(String member, String name, String value) {
    Map<String, Object> facts = new LinkedHashMap<>();
    ((Map<?, ?>) members.getOrDefault(member, Collections.emptyMap())).forEach((key, old) ->
        facts.put((String) key, old));
    facts.put(name, value);
    return and(member, facts);
  }

  /** With one more document in the member {@code evidence} or {@code wanted_evidence}, of the family. */
  public Command document(String member, String type, String holder, HandedInAs as) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", type);
    document.put("holder", holder);
    document.put("as", as.word());
    return added(member, document);
  }

  /** With one more document in {@code deferred}, which may come until a day. */
  public Command deferred(String type, String holder, LocalDate until) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", type);
    document.put("holder", holder);
    document.put("until", until.toString());
    return added("deferred", document);
  }

  /** The kind, such as {@code accept}. */
  public String kind() {
    return (String) members.get("do");
  }

  /** The command as JSON. */
  public String json() {
    return JsonText.of(members);
  }

  /** The JSON without what it says about people: the kind of command and who wants it. */
  @Override
  public String toString() {
    return kind() + " by " + members.get("by");
  }

  private Command added(String member, Map<String, Object> item) {
    List<Object> items = new ArrayList<>((List<?>) members.getOrDefault(member, Collections.emptyList()));
    items.add(item);
    return and(member, items);
  }

  private Command and(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new Command(more);
  }
}
