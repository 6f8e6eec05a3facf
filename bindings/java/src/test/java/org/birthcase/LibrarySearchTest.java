package org.birthcase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrarySearchTest {
  private static final String RESOURCE = "native/" + Platform.RESOURCE_PREFIX + "/libbirthcase.so";

  @TempDir
  Path directory;

  private final String tmpdir = System.getProperty("java.io.tmpdir");

  @BeforeEach
  @AfterEach
  void clearProperties() {
    System.setProperty("java.io.tmpdir", tmpdir);
    System.clearProperty(UnpackedLibrary.DIRECTORY_PROPERTY);
    System.clearProperty(LibrarySearch.PATH_PROPERTY);
  }

  private Path copyOfLibrary(String name) throws Exception {
    Path original = Paths.get(Objects.requireNonNull(Natives.class.getResource(RESOURCE)).toURI());
    return Files.copy(original, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  /** The files of the libraries that a search finds, in order, until it may stop. */
  private static List<String> found() {
    List<String> files = new ArrayList<>();
    LibrarySearch.run(library -> files.add(library.getFile() == null ? "" : library.getFile().getPath()));
    return files;
  }

  private static String messageOf(Consumer<NativeLibrary> bind) {
    return assertThrows(LibraryLoadException.class, () -> LibrarySearch.run(bind)).getMessage();
  }

  private static String messageOfFailure() {
    return messageOf(library -> {
      throw new UnsatisfiedLinkError("must not be found");
    });
  }

  @Test
  void aFileThatIsNamedIsUsed() throws Exception {
    Path file = copyOfLibrary("libother.so");
    System.setProperty(LibrarySearch.PATH_PROPERTY, file.toString());
    assertEquals(1, found().size());
    assertEquals(file.toString(), found().get(0));
  }

  @Test
  void inADirectoryThatIsNamedTheLibraryIsFoundWithAndWithoutItsVersion() throws Exception {
    System.setProperty(LibrarySearch.PATH_PROPERTY, directory.toString());
    Path plain = copyOfLibrary("libbirthcase.so");
    assertEquals(plain.toString(), found().get(0));
    Path versioned = copyOfLibrary("libbirthcase.so.1");
    assertEquals(versioned.toString(), found().get(0));
  }

  @Test
  void whereAPathIsNamedNothingElseIsTried() {
    System.setProperty(LibrarySearch.PATH_PROPERTY, directory.toString());
    String message = messageOfFailure();
    assertTrue(message.contains(directory.resolve("libbirthcase.so.1") + ": there is no such file"), message);
    assertTrue(message.contains("-Dbirthcase.library.path="), message);
    assertFalse(message.contains("jar"), message);
  }

  @Test
  void aFileThatIsNoLibraryIsToldWithTheReason() throws IOException {
    Path file = Files.write(directory.resolve("libbirthcase.so"), "not a library".getBytes("US-ASCII"));
    System.setProperty(LibrarySearch.PATH_PROPERTY, file.toString());
    String message = messageOfFailure();
    assertTrue(message.contains(file + ": "), message);
    assertFalse(message.contains("must not be found"), message);
  }

  @Test
  void withoutAPathTheLibraryComesFromTheJar() {
    List<String> files = found();
    assertEquals(1, files.size());
    assertTrue(files.get(0).endsWith("libbirthcase.so"), files.get(0));
    assertFalse(Files.exists(Paths.get(files.get(0))), "still there: " + files.get(0));
  }

  @Test
  void aFailureListsEveryPlaceThatWasTried() {
    String message = messageOfFailure();
    assertTrue(message.contains("the jar's org/birthcase/" + RESOURCE), message);
    assertTrue(message.contains("must not be found"), message);
    assertTrue(message.contains("the system's libbirthcase.so.1"), message);
  }

  @Test
  void theJarsLibraryIsUnpackedWhereTheProgramSays() throws IOException {
    System.setProperty(UnpackedLibrary.DIRECTORY_PROPERTY, directory.toString());
    try (UnpackedLibrary unpacked = UnpackedLibrary.of(RESOURCE)) {
      assertTrue(unpacked.file().startsWith(directory), unpacked.file().toString());
      assertTrue(unpacked.mayRun());
      assertEquals("[OWNER_EXECUTE, OWNER_READ, OWNER_WRITE]",
          new TreeSet<>(namesOfPermissions(unpacked.file().getParent())).toString());
    }
    assertArrayEquals(new String[0], directory.toFile().list());
  }

  private static List<String> namesOfPermissions(Path file) throws IOException {
    List<String> names = new ArrayList<>();
    Files.getPosixFilePermissions(file).forEach(permission -> names.add(permission.name()));
    return names;
  }

  @Test
  void aTemporaryDirectoryThatIsNotThereIsToldWithWhatToDo() {
    System.setProperty("java.io.tmpdir", directory.resolve("gone").toString());
    String message = messageOfFailure();
    assertTrue(message.contains("cannot be unpacked"), message);
    assertTrue(message.contains(directory.resolve("gone").toString()), message);
    assertTrue(message.contains("-Dbirthcase.tmpdir="), message);
  }

  @Test
  void aLibraryOfAnotherPlatformIsNotInTheJar() throws IOException {
    assertEquals(null, UnpackedLibrary.of("native/no-such-platform/libbirthcase.so"));
  }

  @Test
  void aLibraryThatIsNotBirthcaseIsToldSo() {
    System.setProperty(LibrarySearch.PATH_PROPERTY, System.getProperty("java.home") + "/lib/libzip.so");
    String message = messageOf(Library::bind);
    assertTrue(message.contains("it is not the birthcase library"), message);
  }

  @Test
  void a32BitJvmIsToldSo() {
    LibraryLoadException error = assertThrows(LibraryLoadException.class, () -> Library.requireAddressesOf(4));
    assertEquals("birthcase needs a 64-bit JVM; this one has addresses of 32 bits. Run the program with a 64-bit Java.",
        error.getMessage());
  }
}
