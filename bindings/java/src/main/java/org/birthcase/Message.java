package org.birthcase;

import java.util.Collections;
import java.util.Map;

/** What goes to one department about one step: the data of its service, and nothing else. Immutable. */
public final class Message {
  private final Map<?, ?> body;

  Message(Object body) {
    this.body = (Map<?, ?>) body;
  }

  /** The id, the same for every attempt to carry it: {@code CASE:STEP:NUMBER}. */
  public String id() {
    return (String) body.get("id");
  }

  /** {@code request}, {@code correction}, {@code cancellation}, {@code query} and the like: docs/case.md has them all. */
  public String kind() {
    return (String) body.get("kind");
  }

  /** The step that it is about; empty for a query, whose {@code look_up} stands in the {@link #body}. */
  public String step() {
    Object step = body.get("step");
    return step == null ? "" : (String) step;
  }

  /** The id of the organisation that decides. */
  public String organisation() {
    return (String) body.get("organisation");
  }

  /** The whole message: objects are maps, arrays lists, numbers BigDecimals. */
  public Map<?, ?> body() {
    return Collections.unmodifiableMap(body);
  }

  /** The whole message as JSON, to be sent. */
  public String json() {
    return JsonText.of(body);
  }

  /** The id, and nothing about people. */
  @Override
  public String toString() {
    return id();
  }
}
