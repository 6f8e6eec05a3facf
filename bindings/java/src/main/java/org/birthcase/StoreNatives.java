package org.birthcase;

/**
 * The functions of birthcase_store.h, as {@link Natives} has the others. A library that was built without a store does
 * not have them, so they are bound apart.
 *
 * <p>Nothing here may be called before {@link Library#loadStore()}.
 *
 * <p>Written by ./dev interface from capi/interface: change it there.
 */
final class StoreNatives {
  private StoreNatives() {}

  static native int birthcase_store_open(long session, byte[] file, long fileLength, int mode, long[] store);

  static native int birthcase_store_open_with_key(long session, byte[] file, long fileLength, int mode, byte[] key,
      long keyLength, long[] store);

  static native int birthcase_store_free(long[] store);

  static native int birthcase_store_add_profile(long session, long store, long profile);

  static native int birthcase_store_open_case(long session, long store, long profile, byte[] caseId, long caseIdLength,
      byte[] command, long commandLength, byte[] now, long nowLength, long[] text, long[] length);

  static native int birthcase_store_do(long session, long store, byte[] caseId, long caseIdLength, byte[] command,
      long commandLength, byte[] now, long nowLength, long expectedVersion, long[] text, long[] length);

  static native int birthcase_store_load(long session, long store, byte[] caseId, long caseIdLength, long[] loaded);

  static native int birthcase_store_cases(long session, long store, byte[] after, long afterLength, int limit,
      long[] text, long[] length);

  static native int birthcase_store_lease(long session, long store, byte[] connector, long connectorLength,
      byte[] organisation, long organisationLength, byte[] now, long nowLength, int seconds, int limit, long[] text,
      long[] length);

  static native int birthcase_store_renew(long session, long store, byte[] message, long messageLength,
      byte[] connector, long connectorLength, byte[] now, long nowLength, int seconds);

  static native int birthcase_store_ack(long session, long store, byte[] message, long messageLength, byte[] connector,
      long connectorLength);

  static native int birthcase_store_failed(long session, long store, byte[] message, long messageLength,
      byte[] connector, long connectorLength, byte[] now, long nowLength, byte[] reason, long reasonLength,
      int firstPause, int longestPause, int mostFailures, long[] text, long[] length);

  static native int birthcase_store_retry(long session, long store, byte[] message, long messageLength);

  static native int birthcase_store_waiting(long session, long store, byte[] after, long afterLength, int limit,
      int deadOnly, long[] text, long[] length);

  static native int birthcase_store_due(long session, long store, byte[] until, long untilLength, byte[] now,
      long nowLength, int limit, long[] text, long[] length);

  static native int birthcase_store_verify(long session, long store, byte[] caseId, long caseIdLength, long[] text,
      long[] length);

  static native int birthcase_store_anchor(long session, long store, byte[] now, long nowLength, byte[] privateKey,
      long privateKeyLength, long[] text, long[] length);

  static native int birthcase_store_verify_against(long session, long store, byte[] note, long noteLength,
      byte[] publicKey, long publicKeyLength, long[] text, long[] length);

  static native int birthcase_store_repair(long session, long store, byte[] caseId, long caseIdLength, byte[] now,
      long nowLength, long[] text, long[] length);

  static native int birthcase_store_damaged(long session, long store, long[] text, long[] length);

  static native int birthcase_store_export(long session, long store, byte[] caseId, long caseIdLength, long[] text,
      long[] length);

  static native int birthcase_store_import(long session, long store, byte[] json, long jsonLength, long[] text,
      long[] length);
}
