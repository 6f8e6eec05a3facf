package org.birthcase;

import java.util.Map;

/** What came of one case of a document of rule tests. */
public final class RuleTestResult {
  private final Map<?, ?> members;

  RuleTestResult(Object members) {
    this.members = (Map<?, ?>) members;
  }

  /** What the case says. */
  public String name() {
    return text("name");
  }

  /** What the case is drawn from; empty where it does not say so. */
  public String source() {
    return text("source");
  }

  /** JSON pointer of the case in its document. */
  public String path() {
    return text("path");
  }

  public boolean passed() {
    return Boolean.TRUE.equals(members.get("passed"));
  }

  /**
   * For people, of a case that failed: what was expected and what came, the rule that decided, the deciding part of its
   * condition with the facts, and where the rule stands. Empty for a case that passed.
   */
  public String text() {
    return text("text");
  }

  /** Name and result. */
  @Override
  public String toString() {
    return name() + ": " + (passed() ? "passed" : "failed");
  }

  private String text(String name) {
    Object text = members.get(name);
    return text == null ? "" : (String) text;
  }
}
