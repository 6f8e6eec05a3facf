package org.birthcase;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A document of rule tests in a file, with the profiles that it names as files. */
final class RuleTestFile implements AutoCloseable {
  private final String text;
  private final Map<String, Profile> profiles = new HashMap<>();

  private RuleTestFile(String text) {
    this.text = text;
  }

  static RuleTestFile read(Path file) throws IOException {
    RuleTestFile tests = new RuleTestFile(textOf(file));
    try {
      for (String name : RuleTestReport.profilesNamedIn(tests.text)) {
        if (name.contains("/") || name.endsWith(".json")) {
          tests.profiles.put(name, profile(file.resolveSibling(name)));
        }
      }
      return tests;
    } catch (IOException | RuntimeException e) {
      tests.close();
      throw e;
    }
  }

  String text() {
    return text;
  }

  /** By the names that the document gives them. */
  Map<String, Profile> profiles() {
    return profiles;
  }

  @Override
  public void close() {
    profiles.values().forEach(Profile::close);
  }

  private static Profile profile(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "the document names it as a profile");
    }
    String text = textOf(file);
    List<String> extended = extended(text, file);
    try {
      return Profile.parse(text, Language.CHINESE, extended);
    } catch (BirthcaseException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /** The texts of the profiles beside a file that it extends, and so on. */
  private static List<String> extended(String profile, Path file) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String id = extendedBy(profile); isId(id) && !texts.containsKey(id); id = extendedBy(texts.get(id))) {
      Path beside = file.resolveSibling(id + ".json");
      if (!Files.isRegularFile(beside)) {
        break;
      }
      texts.put(id, textOf(beside));
    }
    return new ArrayList<>(texts.values());
  }

  /** The id of the profile that one extends; empty if there is none. What is wrong with it the native library says. */
  private static String extendedBy(String profile) {
    try {
      Object id = Json.object(profile).get("extends");
      return id instanceof String ? (String) id : "";
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** An id only: what a profile extends must not become a way to name any file. */
  private static boolean isId(String name) {
    return name.matches("[a-z0-9-]+");
  }

  private static String textOf(Path file) throws IOException {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not in UTF-8", e);
    }
  }
}
