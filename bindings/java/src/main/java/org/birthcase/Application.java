package org.birthcase;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The facts of one birth, as far as they are known: whole from JSON, or fact by fact by their names, such as {@code
 * mother.hukou.division}. Names that begin with {@code newborn.} need the newborn's place, counted from 0; the next
 * free place adds a newborn.
 *
 * <p>A value that the fact's format or code table refuses is kept, reported as a finding, and unknown to the rules.
 *
 * <p>Calls from several threads wait for each other.
 */
public final class Application extends ExclusiveObject {
  private Application(long address, Language language) {
    super(language, new Handle("Application", address, Natives::birthcase_application_free));
  }

  /** An application of which nothing is known yet. */
  public static Application of(Profile profile) {
    return profile.call((session, rules) -> {
      long[] application = new long[1];
      session.check(Natives.birthcase_application_new(session.address, rules, application));
      return new Application(application[0], profile.language());
    });
  }

  /**
   * A whole application from JSON. An unknown key is an error that names the nearest known one; errors have path, line
   * and column.
   */
  public static Application parse(Profile profile, String json) {
    return parse(profile, Utf8.encode("json", json));
  }

  /** A whole application from JSON in UTF-8. */
  public static Application parse(Profile profile, byte[] json) {
    return profile.call((session, rules) -> {
      long[] application = new long[1];
      session.check(Natives.birthcase_application_parse(session.address, rules, json, json.length, application));
      return new Application(application[0], profile.language());
    });
  }

  /** The id under {@code profile} in an application's JSON, for choosing the profile by it. */
  public static Optional<String> profileNamedIn(String json) {
    byte[] bytes = Utf8.encode("json", json);
    String id = SessionPool.with(Language.CHINESE, session -> session.text(Natives
        .birthcase_application_profile_named_in(session.address, bytes, bytes.length, session.text, session.length)));
    return id.isEmpty() ? Optional.empty() : Optional.of(id);
  }

  /** An independent copy, to be closed on its own. */
  public Application copy() {
    return call((session, address) -> {
      long[] copy = new long[1];
      session.check(Natives.birthcase_application_copy(session.address, address, copy));
      return new Application(copy[0], languageOfTexts());
    });
  }

  /**
   * The same facts under another profile, to be closed on their own. What that profile does not know is left out and
   * told by a finding.
   */
  public Application under(Profile profile) {
    return profile.call((session, rules) -> holding(address -> {
      long[] other = new long[1];
      session.check(Natives.birthcase_application_under(session.address, address, rules, other));
      return new Application(other[0], profile.language());
    }));
  }

  /** Puts a fact of the family. The text is read as the fact's type: {@code true}, {@code 3.5}, a list with commas. */
  public Application put(String name, String value) {
    return put(name, Birthcase.FAMILY, value);
  }

  /** Puts a yes or no. As {@link #put(String, int, String)} for a fact of the family. */
  public Application put(String name, boolean value) {
    return put(name, Birthcase.FAMILY, FactText.of(value));
  }

  /** Puts a whole number. As {@link #put(String, int, String)} for a fact of the family. */
  public Application put(String name, long value) {
    return put(name, Birthcase.FAMILY, FactText.of(value));
  }

  /** Puts a decimal number. As {@link #put(String, int, String)} for a fact of the family. */
  public Application put(String name, BigDecimal value) {
    return put(name, Birthcase.FAMILY, FactText.of(value));
  }

  /** Puts a day. As {@link #put(String, int, String)} for a fact of the family. */
  public Application put(String name, LocalDate value) {
    return put(name, Birthcase.FAMILY, FactText.of(value));
  }

  /** Puts a moment in Beijing time, to the second. As {@link #put(String, int, String)} for a fact of the family. */
  public Application put(String name, LocalDateTime value) {
    return put(name, Birthcase.FAMILY, FactText.of(value));
  }

  /** Puts a list of codes, none of which has a comma. As {@link #put(String, int, String)} for a fact of the family. */
  public Application put(String name, Collection<String> values) {
    return put(name, Birthcase.FAMILY, FactText.of(values));
  }

  /**
   * Puts a fact. The text is read as the fact's type. Fails with {@link UnknownNameException}, {@link
   * WrongTypeException}, {@link OutOfRangeException} or {@link EncodingException}, each with the path, and then changes
   * nothing.
   *
   * @param newborn whose: the newborn's place, or {@link Birthcase#FAMILY}
   * @return this application, for the next fact
   */
  public Application put(String name, int newborn, String value) {
    byte[] fact = Utf8.encode("name", name);
    byte[] text = Utf8.encode(FactText.VALUE, value);
    return tell((session, address) -> Natives.birthcase_application_put(
        session.address, address, fact, fact.length, newborn, text, text.length));
  }

  /** Puts a yes or no. Otherwise as {@link #put(String, int, String)}. */
  public Application put(String name, int newborn, boolean value) {
    return put(name, newborn, FactText.of(value));
  }

  /** Puts a whole number. Otherwise as {@link #put(String, int, String)}. */
  public Application put(String name, int newborn, long value) {
    return put(name, newborn, FactText.of(value));
  }

  /** Puts a decimal number. Otherwise as {@link #put(String, int, String)}. */
  public Application put(String name, int newborn, BigDecimal value) {
    return put(name, newborn, FactText.of(value));
  }

  /** Puts a day. Otherwise as {@link #put(String, int, String)}. */
  public Application put(String name, int newborn, LocalDate value) {
    return put(name, newborn, FactText.of(value));
  }

  /** Puts a moment in Beijing time, to the second. Otherwise as {@link #put(String, int, String)}. */
  public Application put(String name, int newborn, LocalDateTime value) {
    return put(name, newborn, FactText.of(value));
  }

  /** Puts a list of codes, none of which has a comma. Otherwise as {@link #put(String, int, String)}. */
  public Application put(String name, int newborn, Collection<String> values) {
    return put(name, newborn, FactText.of(values));
  }

  /** Tells that there is none: of a fact ({@code father.phone}) or of a group with all that is in it. */
  public Application putNone(String name) {
    return putNone(name, Birthcase.FAMILY);
  }

  /** Tells that there is none. {@code newborn} as for {@link #put(String, int, String)}. */
  public Application putNone(String name, int newborn) {
    byte[] fact = Utf8.encode("name", name);
    return tell((session, address) -> Natives.birthcase_application_put_none(
        session.address, address, fact, fact.length, newborn));
  }

  /** Makes a fact, or all facts of a group, unknown again. */
  public Application clear(String name) {
    return clear(name, Birthcase.FAMILY);
  }

  /** Makes a fact unknown again. {@code newborn} as for {@link #put(String, int, String)}. */
  public Application clear(String name, int newborn) {
    byte[] fact = Utf8.encode("name", name);
    return tell((session, address) -> Natives.birthcase_application_clear(
        session.address, address, fact, fact.length, newborn));
  }

  /** What is known of a fact. */
  public Fact get(String name) {
    return get(name, Birthcase.FAMILY);
  }

  /** What is known of a fact. {@code newborn} as for {@link #put(String, int, String)}. */
  public Fact get(String name, int newborn) {
    byte[] fact = Utf8.encode("name", name);
    return call((session, address) -> {
      int[] state = new int[1];
      String text = session.text(Natives.birthcase_application_get(
          session.address, address, fact, fact.length, newborn, state, session.text, session.length));
      return new Fact(Fact.State.of(state[0]), text);
    });
  }

  /** How many newborns the application has. */
  public int newbornCount() {
    return call((session, address) -> {
      int[] count = new int[1];
      session.check(Natives.birthcase_application_newborn_count(session.address, address, count));
      return count[0];
    });
  }

  /** Notes that the original of a document of the family was handed in. */
  public Application handIn(String type, String holder) {
    return handIn(type, holder, HandedInAs.ORIGINAL, Birthcase.FAMILY);
  }

  /**
   * Notes that a document was handed in. Noting it twice is noting it once.
   *
   * @param type the id of the document, such as {@code id-card}
   * @param holder the id of whose it is, such as {@code mother}; empty for a document that has no holder
   * @param newborn for which newborn: the place, or {@link Birthcase#FAMILY}
   */
  public Application handIn(String type, String holder, HandedInAs as, int newborn) {
    byte[] document = Utf8.encode("type", type);
    byte[] person = Utf8.encode("holder", holder);
    return tell((session, address) -> Natives.birthcase_application_hand_in(session.address, address, document,
        document.length, person, person.length, as.constant(), newborn));
  }

  /** What is wrong with the values that were put. Checks between facts need a plan and are findings of the plan. */
  public List<Finding> findings() {
    return call((session, address) -> {
      int[] count = new int[1];
      session.check(Natives.birthcase_application_validate(
          session.address, address, count, session.text, session.length));
      return ItemList.FINDINGS.read(count[0], (attribute, index) -> session.text(Natives.birthcase_application_finding(
          session.address, address, attribute, index, session.text, session.length)));
    });
  }

  /** The application as JSON; {@link #parse(Profile, String)} reads it back to the same facts. */
  public String json() {
    return call((session, address) ->
        session.text(Natives.birthcase_application_json(session.address, address, session.text, session.length)));
  }

  private interface Statement {
    int tell(Session session, long address);
  }

  private Application tell(Statement statement) {
    return call((session, address) -> {
      session.check(statement.tell(session, address));
      return this;
    });
  }
}
