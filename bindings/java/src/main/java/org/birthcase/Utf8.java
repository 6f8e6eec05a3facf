package org.birthcase;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Java's texts as the native library's, and back. Nothing is ever replaced by a question mark. */
final class Utf8 {
  private Utf8() {}

  /**
   * A text as UTF-8. Half a surrogate pair is no character and fails with {@link EncodingException}.
   *
   * @param name what the text is, for the message
   */
  static byte[] encode(String name, String text) {
    Objects.requireNonNull(text, name);
    int at = unpairedSurrogate(text);
    if (at >= 0) {
      throw unpaired(name, text.substring(0, at));
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String decode(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static int unpairedSurrogate(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean paired = Character.isHighSurrogate(c) && at + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(at + 1));
      if (!paired) {
        return at;
      }
      at++;
    }
    return -1;
  }

  private static BirthcaseException unpaired(String name, String before) {
    int lineStart = before.lastIndexOf('\n') + 1;
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = 1 + before.codePointCount(lineStart, before.length());
    String message = name + ", line " + line + ", column " + column + ": half of a surrogate pair is not a character; "
        + "was the text cut between its two halves?";
    return ErrorReport.at(Constants.ENCODING, "encoding", message, line, column).exception();
  }
}
