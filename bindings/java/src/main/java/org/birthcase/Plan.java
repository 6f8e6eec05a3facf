package org.birthcase;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The answer for one birth, as known on one day: the one form, the documents, the route. docs/plan.md tells what each
 * part means. Immutable; labels and messages are in the language of the profile.
 *
 * <p>Each list is read from the native library when it is asked for; the items stay good when the plan is closed. Calls
 * from several threads wait for each other.
 */
public final class Plan extends ExclusiveObject {
  private final KnownDocuments documents;

  /** @param documents what is known of the documents of plans under the same profile, in this language */
  Plan(long address, Language language, KnownDocuments documents) {
    super(language, new Handle("Plan", address, Natives::birthcase_plan_free));
    this.documents = documents;
  }

  /**
   * Plans one birth as known on the day of its {@code applied_at}. Fails with {@link MissingException} if that is not
   * known.
   */
  public static Plan of(Profile profile, Application application) {
    return of(profile, application, "");
  }

  /**
   * Plans one birth as known on a day. What is wrong with the application is in the findings.
   *
   * @param application may have been made for another city's profile
   */
  public static Plan of(Profile profile, Application application, LocalDate asOf) {
    return of(profile, application, asOf.toString());
  }

  private static Plan of(Profile profile, Application application, String asOf) {
    byte[] day = Utf8.encode("asOf", asOf);
    return profile.call((session, rules) -> application.holding(facts -> {
      long[] plan = new long[1];
      session.check(Natives.birthcase_plan_new(session.address, rules, facts, day, day.length, plan));
      return new Plan(plan[0], profile.language(), profile.documents);
    }));
  }

  /** The id of the profile whose rules were asked. */
  public String profile() {
    return text(Constants.PLAN_PROFILE);
  }

  /** The day as known on which it was planned. */
  public LocalDate asOf() {
    return LocalDate.parse(text(Constants.PLAN_AS_OF));
  }

  /** When the last result is due; empty where that cannot be known. */
  public Optional<Due> due() {
    return Due.of(text(Constants.PLAN_DUE));
  }

  /** Whether the window can take the case in now. What it still waits for is {@link #missing}. */
  public boolean isAcceptable() {
    return number(Constants.PLAN_ACCEPTABLE) != 0;
  }

  /** How many lines the departments' own forms would have. */
  public int departmentFields() {
    return number(Constants.PLAN_DEPARTMENT_FIELDS);
  }

  /** How many fields the one form has. */
  public int unifiedFields() {
    return number(Constants.PLAN_UNIFIED_FIELDS);
  }

  /** How many of these the family is asked. */
  public int askedFields() {
    return number(Constants.PLAN_ASKED_FIELDS);
  }

  /** SHA-256 of the profile whose rules were asked, and of those that it extends. */
  public String rulesVersion() {
    return text(Constants.PLAN_RULES_VERSION);
  }

  /** SHA-256 of the code tables. */
  public String codesVersion() {
    return text(Constants.PLAN_CODES_VERSION);
  }

  /** SHA-256 of the holiday notices. */
  public String calendarVersion() {
    return text(Constants.PLAN_CALENDAR_VERSION);
  }

  /** The last day up to which working days were known on {@link #asOf}; empty if not even of that day. */
  public Optional<LocalDate> countedUntil() {
    String day = text(Constants.PLAN_COUNTED_UNTIL);
    return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
  }

  /** The services, each with where it is handled. */
  public List<ServiceLane> services() {
    return list(ItemList.SERVICES);
  }

  /** The fields of the one form. */
  public List<FormField> fields() {
    return list(ItemList.FIELDS);
  }

  /** The documents that services ask for, to bring or not, with the reasons. */
  public List<Evidence> evidence() {
    return call(documents::of);
  }

  /** The steps that this window handles, in an order in which they can be done. */
  public List<Step> route() {
    return list(ItemList.STEPS);
  }

  /** The facts to ask for. */
  public List<Undetermined> undetermined() {
    return list(ItemList.UNDETERMINED);
  }

  /** Remarks on the application. */
  public List<Finding> findings() {
    return list(ItemList.FINDINGS);
  }

  /** What acceptance still waits for. */
  public List<MissingItem> missing() {
    return list(ItemList.MISSING);
  }

  /** The documents that may come later. */
  public List<Deferrable> deferrable() {
    return list(ItemList.DEFERRABLE);
  }

  /** What organisations are asked instead of the family, and what came of it. */
  public List<LookUp> lookUps() {
    return list(ItemList.LOOK_UPS);
  }

  /** The plan as the JSON of docs/plan.md. The same plan gives the same text. */
  public String json() {
    return call((session, address) ->
        session.text(Natives.birthcase_plan_json(session.address, address, session.text, session.length)));
  }

  /** As much of that document as is wanted. */
  public String json(PlanContents contents) {
    byte[] parts = contents.parts;
    return call((session, address) -> session.text(Natives.birthcase_plan_json_parts(
        session.address, address, parts, parts.length, contents.without, session.text, session.length)));
  }

  private String text(int attribute) {
    return call((session, address) -> PlanAttributes.text(session, address, attribute, 0));
  }

  private int number(int attribute) {
    return call((session, address) -> Math.toIntExact(PlanAttributes.number(session, address, attribute, 0)));
  }

  private <T> List<T> list(ItemList<T> list) {
    return call(list::read);
  }
}
