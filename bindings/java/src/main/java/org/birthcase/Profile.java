package org.birthcase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * A place's rules. Immutable, and the one class of this package that any number of threads may use at once without
 * waiting for each other. Making one takes milliseconds: make it once and keep it.
 *
 * <p>A profile speaks a language, Chinese unless said otherwise, and so does everything that is made with it.
 */
public final class Profile extends NativeObject {
  final KnownDocuments documents = new KnownDocuments();

  Profile(long address, Language language) {
    super(language, new Handle("Profile", address, Natives::birthcase_profile_free));
  }

  /** A built-in profile, in Chinese: {@code yiwu}, {@code ruian}, {@code wenling} or {@code base}. */
  public static Profile builtIn(String id) {
    return builtIn(id, Language.CHINESE);
  }

  /** A built-in profile. Fails with {@link UnknownNameException}. */
  public static Profile builtIn(String id, Language language) {
    return builtIn(id, language, ProfileData.builtIn());
  }

  /** A built-in profile, loaded with this data. Fails with {@link UnknownNameException}, and as the data is wrong. */
  public static Profile builtIn(String id, Language language, ProfileData data) {
    byte[] name = Utf8.encode("id", id);
    return loaded(language, data, (session, profile) ->
        session.check(Natives.birthcase_profile_built_in(session.address, name, name.length, profile)));
  }

  /** A profile from its JSON text, in Chinese, as docs/profiles.md describes it. */
  public static Profile parse(String json) {
    return parse(json, Language.CHINESE, Collections.emptyList());
  }

  /**
   * A profile from its JSON text. Errors name the document, the JSON pointer and, in conditions, the column.
   *
   * @param extended the JSON texts of profiles that it may extend by their ids, beside the built-in ones
   */
  public static Profile parse(String json, Language language, List<String> extended) {
    return parse(json, language, extended, ProfileData.builtIn());
  }

  /** As {@link #parse(String, Language, List)}, loaded with this data. Fails as the data is wrong, too. */
  public static Profile parse(String json, Language language, List<String> extended, ProfileData data) {
    return loaded(language, data, (session, profile) -> {
      for (String text : extended) {
        byte[] bytes = Utf8.encode("extended", text);
        session.check(Natives.birthcase_session_add_profile(session.address, bytes, bytes.length));
      }
      byte[] bytes = Utf8.encode("json", json);
      session.check(Natives.birthcase_profile_parse(session.address, bytes, bytes.length, profile));
    });
  }

  /** The same rules in another language, to be closed on its own. */
  public Profile in(Language language) {
    return holding(address -> made(language, (session, other) ->
        session.check(Natives.birthcase_profile_share(session.address, address, other))));
  }

  /** The language of everything that is made with this profile. */
  public Language language() {
    return languageOfTexts();
  }

  /** The id, such as {@code yiwu}. */
  public String id() {
    return call((session, address) ->
        session.text(Natives.birthcase_profile_id(session.address, address, session.text, session.length)));
  }

  /** The title, for people. */
  public String title() {
    return call((session, address) ->
        session.text(Natives.birthcase_profile_title(session.address, address, session.text, session.length)));
  }

  /** The one form as JSON. */
  public String form() {
    return form("");
  }

  /** One service's part of the form as JSON. Fails with {@link UnknownNameException}. */
  public String form(String service) {
    byte[] id = Utf8.encode("service", service);
    return call((session, address) -> session.text(Natives.birthcase_profile_form(
        session.address, address, id, id.length, session.text, session.length)));
  }

  /** The data dictionary as JSON: every field with its codes, and which services and rules need it. */
  public String fields() {
    return call((session, address) -> session.text(Natives.birthcase_profile_fields(
        session.address, address, session.text, session.length)));
  }

  /** A JSON Schema (2020-12) of applications under this profile. */
  public String applicationSchema() {
    return call((session, address) -> session.text(Natives.birthcase_profile_application_schema(
        session.address, address, session.text, session.length)));
  }

  /** Runs a body that needs the addresses of several profiles, while nobody can free one of them. */
  static <T> T holdingAll(List<Profile> profiles, Function<long[], T> body) {
    List<Profile> held = new ArrayList<>();
    try {
      long[] addresses = new long[profiles.size()];
      for (Profile profile : profiles) {
        addresses[held.size()] = profile.hold();
        held.add(profile);
      }
      return body.apply(addresses);
    } finally {
      held.forEach(Profile::letGo);
    }
  }

  private interface Maker {
    void make(Session session, long[] profile);
  }

  /** With a session of its own, because a session remembers the data and what may be extended. */
  private static Profile loaded(Language language, ProfileData data, Maker maker) {
    Session session = Session.open(language);
    try {
      data.addTo(session);
      long[] profile = new long[1];
      maker.make(session, profile);
      return new Profile(profile[0], language);
    } finally {
      session.close();
    }
  }

  private static Profile made(Language language, Maker maker) {
    return SessionPool.with(language, session -> {
      long[] profile = new long[1];
      maker.make(session, profile);
      return new Profile(profile[0], language);
    });
  }
}
