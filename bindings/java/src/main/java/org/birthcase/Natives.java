package org.birthcase;

/**
 * The functions of the C interface that every library has, by JNA's direct mapping. The names are those of C, because
 * that is how JNA finds them.
 *
 * <p>Only {@code byte[]}, {@code int}, {@code long} and arrays of them cross the boundary: a handle and every other
 * pointer is a {@code long}, an out parameter an array of one element. Strings never do, because how JNA converts
 * them depends on the JVM's properties.
 *
 * <p>Nothing here may be called before {@link Library#load()}.
 *
 * <p>Written by ./dev interface from capi/interface: change it there.
 */
final class Natives {
  private Natives() {}

  static native long birthcase_version();

  static native int birthcase_abi_version();

  static native long birthcase_status_name(int status);

  static native int birthcase_session_new(int encoding, int language, long[] session);

  static native int birthcase_session_free(long[] session);

  static native int birthcase_session_copy_text(long session, byte[] buffer, long capacity, long[] needed);

  static native int birthcase_session_error_message(long session, long[] text, long[] length);

  static native int birthcase_session_error_json(long session, long[] text, long[] length);

  static native int birthcase_convert(long session, int from, int to, byte[] bytes, long bytesLength, long[] text,
      long[] length);

  static native int birthcase_built_in_count(long session, int[] count);

  static native int birthcase_built_in_id(long session, int index, long[] text, long[] length);

  static native int birthcase_profile_built_in(long session, byte[] id, long idLength, long[] profile);

  static native int birthcase_built_in_json(long session, byte[] id, long idLength, long[] text, long[] length);

  static native int birthcase_session_add_profile(long session, byte[] json, long jsonLength);

  static native int birthcase_session_add_calendar(long session, byte[] json, long jsonLength);

  static native int birthcase_session_add_codes(long session, byte[] id, long idLength, byte[] tsv, long tsvLength);

  static native int birthcase_profile_parse(long session, byte[] json, long jsonLength, long[] profile);

  static native int birthcase_profile_share(long session, long profile, long[] other);

  static native int birthcase_profile_free(long[] profile);

  static native int birthcase_profile_id(long session, long profile, long[] text, long[] length);

  static native int birthcase_profile_title(long session, long profile, long[] text, long[] length);

  static native int birthcase_profile_version(long session, long profile, long[] text, long[] length);

  static native int birthcase_profile_form(long session, long profile, byte[] service, long serviceLength, long[] text,
      long[] length);

  static native int birthcase_profile_fields(long session, long profile, long[] text, long[] length);

  static native int birthcase_profile_application_schema(long session, long profile, long[] text, long[] length);

  static native int birthcase_compare(long session, long[] profiles, long count, byte[] asOf, long asOfLength,
      long[] text, long[] length);

  static native int birthcase_application_new(long session, long profile, long[] application);

  static native int birthcase_application_parse(long session, long profile, byte[] json, long jsonLength,
      long[] application);

  static native int birthcase_application_profile_named_in(long session, byte[] json, long jsonLength, long[] text,
      long[] length);

  static native int birthcase_application_copy(long session, long application, long[] copy);

  static native int birthcase_application_under(long session, long application, long profile, long[] other);

  static native int birthcase_application_free(long[] application);

  static native int birthcase_application_put(long session, long application, byte[] name, long nameLength, int newborn,
      byte[] value, long valueLength);

  static native int birthcase_application_put_none(long session, long application, byte[] name, long nameLength,
      int newborn);

  static native int birthcase_application_clear(long session, long application, byte[] name, long nameLength,
      int newborn);

  static native int birthcase_application_get(long session, long application, byte[] name, long nameLength, int newborn,
      int[] state, long[] text, long[] length);

  static native int birthcase_application_newborn_count(long session, long application, int[] count);

  static native int birthcase_application_hand_in(long session, long application, byte[] type, long typeLength,
      byte[] holder, long holderLength, int as, int newborn);

  static native int birthcase_application_validate(long session, long application, int[] count, long[] text,
      long[] length);

  static native int birthcase_application_finding(long session, long application, int attribute, int index, long[] text,
      long[] length);

  static native int birthcase_application_json(long session, long application, long[] text, long[] length);

  static native int birthcase_plan_new(long session, long profile, long application, byte[] asOf, long asOfLength,
      long[] plan);

  static native int birthcase_plan_free(long[] plan);

  static native int birthcase_plan_json(long session, long plan, long[] text, long[] length);

  static native int birthcase_plan_json_parts(long session, long plan, byte[] parts, long partsLength, int without,
      long[] text, long[] length);

  static native int birthcase_plan_document(long session, long profile, byte[] json, long jsonLength, byte[] asOf,
      long asOfLength, long[] text, long[] length);

  static native int birthcase_plan_document_parts(long session, long profile, byte[] json, long jsonLength, byte[] asOf,
      long asOfLength, byte[] parts, long partsLength, int without, long[] text, long[] length);

  static native int birthcase_plan_columns(long session, long profile, byte[] json, int[] offsets, long count,
      byte[] asOf, long asOfLength, int[] attributes, long attributeCount, long[] text, long[] length);

  static native int birthcase_plan_count(long session, long plan, int list, int[] count);

  static native int birthcase_plan_text(long session, long plan, int attribute, int index, long[] text, long[] length);

  static native int birthcase_plan_number(long session, long plan, int attribute, int index, long[] number);

  static native int birthcase_rule_tests_profile_named_in(long session, byte[] json, long jsonLength, int index,
      long[] text, long[] length);

  static native int birthcase_rule_tests_run(long session, long[] profiles, long count, byte[] json, long jsonLength,
      byte[] document, long documentLength, int format, int[] passed, int[] failed, long[] text, long[] length);

  static native int birthcase_case_new(long session, long profile, byte[] caseId, long caseIdLength, long[] made);

  static native int birthcase_case_replay(long session, long profile, byte[] events, long eventsLength, long[] made);

  static native int birthcase_case_free(long[] handle);

  static native int birthcase_case_id(long session, long handle, long[] text, long[] length);

  static native int birthcase_case_version(long session, long handle, long[] version);

  static native int birthcase_case_profile(long session, long handle, long[] profile);

  static native int birthcase_case_do(long session, long handle, byte[] command, long commandLength, byte[] now,
      long nowLength, long[] text, long[] length);

  static native int birthcase_case_json(long session, long handle, byte[] now, long nowLength, long[] text,
      long[] length);

  static native int birthcase_case_events(long session, long handle, long after, long[] text, long[] length);

  static native int birthcase_case_plan(long session, long handle, byte[] today, long todayLength, long[] plan);

  static native int birthcase_case_due(long session, long handle, byte[] now, long nowLength, long[] text,
      long[] length);

  static native int birthcase_case_paper(long session, long handle, byte[] paper, long paperLength, byte[] organisation,
      long organisationLength, byte[] today, long todayLength, byte[] format, long formatLength, long[] text,
      long[] length);
}
