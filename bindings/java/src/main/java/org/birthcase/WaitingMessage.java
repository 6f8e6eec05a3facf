package org.birthcase;

import java.math.BigDecimal;
import java.util.Map;

/** A message that waits in the outbox. Immutable. */
public final class WaitingMessage {
  private final Map<?, ?> members;

  WaitingMessage(Map<?, ?> members) {
    this.members = members;
  }

  /** The message's id. */
  public String message() {
    return (String) members.get("message");
  }

  /** The case that it is about. */
  public String caseId() {
    return (String) members.get("case");
  }

  /** To whom it goes. */
  public String organisation() {
    return (String) members.get("organisation");
  }

  /** How often it was handed out. */
  public long attempts() {
    return ((BigDecimal) members.get("attempts")).longValueExact();
  }

  /** How often in a row that failed. */
  public long failures() {
    return ((BigDecimal) members.get("failures")).longValueExact();
  }

  /** The code of the last failure; empty where there was none. */
  public String reason() {
    return (String) members.get("reason");
  }

  /** {@code dead}, {@code behind-dead} (a message before it in its step is) or {@code waiting}. */
  public String state() {
    return (String) members.get("state");
  }

  /** When a lease or a pause ends; empty where there is none. */
  public String until() {
    return (String) members.get("until");
  }

  /** The id and the state. */
  @Override
  public String toString() {
    return message() + ": " + state();
  }
}
