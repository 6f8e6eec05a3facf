package org.birthcase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Tests run in several locales and with several default charsets; this one makes sure that they really do. */
class EnvironmentTest {
  @Test
  void theTestsRunInTheLocaleAndWithTheCharsetThatTheyShould() {
    String expected = System.getProperty("birthcase.locale");
    assertEquals(expected, Locale.getDefault() + " " + Charset.defaultCharset().name());
    assertEquals(expected.startsWith("tr") ? "ı" : "i", "I".toLowerCase());
  }
}
