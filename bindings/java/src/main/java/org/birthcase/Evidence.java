package org.birthcase;

import java.util.List;

/** A document that a service asks for, to bring or not. */
public final class Evidence extends Item {
  private final EvidenceStatus status;

  Evidence(Row row) {
    super(row);
    status = Named.of(EvidenceStatus.values(), row.text(Constants.EVIDENCE_STATUS));
  }

  /** The id of the document, such as {@code id-card}. */
  public String type() {
    return row.text(Constants.EVIDENCE_TYPE);
  }

  /** Its name, for people. */
  public String label() {
    return row.text(Constants.EVIDENCE_LABEL);
  }

  /** Whose: the newborn's place, or {@link Birthcase#FAMILY}. */
  public int newborn() {
    return row.number(Constants.EVIDENCE_NEWBORN);
  }

  /** The id of whose it is, such as {@code mother}; empty where the document has no holder. */
  public String holder() {
    return row.text(Constants.EVIDENCE_HOLDER);
  }

  /** The holder's name, for people. */
  public String holderLabel() {
    return row.text(Constants.EVIDENCE_HOLDER_LABEL);
  }

  /** Whether it is to be brought, and if not, why not. */
  public EvidenceStatus status() {
    return status;
  }

  /** How many originals to bring. */
  public int originals() {
    return row.number(Constants.EVIDENCE_ORIGINAL);
  }

  /** How many paper copies to bring. */
  public int copies() {
    return row.number(Constants.EVIDENCE_COPIES);
  }

  /** The id of the document that it stands in for; empty where it stands in for none. */
  public String insteadOf() {
    return row.text(Constants.EVIDENCE_INSTEAD_OF);
  }

  /** The id of the tolerance under which it may come later; empty where there is none. */
  public String tolerance() {
    return row.text(Constants.EVIDENCE_TOLERANCE);
  }

  /** The ids of the services that ask for it. */
  public List<String> neededBy() {
    return row.ids(Constants.EVIDENCE_NEEDED_BY);
  }

  /** The id of the service or organisation that it comes from; empty where it comes from none. */
  public String from() {
    return row.text(Constants.EVIDENCE_FROM);
  }

  /** The id of the rule that decided; empty where nothing had to be decided. */
  public String rule() {
    return row.text(Constants.EVIDENCE_RULE);
  }

  /** That rule's words for the family. */
  public String reason() {
    return row.text(Constants.EVIDENCE_REASON);
  }

  /** Where that rule is written. */
  public String source() {
    return row.text(Constants.EVIDENCE_SOURCE);
  }

  @Override
  public String toString() {
    return type() + (holder().isEmpty() ? "" : "/" + holder()) + " " + status();
  }
}
