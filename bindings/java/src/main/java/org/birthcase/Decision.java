package org.birthcase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a command came to. Immutable. */
public class Decision {
  private final String json;
  final Map<?, ?> members;

  Decision(String json) {
    this.json = json;
    members = Json.object(json);
  }

  /** What happened; nothing where nothing changed. */
  public final List<Event> events() {
    return list("events", Event::new);
  }

  /** What is to be carried to departments. */
  public final List<Message> messages() {
    return list("messages", Message::new);
  }

  /** Remarks: an answer that came late or twice. */
  public final List<Finding> findings() {
    return Finding.of(members.get("findings"));
  }

  /** The decision as the native library writes it, character for character. */
  public final String json() {
    return json;
  }

  /** The events, and nothing about people. */
  @Override
  public final String toString() {
    return events().toString();
  }

  final <T> List<T> list(String name, Function<Object, T> item) {
    return list((List<?>) members.get(name), item);
  }

  static <T> List<T> list(List<?> array, Function<Object, T> item) {
    List<T> items = new ArrayList<>(array.size());
    for (Object each : array) {
      items.add(item.apply(each));
    }
    return Collections.unmodifiableList(items);
  }
}
