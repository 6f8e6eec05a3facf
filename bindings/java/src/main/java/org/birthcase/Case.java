package org.birthcase;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * The life of a case: from a draft through acceptance and the departments' answers until everything is delivered. A
 * case is what its events have made of it; docs/case.md tells what commands, events and messages mean.
 *
 * <p>Moments are Beijing time: nothing here reads a clock. A {@link Store} keeps cases in a file. Calls from several
 * threads wait for each other.
 */
public final class Case extends ExclusiveObject {
  Case(long address, Language language) {
    super(language, new Handle("Case", address, Natives::birthcase_case_free));
  }

  /**
   * A case to which nothing has happened yet; the command {@code open} begins it.
   *
   * @param id 1 to 64 letters, digits, {@code .}, {@code _} and {@code -}; nobody's name or number
   */
  public static Case of(Profile profile, String id) {
    byte[] name = Utf8.encode("id", id);
    return profile.call((session, rules) -> {
      long[] made = new long[1];
      session.check(Natives.birthcase_case_new(session.address, rules, name, name.length, made));
      return new Case(made[0], profile.language());
    });
  }

  /**
   * The case that some events make, from the first one on, as {@link #eventsJson()} gives them. Fails with {@link
   * MissingException} for no event at all and {@link ContradictionException} for one that cannot follow.
   */
  public static Case replay(Profile profile, String events) {
    byte[] all = Utf8.encode("events", events);
    return profile.call((session, rules) -> {
      long[] made = new long[1];
      session.check(Natives.birthcase_case_replay(session.address, rules, all, all.length, made));
      return new Case(made[0], profile.language());
    });
  }

  /** The id. */
  public String id() {
    return call((session, address) ->
        session.text(Natives.birthcase_case_id(session.address, address, session.text, session.length)));
  }

  /** The number of events; 0 before the first. */
  public long version() {
    return call((session, address) -> {
      long[] version = new long[1];
      session.check(Natives.birthcase_case_version(session.address, address, version));
      return version[0];
    });
  }

  /** The profile that it goes by, to be closed on its own: of a case from a store, the rules of its acceptance. */
  public Profile profile() {
    return call((session, address) -> {
      long[] profile = new long[1];
      session.check(Natives.birthcase_case_profile(session.address, address, profile));
      return new Profile(profile[0], languageOfTexts());
    });
  }

  /** Carries out a command. As {@link #perform(String, LocalDateTime)}. */
  public Decision perform(Command command, LocalDateTime now) {
    return perform(command.json(), now);
  }

  /**
   * Carries out a command and adds the events that follow. Fails with {@link RefusedException}, which says why not, or
   * with the exception of what is wrong with the command, which has the path; then nothing is changed.
   */
  public Decision perform(String command, LocalDateTime now) {
    byte[] wanted = Utf8.encode("command", command);
    byte[] moment = Moment.encode(now);
    return new Decision(call((session, address) -> session.text(Natives.birthcase_case_do(
        session.address, address, wanted, wanted.length, moment, moment.length, session.text, session.length))));
  }

  /** All events. */
  public List<Event> events() {
    return events(0);
  }

  /** The events after the one of this number. Fails with {@link OutOfRangeException}. */
  public List<Event> events(long after) {
    return Decision.list((List<?>) Json.read(eventsJson(after)), Event::new);
  }

  /** All events as JSON. The same events give the same text. */
  public String eventsJson() {
    return eventsJson(0);
  }

  /** The events after the one of this number as JSON. Fails with {@link OutOfRangeException}. */
  public String eventsJson(long after) {
    return call((session, address) -> session.text(
        Natives.birthcase_case_events(session.address, address, after, session.text, session.length)));
  }

  /** The state as JSON, with what is due and how it stands at a moment. */
  public String json(LocalDateTime now) {
    byte[] moment = Moment.encode(now);
    return call((session, address) -> session.text(Natives.birthcase_case_json(
        session.address, address, moment, moment.length, session.text, session.length)));
  }

  /** What is due: the steps in the order of the route, the deferred documents, then the case as a whole. */
  public List<Deadline> due(LocalDateTime now) {
    byte[] moment = Moment.encode(now);
    return Deadline.list(call((session, address) -> session.text(Natives.birthcase_case_due(
        session.address, address, moment, moment.length, session.text, session.length))));
  }

  /**
   * A paper of the case, as a page of HTML that prints on A4: {@code application-form}, {@code notice},
   * {@code deferral-undertaking}, {@code receipt}, {@code supplement-notice}, or {@code hand-over-sheet} to an organisation.
   *
   * @param today the day by whose plan a draft's papers go
   * @param organisation the id of the hand-over sheet's organisation; empty for the others
   */
  public String paperHtml(String paper, LocalDate today, String organisation) {
    return paper(paper, today, organisation, "html");
  }

  /** The same as plain text. */
  public String paperText(String paper, LocalDate today, String organisation) {
    return paper(paper, today, organisation, "text");
  }

  private String paper(String paper, LocalDate today, String organisation, String format) {
    byte[] name = Utf8.encode("paper", paper);
    byte[] whose = Utf8.encode("organisation", organisation);
    byte[] day = Utf8.encode("today", today.toString());
    byte[] shape = Utf8.encode("format", format);
    return call((session, address) -> session.text(Natives.birthcase_case_paper(
        session.address, address, name, name.length, whose, whose.length, day, day.length, shape, shape.length,
        session.text, session.length)));
  }

  /** The plan that it goes by: once it is accepted that of its acceptance, of a draft that of {@code today}. */
  public Plan plan(LocalDate today) {
    byte[] day = Utf8.encode("today", today.toString());
    return call((session, address) -> {
      long[] plan = new long[1];
      session.check(Natives.birthcase_case_plan(session.address, address, day, day.length, plan));
      return new Plan(plan[0], languageOfTexts(), new KnownDocuments());
    });
  }
}
