package org.birthcase;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the native library tells of a failed call: an object of texts and numbers, and the findings of a refusal. */
final class ErrorReport {
  private final Map<?, ?> members;
  private final String message;

  private ErrorReport(Map<?, ?> members, String message) {
    this.members = members;
    this.message = message;
  }

  /** A report that the native library wrote, and the one line in which it says the same. */
  static ErrorReport parse(String json, String message) {
    return new ErrorReport(Json.object(json), message);
  }

  /** A report of a failure that this package found itself, or of which there is no more than the status. */
  static ErrorReport of(int status, String kind, String message) {
    return at(status, kind, message, 0, 0);
  }

  /** A report of a fault in a text. */
  static ErrorReport at(int status, String kind, String message, int line, int column) {
    Map<String, Object> members = new HashMap<>();
    members.put("status", status);
    members.put("kind", kind);
    members.put("line", line);
    members.put("column", column);
    return new ErrorReport(Collections.unmodifiableMap(members), message);
  }

  String message() {
    return message;
  }

  /** A member that is a text; empty where there is none. */
  String text(String name) {
    Object text = members.get(name);
    return text == null ? "" : (String) text;
  }

  /** A member that is a number; 0 where there is none. */
  int number(String name) {
    Object number = members.get(name);
    return number == null ? 0 : ((Number) number).intValue();
  }

  /** The findings that stand in the way of what was refused; none for other failures. */
  List<Finding> findings() {
    return Finding.of(members.get("findings"));
  }

  /** The exception of this report's status. */
  BirthcaseException exception() {
    switch (number("status")) {
      case Constants.SYNTAX:
        return new SyntaxException(this);
      case Constants.UNKNOWN_NAME:
        return new UnknownNameException(this);
      case Constants.WRONG_TYPE:
        return new WrongTypeException(this);
      case Constants.OUT_OF_RANGE:
        return new OutOfRangeException(this);
      case Constants.ENCODING:
        return new EncodingException(this);
      case Constants.CONTRADICTION:
        return new ContradictionException(this);
      case Constants.MISSING:
        return new MissingException(this);
      case Constants.BAD_ARGUMENT:
        return new BadArgumentException(this);
      case Constants.BAD_HANDLE:
        return new BadHandleException(this);
      case Constants.BUFFER_TOO_SMALL:
        return new BufferTooSmallException(this);
      case Constants.OUT_OF_MEMORY:
        return new NativeOutOfMemoryException(this);
      case Constants.INTERNAL:
        return new InternalException(this);
      case Constants.REFUSED:
        return new RefusedException(this);
      case Constants.CONFLICT:
        return new ConflictException(this);
      case Constants.STORAGE:
        return new StorageException(this);
      default:
        return new BirthcaseException(this);
    }
  }
}
