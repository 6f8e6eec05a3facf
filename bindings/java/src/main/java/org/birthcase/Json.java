package org.birthcase;

import java.util.HashMap;
import java.util.Map;

/**
 * Reads a JSON object whose values are texts and whole numbers. Only the native library's own error reports are read
 * with it, so that this package needs no JSON library; a plan is read attribute by attribute instead.
 */
final class FlatJson {
  private final String json;
  private int at;

  FlatJson(String json) {
    this.json = json;
  }

  /** The members; none for {@code null}. Fails with IllegalStateException for anything else. */
  Map<String, Object> object() {
    Map<String, Object> members = new HashMap<>();
    if (json.equals("null")) {
      return members;
    }
    expect('{');
    while (json.charAt(at) != '}') {
      if (!members.isEmpty()) {
        expect(',');
      }
      String name = text();
      expect(':');
      members.put(name, json.charAt(at) == '"' ? (Object) text() : (Object) number());
    }
    return members;
  }

  private Integer number() {
    int start = at;
    while (json.charAt(at) >= '0' && json.charAt(at) <= '9') {
      at++;
    }
    return Integer.valueOf(json.substring(start, at));
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    expect('"');
    for (char c = json.charAt(at++); c != '"'; c = json.charAt(at++)) {
      text.append(c == '\\' ? escaped() : c);
    }
    return text.toString();
  }

  private char escaped() {
    char c = json.charAt(at++);
    switch (c) {
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'u':
        at += 4;
        return (char) Integer.parseInt(json.substring(at - 4, at), 16);
      default:
        return c;
    }
  }

  private void expect(char wanted) {
    if (json.charAt(at) != wanted) {
      throw new IllegalStateException("not an error report: " + wanted + " expected at " + at);
    }
    at++;
  }
}
