package org.birthcase;

import java.math.BigDecimal;
import java.util.Map;

/** A message that a connector has taken to carry. Immutable. */
public final class LeasedMessage {
  private final Map<?, ?> members;

  LeasedMessage(Object members) {
    this.members = (Map<?, ?>) members;
  }

  /** The message's id, the same for every attempt. */
  public String id() {
    return (String) members.get("message");
  }

  /** The id of the case. */
  public String caseId() {
    return (String) members.get("case");
  }

  /** The id of the organisation that it goes to. */
  public String organisation() {
    return (String) members.get("organisation");
  }

  /** 1 for the first attempt to carry it. */
  public int attempt() {
    return ((BigDecimal) members.get("attempt")).intValueExact();
  }

  /** The message itself. */
  public Message message() {
    return new Message(members.get("body"));
  }

  /** The id and the attempt. */
  @Override
  public String toString() {
    return id() + ", attempt " + attempt();
  }
}
