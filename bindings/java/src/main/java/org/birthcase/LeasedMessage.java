package org.birthcase;

/** A message that a connector has taken to carry. Immutable. */
public final class LeasedMessage extends JsonObject {
  LeasedMessage(Object members) {
    super(members);
  }

  /** The message's id, the same for every attempt. */
  public String id() {
    return text("message");
  }

  /** The id of the case. */
  public String caseId() {
    return text("case");
  }

  /** The id of the organisation that it goes to. */
  public String organisation() {
    return text("organisation");
  }

  /** 1 for the first attempt to carry it. */
  public int attempt() {
    return Math.toIntExact(number("attempt"));
  }

  /** The message itself. */
  public Message message() {
    return new Message(member("body"));
  }

  /** The id and the attempt. */
  @Override
  public String toString() {
    return id() + ", attempt " + attempt();
  }
}
