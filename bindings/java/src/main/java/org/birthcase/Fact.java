package org.birthcase;

import java.util.Objects;

/** What is known of a fact. Immutable. */
public final class Fact {
  /** How much is known. Not to know a phone number is another thing than to know that there is none. */
  public enum State {
    /** Not told yet. */
    UNKNOWN(Constants.FACT_UNKNOWN),
    /** Told: there is none. */
    NONE(Constants.FACT_NONE),
    /** Told: this is the value. */
    KNOWN(Constants.FACT_KNOWN);

    private final int constant;

    State(int constant) {
      this.constant = constant;
    }

    static State of(int constant) {
      for (State state : values()) {
        if (state.constant == constant) {
          return state;
        }
      }
      throw new IllegalStateException("no such state of a fact: " + constant);
    }
  }

  private final State state;
  private final String text;

  Fact(State state, String text) {
    this.state = Objects.requireNonNull(state);
    this.text = Objects.requireNonNull(text);
  }

  /** How much is known. */
  public State state() {
    return state;
  }

  /** The value as {@link Application#put(String, String)} takes it; empty unless it is known. */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fact && ((Fact) other).state == state && ((Fact) other).text.equals(text);
  }

  @Override
  public int hashCode() {
    return 31 * state.hashCode() + text.hashCode();
  }

  /** The state alone: the value may be somebody's name, and this may end in a log. */
  @Override
  public String toString() {
    return "Fact " + state;
  }
}
