package org.birthcase;

import java.util.function.LongFunction;

/** An object of the native library's, freed by {@link #close}. */
abstract class NativeObject implements AutoCloseable {
  /** A call with a session and the address of the object. */
  interface Call<T> {
    T run(Session session, long address);
  }

  private static volatile Object aliveUntilHere;

  private final Language language;
  private final Handle handle;
  private final Abandoned safetyNet;

  NativeObject(Language language, Handle handle) {
    this.language = language;
    this.handle = handle;
    safetyNet = Abandoned.watch(this, handle);
  }

  /**
   * Frees the native memory. May be called from any thread and any number of times; a call that runs meanwhile in
   * another thread ends as if nothing had happened, and every later one fails with {@link IllegalStateException}.
   */
  @Override
  public void close() {
    safetyNet.dismiss();
    handle.close();
  }

  /** Whether {@link #close} was called. */
  public boolean isClosed() {
    return handle.isClosed();
  }

  final Language languageOfTexts() {
    return language;
  }

  /** Runs a call with this object and a session. */
  final <T> T call(Call<T> call) {
    return SessionPool.with(language, session -> holding(address -> call.run(session, address)));
  }

  /** Runs a body that needs this object's address, while nobody can free it. */
  <T> T holding(LongFunction<T> body) {
    long address = hold();
    try {
      return body.apply(address);
    } finally {
      letGo();
    }
  }

  /** Takes hold of the address; {@link #letGo} must follow. Fails with IllegalStateException after a close. */
  final long hold() {
    return handle.hold();
  }

  final void letGo() {
    handle.letGo();
    keepAlive(this);
  }

  /**
   * Keeps an object reachable up to here, so that the safety net does not catch it while its last call begins. Java 8
   * has no Reference.reachabilityFence; a volatile field that is compared cannot be optimised away.
   */
  private static void keepAlive(Object object) {
    if (aliveUntilHere == object) {
      aliveUntilHere = null;
    }
  }
}
