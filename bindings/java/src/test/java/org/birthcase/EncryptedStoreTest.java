package org.birthcase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are checked, overwritten, and of use where the native library has SQLCipher. */
class EncryptedStoreTest {
  @TempDir Path folder;

  private static byte[] key(int size) {
    byte[] key = new byte[size];
    Arrays.fill(key, (byte) 'k');
    return key;
  }

  private Store open(byte[] key) {
    return Store.openEncrypted(folder.resolve("births.db"), key, Language.ENGLISH, ProfileData.builtIn());
  }

  @Test
  void aKeyOfAnotherSizeIsRefusedAndOverwrittenAllTheSame() {
    for (int size : new int[] {0, 31, 33}) {
      byte[] key = key(size);
      assertThrows(OutOfRangeException.class, () -> open(key));
      assertArrayEquals(new byte[size], key);
      assertFalse(Files.exists(folder.resolve("births.db")));
    }
  }

  @Test
  void withAKeyTheFileIsEncryptedOrTheLibrarySaysThatItCannot() {
    byte[] key = key(32);
    try (Store store = open(key)) {
      assertThrows(StorageException.class, () -> Store.open(folder.resolve("births.db")));
    } catch (RefusedException refused) {
      assertTrue(refused.getMessage().contains("BIRTHCASE_SQLCIPHER"));
      assertFalse(Files.exists(folder.resolve("births.db")));
    }
    assertArrayEquals(new byte[32], key);
  }
}
