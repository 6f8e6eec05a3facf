package org.birthcase;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A native object, counted: the owner and every call that runs hold it, and whoever lets go last frees it. Closing
 * never waits for a call, and a call never loses its object to a close.
 */
final class Handle {
  /** Frees what an address stands for: one of the {@code birthcase_…_free}. */
  interface Free {
    int free(long[] address);
  }

  private final String kind;
  private final long address;
  private final Free free;
  private final AtomicInteger holders = new AtomicInteger(1);
  private final AtomicBoolean closed = new AtomicBoolean();

  /** @param kind what it is, for the message to whom uses it after it was closed */
  Handle(String kind, long address, Free free) {
    this.kind = kind;
    this.address = address;
    this.free = free;
  }

  /** Takes hold of the object; {@link #letGo} must follow. Fails with IllegalStateException if it was closed. */
  long hold() {
    int before = holders.get();
    while (!closed.get() && before > 0) {
      if (holders.compareAndSet(before, before + 1)) {
        return address;
      }
      before = holders.get();
    }
    throw new IllegalStateException("this " + kind + " is closed");
  }

  void letGo() {
    if (holders.decrementAndGet() == 0) {
      free.free(new long[] {address});
    }
  }

  /** The owner lets go. The second time does nothing. */
  void close() {
    if (closed.compareAndSet(false, true)) {
      letGo();
    }
  }

  boolean isClosed() {
    return closed.get();
  }
}
