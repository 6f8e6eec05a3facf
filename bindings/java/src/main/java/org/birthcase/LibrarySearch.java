package org.birthcase;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks for the native library: where {@code -Dbirthcase.library.path} says, and nowhere else if it says anything;
 * otherwise in the jar, then in the system.
 */
final class LibrarySearch {
  static final String PATH_PROPERTY = "birthcase.library.path";
  private static final String ELSEWHERE = "Name an existing directory that may be written and from which programs may "
      + "run with -D" + UnpackedLibrary.DIRECTORY_PROPERTY + "=DIRECTORY";

  private final Consumer<NativeLibrary> bind;
  private final StringBuilder tried = new StringBuilder();
  private Throwable firstFailure;

  private LibrarySearch(Consumer<NativeLibrary> bind) {
    this.bind = bind;
  }

  /**
   * Tries one place after the other.
   *
   * @param bind uses a library, or fails with UnsatisfiedLinkError if it will not do
   */
  static void run(Consumer<NativeLibrary> bind) {
    LibrarySearch search = new LibrarySearch(bind);
    String path = System.getProperty(PATH_PROPERTY, "");
    boolean found = path.isEmpty() ? search.inJar() || search.inSystem() : search.where(Paths.get(path));
    if (!found) {
      throw new LibraryLoadException(search.message(), search.firstFailure);
    }
  }

  private boolean where(Path path) {
    for (Path file : Files.isDirectory(path) ? filesIn(path) : Collections.singletonList(path)) {
      if (!Files.exists(file)) {
        note(file.toString(), "there is no such file", null);
      } else if (tries(file.toString(), file.toAbsolutePath().toString())) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> filesIn(Path directory) {
    List<Path> files = new ArrayList<>();
    for (String name : fileNames()) {
      files.add(directory.resolve(name));
    }
    return files;
  }

  /** What the file is called: with the version of its interface where a runtime package installs it so. */
  private static List<String> fileNames() {
    String name = System.mapLibraryName("birthcase");
    return Platform.isLinux() ? Arrays.asList(name + "." + Constants.ABI_VERSION, name) : Arrays.asList(name);
  }

  private boolean inJar() {
    String resource = "native/" + Platform.RESOURCE_PREFIX + "/" + System.mapLibraryName("birthcase");
    String place = "the jar's org/birthcase/" + resource;
    try (UnpackedLibrary unpacked = UnpackedLibrary.of(resource)) {
      if (unpacked == null) {
        note(place, "this jar has none for this platform", null);
        return false;
      }
      if (tries(place + ", unpacked to " + unpacked.file(), unpacked.file().toString())) {
        return true;
      }
      if (!unpacked.mayRun()) {
        note(place, unpacked.file().getParent() + " is on a file system that is mounted noexec. " + ELSEWHERE, null);
      }
    } catch (IOException e) {
      note(place, "cannot be unpacked: " + e + ". " + ELSEWHERE, e);
    }
    return false;
  }

  private boolean inSystem() {
    for (String name : Platform.isLinux() ? fileNames() : Arrays.asList("birthcase")) {
      if (tries("the system's " + name, name)) {
        return true;
      }
    }
    return false;
  }

  private boolean tries(String place, String name) {
    try {
      bind.accept(NativeLibrary.getInstance(name));
      return true;
    } catch (UnsatisfiedLinkError e) {
      note(place, String.valueOf(e.getMessage()).trim().replaceAll("\\s*\\R\\s*", "; "), e);
      return false;
    }
  }

  private void note(String place, String reason, Throwable failure) {
    tried.append("\n  - ").append(place).append(": ").append(reason);
    if (firstFailure == null) {
      firstFailure = failure;
    }
  }

  private String message() {
    return "The native library of birthcase cannot be loaded. Tried:" + tried + "\n"
        + "Install it, or say where it is with -D" + PATH_PROPERTY + "=FILE or DIRECTORY.";
  }
}
