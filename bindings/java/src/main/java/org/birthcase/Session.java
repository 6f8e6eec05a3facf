package org.birthcase;

import com.sun.jna.Pointer;

/**
 * A session of the native library: a language, the last text and the last error. Belongs to one thread at a time, which
 * {@link SessionPool} sees to.
 *
 * <p>A call is written {@code session.text(Natives.birthcase_…(session.address, …, session.text, session.length))}.
 */
final class Session {
  final long address;
  /** Where a call tells the address of its text, and its length in bytes. */
  final long[] text = new long[1];
  final long[] length = new long[1];

  private Session(long address) {
    this.address = address;
  }

  static Session open(Language language) {
    Library.load();
    long[] session = new long[1];
    int status = Natives.birthcase_session_new(Constants.UTF8, language.constant(), session);
    if (status != Constants.OK) {
      throw failure(status);
    }
    return new Session(session[0]);
  }

  void close() {
    Natives.birthcase_session_free(new long[] {address});
  }

  /** Throws the exception of a status that is not OK. */
  void check(int status) {
    if (status == Constants.OK) {
      return;
    }
    ErrorReport report = lastError();
    throw report.number("status") == status ? report.exception() : failure(status);
  }

  private ErrorReport lastError() {
    boolean told = Natives.birthcase_session_error_json(address, text, length) == Constants.OK;
    String json = told ? yielded() : "null";
    told = told && Natives.birthcase_session_error_message(address, text, length) == Constants.OK;
    return ErrorReport.parse(json, told ? yielded() : "");
  }

  /** The text that a call yielded. */
  String text(int status) {
    check(status);
    return yielded();
  }

  /** The bytes that a call yielded. */
  byte[] bytes(int status) {
    check(status);
    return new Pointer(text[0]).getByteArray(0, Math.toIntExact(length[0]));
  }

  private String yielded() {
    return Utf8.decode(bytes(Constants.OK));
  }

  /** The exception of a status of which nothing more is known. */
  static BirthcaseException failure(int status) {
    String kind = staticText(Natives.birthcase_status_name(status));
    return ErrorReport.of(status, kind, "the native library answered " + kind).exception();
  }

  /** A text of the native library's that ends with NUL and is there for good. */
  static String staticText(long address) {
    Pointer start = new Pointer(address);
    return Utf8.decode(start.getByteArray(0, Math.toIntExact(start.indexOf(0, (byte) 0))));
  }
}
