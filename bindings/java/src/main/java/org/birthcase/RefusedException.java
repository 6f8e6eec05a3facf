package org.birthcase;

import java.util.Collections;
import java.util.List;

/**
 * A command that is understood, but that the rules of a case or its state forbid now. {@link #code} says why, {@link
 * #findings} what stands in the way; nothing was changed. Writing to a store that is read-only is refused too, without
 * a code.
 */
public final class RefusedException extends BirthcaseException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient List<Finding> findings;

  RefusedException(ErrorReport report) {
    super(report);
    code = report.text("code");
    findings = report.findings();
  }

  /** Why, for programs: stable, such as {@code step-not-ready}. docs/errors.md lists the codes. */
  public String code() {
    return code;
  }

  /** What stands in the way, one by one. They do not go with the exception when it is serialised. */
  public List<Finding> findings() {
    return findings == null ? Collections.emptyList() : findings;
  }
}
