package org.birthcase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Holiday notices and code tables that came after the library: what profiles are loaded with, and stores opened with,
 * besides the library's own. docs/calendars.md describes both formats. Immutable.
 *
 * <pre>{@code
 * ProfileData data = ProfileData.builtIn().withCalendar(notices);
 * Profile yiwu = Profile.builtIn("yiwu", Language.CHINESE, data);
 * }</pre>
 *
 * <p>What is wrong in a text is told by whatever is given the data, with the JSON pointer or the line.
 */
public final class ProfileData {
  private static final ProfileData BUILT_IN = new ProfileData(Collections.emptyList());

  private final List<Consumer<Session>> added;

  private ProfileData(List<Consumer<Session>> added) {
    this.added = added;
  }

  /** The library's own data. */
  public static ProfileData builtIn() {
    return BUILT_IN;
  }

  /**
   * This data and the notices of one year, as JSON. A notice takes the place of one of the same year that has its
   * number or its day of announcement.
   */
  public ProfileData withCalendar(String json) {
    byte[] bytes = Utf8.encode("json", json);
    return with(session ->
        session.check(Natives.birthcase_session_add_calendar(session.address, bytes, bytes.length)));
  }

  /**
   * This data and a code table, as tab-separated text: in the place of the table of that id, or added to it where the
   * text says {@code # extends: ID}.
   *
   * @param id such as {@code gbt-2260}
   */
  public ProfileData withCodes(String id, String tsv) {
    byte[] name = Utf8.encode("id", id);
    byte[] bytes = Utf8.encode("tsv", tsv);
    return with(session ->
        session.check(Natives.birthcase_session_add_codes(session.address, name, name.length, bytes, bytes.length)));
  }

  private ProfileData with(Consumer<Session> one) {
    List<Consumer<Session>> all = new ArrayList<>(added);
    all.add(one);
    return new ProfileData(all);
  }

  /** Adds everything to a session, which knows it from then on and so must not go back to a pool. */
  void addTo(Session session) {
    added.forEach(each -> each.accept(session));
  }
}
