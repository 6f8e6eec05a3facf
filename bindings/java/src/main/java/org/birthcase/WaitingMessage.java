package org.birthcase;

import java.util.Map;

/** A message that waits in the outbox. Immutable. */
public final class WaitingMessage extends JsonObject {
  WaitingMessage(Map<?, ?> members) {
    super(members);
  }

  /** The message's id. */
  public String message() {
    return text("message");
  }

  /** The case that it is about. */
  public String caseId() {
    return text("case");
  }

  /** To whom it goes. */
  public String organisation() {
    return text("organisation");
  }

  /** How often it was handed out. */
  public long attempts() {
    return number("attempts");
  }

  /** How often in a row that failed. */
  public long failures() {
    return number("failures");
  }

  /** The code of the last failure; empty where there was none. */
  public String reason() {
    return text("reason");
  }

  /** {@code dead}, {@code behind-dead} (a message before it in its step is) or {@code waiting}. */
  public String state() {
    return text("state");
  }

  /** When a lease or a pause ends; empty where there is none. */
  public String until() {
    return text("until");
  }

  /** The id and the state. */
  @Override
  public String toString() {
    return message() + ": " + state();
  }
}
