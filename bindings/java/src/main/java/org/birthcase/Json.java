package org.birthcase;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON, so that this package needs no library for it: error reports and reports of rule tests, and what profile
 * another one extends. An object becomes a Map, an array a List, a number a BigDecimal. Text that is not JSON fails with
 * IllegalArgumentException, as far as that is noticed here; the native library notices it all.
 */
final class Json {
  private static final int MAX_DEPTH = 64;

  private final String json;
  private int at;
  private int depth;

  private Json(String json) {
    this.json = json;
  }

  static Object read(String json) {
    Json reader = new Json(json);
    try {
      return reader.value();
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("this JSON ends too early", e);
    }
  }

  /** The members of an object; none for {@code null}. */
  static Map<?, ?> object(String json) {
    Object value = read(json);
    if (value == null) {
      return Collections.emptyMap();
    }
    if (!(value instanceof Map)) {
      throw new IllegalArgumentException("this JSON is no object");
    }
    return (Map<?, ?>) value;
  }

  private Object value() {
    switch (next()) {
      case '{':
        return object();
      case '[':
        return array();
      case '"':
        return text();
      case 't':
        return literal("true", Boolean.TRUE);
      case 'f':
        return literal("false", Boolean.FALSE);
      case 'n':
        return literal("null", null);
      default:
        return number();
    }
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    open('{');
    while (next() != '}') {
      if (!members.isEmpty()) {
        expect(',');
      }
      String name = text();
      expect(':');
      members.put(name, value());
    }
    close('}');
    return members;
  }

  private List<Object> array() {
    List<Object> items = new ArrayList<>();
    open('[');
    while (next() != ']') {
      if (!items.isEmpty()) {
        expect(',');
      }
      items.add(value());
    }
    close(']');
    return items;
  }

  private void open(char bracket) {
    expect(bracket);
    if (++depth > MAX_DEPTH) {
      throw new IllegalArgumentException("this JSON is nested too deeply");
    }
  }

  private void close(char bracket) {
    expect(bracket);
    depth--;
  }

  private Object literal(String word, Object value) {
    if (!json.startsWith(word, at)) {
      throw new IllegalArgumentException(word + " expected at " + at);
    }
    at += word.length();
    return value;
  }

  private BigDecimal number() {
    int start = at;
    while (at < json.length() && "+-.eE0123456789".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
    return new BigDecimal(json.substring(start, at));
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

  /** The next character that is no blank. */
  private char next() {
    while (" \t\r\n".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
    return json.charAt(at);
  }

  private void expect(char wanted) {
    if (next() != wanted) {
      throw new IllegalArgumentException(wanted + " expected at " + at);
    }
    at++;
  }
}
