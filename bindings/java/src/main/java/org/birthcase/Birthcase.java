package org.birthcase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** What needs no object: whole documents, the built-in profiles, conversion, versions. */
public final class Birthcase {
  /** Instead of a newborn's place: the fact or document is the family's. */
  public static final int FAMILY = Constants.FAMILY;

  private Birthcase() {}

  /** The version of the native library, such as {@code 0.3.0}. */
  public static String version() {
    Library.load();
    return Session.staticText(Natives.birthcase_version());
  }

  /** The ids of the profiles that are built in. */
  public static List<String> builtInIds() {
    return anySession(session -> {
      int[] count = new int[1];
      session.check(Natives.birthcase_built_in_count(session.address, count));
      List<String> ids = new ArrayList<>();
      for (int index = 0; index < count[0]; index++) {
        ids.add(session.text(Natives.birthcase_built_in_id(session.address, index, session.text, session.length)));
      }
      return Collections.unmodifiableList(ids);
    });
  }

  /** The JSON text of a built-in profile, for reading and for layers over it. */
  public static String builtInJson(String id) {
    byte[] name = Utf8.encode("id", id);
    return anySession(session -> session.text(Natives.birthcase_built_in_json(
        session.address, name, name.length, session.text, session.length)));
  }

  /** An application's JSON in, its plan's JSON out, as known on the day of its {@code applied_at}. */
  public static String planDocument(Profile profile, String json) {
    return planDocument(profile, json, PlanContents.ALL);
  }

  /** An application's JSON in, its plan's JSON out, as known on a day. */
  public static String planDocument(Profile profile, String json, LocalDate asOf) {
    return planDocument(profile, json, asOf, PlanContents.ALL);
  }

  /** The same for who has UTF-8 and passes UTF-8 on: no String is made in between. */
  public static byte[] planDocument(Profile profile, byte[] json) {
    return planDocument(profile, json, PlanContents.ALL);
  }

  /** The same, as known on a day. */
  public static byte[] planDocument(Profile profile, byte[] json, LocalDate asOf) {
    return planDocument(profile, json, asOf, PlanContents.ALL);
  }

  /** As much of the plan's JSON as is wanted. */
  public static String planDocument(Profile profile, String json, PlanContents contents) {
    return Utf8.decode(planDocument(profile, Utf8.encode("json", json), "", contents));
  }

  /** As much of the plan's JSON as is wanted, as known on a day. */
  public static String planDocument(Profile profile, String json, LocalDate asOf, PlanContents contents) {
    return Utf8.decode(planDocument(profile, Utf8.encode("json", json), asOf.toString(), contents));
  }

  /** As much of the plan's JSON as is wanted, for who has UTF-8 and passes UTF-8 on. */
  public static byte[] planDocument(Profile profile, byte[] json, PlanContents contents) {
    return planDocument(profile, json, "", contents);
  }

  /** The same, as known on a day. */
  public static byte[] planDocument(Profile profile, byte[] json, LocalDate asOf, PlanContents contents) {
    return planDocument(profile, json, asOf.toString(), contents);
  }

  private static byte[] planDocument(Profile profile, byte[] json, String asOf, PlanContents contents) {
    byte[] day = Utf8.encode("asOf", asOf);
    byte[] parts = contents.parts;
    return profile.call((session, rules) -> session.bytes(Natives.birthcase_plan_document_parts(
        session.address, rules, json, json.length, day, day.length, parts, parts.length, contents.without,
        session.text, session.length)));
  }

  /** What a family brings to each service under several profiles, side by side, as JSON. */
  public static String compare(LocalDate asOf, Profile... profiles) {
    return compare(asOf, Arrays.asList(profiles));
  }

  /**
   * What a family brings to each service under several profiles, side by side, as JSON in the language of the first.
   *
   * @param asOf the day on which they are in force
   */
  public static String compare(LocalDate asOf, List<Profile> profiles) {
    byte[] day = Utf8.encode("asOf", asOf.toString());
    Language language = profiles.isEmpty() ? Language.CHINESE : profiles.get(0).language();
    return Profile.holdingAll(profiles, rules -> SessionPool.with(language, session ->
        session.text(Natives.birthcase_compare(
            session.address, rules, rules.length, day, day.length, session.text, session.length))));
  }

  /**
   * Converts a text between two encodings. Nothing is ever replaced: what cannot be converted fails with {@link
   * EncodingException}, with the byte offset in the message and the character's position as its column.
   */
  public static byte[] convert(byte[] text, Encoding from, Encoding to) {
    return anySession(session -> session.bytes(Natives.birthcase_convert(session.address, from.constant(),
        to.constant(), text, text.length, session.text, session.length)));
  }

  private static <T> T anySession(Function<Session, T> call) {
    return SessionPool.with(Language.CHINESE, call);
  }
}
