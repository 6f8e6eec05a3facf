package org.birthcase;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes what {@link Json} reads: maps, lists, texts, numbers, booleans and null. */
final class JsonText {
  private final StringBuilder text = new StringBuilder();

  private JsonText() {}

  static String of(Object value) {
    JsonText json = new JsonText();
    json.write(value);
    return json.text.toString();
  }

  private void write(Object value) {
    if (value instanceof Map) {
      list('{', ((Map<?, ?>) value).entrySet(), '}', member -> {
        quote((String) ((Map.Entry<?, ?>) member).getKey());
        text.append(':');
        write(((Map.Entry<?, ?>) member).getValue());
      });
    } else if (value instanceof List) {
      list('[', (List<?>) value, ']', this::write);
    } else if (value instanceof String) {
      quote((String) value);
    } else {
      text.append(value);
    }
  }

  private void list(char open, Iterable<?> items, char close, Consumer<Object> item) {
    text.append(open);
    for (Iterator<?> at = items.iterator(); at.hasNext(); ) {
      item.accept(at.next());
      text.append(at.hasNext() ? "," : "");
    }
    text.append(close);
  }

  private void quote(String value) {
    text.append('"');
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < 0x20) {
        text.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
