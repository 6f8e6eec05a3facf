package org.birthcase;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The example applications of the repository. */
final class Examples {
  static final Path SOURCE = Paths.get(System.getProperty("birthcase.source"));
  private static final Path APPLICATIONS = SOURCE.resolve("examples/applications");

  private Examples() {}

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(APPLICATIONS)) {
      return files.map(file -> file.getFileName().toString().replace(".json", "")).sorted()
          .collect(Collectors.toList());
    }
  }

  static Path file(String name) {
    return APPLICATIONS.resolve(name + ".json");
  }

  static String json(String name) {
    try {
      return new String(Files.readAllBytes(file(name)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The profile that an example names, in Chinese. */
  static Profile profile(String name) {
    return Profile.builtIn(Application.profileNamedIn(json(name)).get());
  }
}
