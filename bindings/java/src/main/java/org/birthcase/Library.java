package org.birthcase;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.security.AccessController;
import java.security.PrivilegedAction;

/** The native library in this JVM: loaded at the first call that needs it, once for each class loader. */
final class Library {
  private static volatile boolean loaded;
  private static volatile boolean storeBound;

  private Library() {}

  /** Loads the library unless it is loaded. Fails with {@link LibraryLoadException}; the next call tries again. */
  static void load() {
    if (!loaded) {
      loadOnce();
    }
  }

  /**
   * Loads the library with its store. Fails with {@link LibraryLoadException}, and with UnsupportedOperationException
   * if the library has no store.
   */
  static void loadStore() {
    load();
    if (!storeBound) {
      throw new UnsupportedOperationException("this birthcase library was built without its store (BIRTHCASE_STORE)");
    }
  }

  private static synchronized void loadOnce() {
    if (loaded) {
      return;
    }
    try {
      AccessController.doPrivileged((PrivilegedAction<Void>) Library::search);
    } catch (LinkageError e) {
      throw withoutJna(e);
    }
    loaded = true;
  }

  /**
   * Searches with privileges, not because any were needed: the thread that JNA starts on the way remembers, up to Java
   * 23, whose code had started it, and would keep the web application in memory that happened to call first.
   */
  private static Void search() {
    requireAddressesOf(Native.POINTER_SIZE);
    LibrarySearch.run(Library::bind);
    return null;
  }

  /** Only on 64-bit JVMs is a pointer as long as a {@code long}. */
  static void requireAddressesOf(int bytes) {
    if (bytes != Long.BYTES) {
      throw new LibraryLoadException("birthcase needs a 64-bit JVM; this one has addresses of " + 8 * bytes + " bits. "
          + "Run the program with a 64-bit Java.", null);
    }
  }

  /** Connects the natives with a library. Fails with UnsatisfiedLinkError, saying why it will not do. */
  static void bind(NativeLibrary library) {
    int version = abiVersion(library);
    if (version != Constants.ABI_VERSION) {
      throw new UnsatisfiedLinkError("it has the interface version " + version + ", this package needs "
          + Constants.ABI_VERSION + ": package and library must be of one release");
    }
    try {
      Native.register(Natives.class, library);
    } catch (UnsatisfiedLinkError e) {
      throw new UnsatisfiedLinkError("it is older than this package: " + e.getMessage());
    }
    bindStore(library);
  }

  private static void bindStore(NativeLibrary library) {
    try {
      Native.register(StoreNatives.class, library);
      storeBound = true;
    } catch (UnsatisfiedLinkError e) {
      storeBound = false;
    }
  }

  private static int abiVersion(NativeLibrary library) {
    try {
      return library.getFunction("birthcase_abi_version").invokeInt(new Object[0]);
    } catch (UnsatisfiedLinkError e) {
      throw new UnsatisfiedLinkError("it is not the birthcase library: " + e.getMessage());
    }
  }

  private static LibraryLoadException withoutJna(LinkageError error) {
    String message = String.valueOf(error.getMessage());
    if (error instanceof NoClassDefFoundError && !message.startsWith("Could not initialize")) {
      return new LibraryLoadException("JNA is not on the class path, and birthcase needs it: add the jar of "
          + "net.java.dev.jna:jna (missing: " + message + ")", error);
    }
    Throwable cause = error.getCause() == null ? error : error.getCause();
    return new LibraryLoadException("JNA, which birthcase needs, cannot load its own native part: " + cause + "\n"
        + "It unpacks that to a temporary directory: name one where programs may run with -Djna.tmpdir=DIRECTORY. On "
        + "Java 24 and later, allow native code with --enable-native-access=ALL-UNNAMED.", error);
  }
}
