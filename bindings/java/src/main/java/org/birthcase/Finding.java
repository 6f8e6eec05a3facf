package org.birthcase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A remark on an application or a command, or what stands in the way of one. */
public final class Finding extends Item {
  Finding(Row row) {
    super(row);
  }

  /** The findings of a JSON array, as it was read; none for null. */
  static List<Finding> of(Object array) {
    List<Finding> findings = new ArrayList<>();
    for (Object item : array == null ? Collections.emptyList() : (List<?>) array) {
      Map<?, ?> finding = (Map<?, ?>) item;
      findings.add(new Finding(new Row(Constants.FINDING_SEVERITY, finding.get("severity"), finding.get("code"),
          finding.get("path"), finding.get("message"))));
    }
    return Collections.unmodifiableList(findings);
  }

  /** How bad it is. */
  public Severity severity() {
    return Named.of(Severity.values(), row.text(Constants.FINDING_SEVERITY));
  }

  /** What is remarked, for programs; codes are stable. */
  public String code() {
    return row.text(Constants.FINDING_CODE);
  }

  /** Where, as a JSON pointer into the application. */
  public String path() {
    return row.text(Constants.FINDING_PATH);
  }

  /** For people. Quotes no value that a person typed. */
  public String message() {
    return row.text(Constants.FINDING_MESSAGE);
  }

  @Override
  public String toString() {
    return severity() + " " + code() + " " + path();
  }
}
