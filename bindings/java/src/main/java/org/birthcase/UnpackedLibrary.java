package org.birthcase;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

/**
 * A native library of the jar, unpacked to a directory of its own that nobody else may enter. Each class loader unpacks
 * its own copy, so that two applications in one JVM do not get in each other's way.
 */
final class UnpackedLibrary implements AutoCloseable {
  static final String DIRECTORY_PROPERTY = "birthcase.tmpdir";

  private final Path directory;
  private final Path file;

  private UnpackedLibrary(Path directory, Path file) {
    this.directory = directory;
    this.file = file;
  }

  /** Unpacks a resource; null if the jar has none of that name. */
  static UnpackedLibrary of(String resource) throws IOException {
    try (InputStream bytes = UnpackedLibrary.class.getResourceAsStream(resource)) {
      return bytes == null ? null : of(bytes, resource.substring(resource.lastIndexOf('/') + 1));
    }
  }

  private static UnpackedLibrary of(InputStream bytes, String name) throws IOException {
    String base = System.getProperty(DIRECTORY_PROPERTY, System.getProperty("java.io.tmpdir"));
    Path directory = Files.createTempDirectory(Paths.get(base).toAbsolutePath(), "birthcase-");
    UnpackedLibrary unpacked = new UnpackedLibrary(directory, directory.resolve(name));
    try {
      Files.copy(bytes, unpacked.file);
      unpacked.file.toFile().setExecutable(true);
      return unpacked;
    } catch (IOException e) {
      unpacked.close();
      throw e;
    }
  }

  Path file() {
    return file;
  }

  /** Whether code may run from there: where a file system is mounted noexec, no file is executable. */
  boolean mayRun() {
    return Files.isExecutable(file);
  }

  /** Removes the file. Linux and macOS let go of it at once, though it is loaded; Windows when the JVM ends. */
  @Override
  public void close() {
    delete(file);
    delete(directory);
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      path.toFile().deleteOnExit();
    }
  }
}
