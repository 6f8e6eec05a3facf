package org.birthcase;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The safety net: frees the native memory of objects that a program dropped without closing them. The garbage collector
 * does not see that memory, so dropped objects may pile up: closing is still right.
 *
 * <p>It works whenever the next native object is made, in the thread that makes it. A thread of its own would outlive
 * the web application that started it and keep all its classes in memory.
 */
final class Abandoned extends PhantomReference<NativeObject> {
  private static final ReferenceQueue<NativeObject> DROPPED = new ReferenceQueue<>();
  private static final Set<Abandoned> WATCHED = ConcurrentHashMap.newKeySet();

  private final Handle handle;

  private Abandoned(NativeObject owner, Handle handle) {
    super(owner, DROPPED);
    this.handle = handle;
  }

  /** Watches an owner whose handle must not lead back to it. */
  static Abandoned watch(NativeObject owner, Handle handle) {
    freeDropped();
    Abandoned watched = new Abandoned(owner, handle);
    WATCHED.add(watched);
    return watched;
  }

  /** The owner is being closed in order. */
  void dismiss() {
    WATCHED.remove(this);
    clear();
  }

  static void freeDropped() {
    for (Abandoned dropped = next(); dropped != null; dropped = next()) {
      WATCHED.remove(dropped);
      dropped.handle.close();
    }
  }

  /** How many native objects are open; for the tests. */
  static int watched() {
    return WATCHED.size();
  }

  private static Abandoned next() {
    return (Abandoned) DROPPED.poll();
  }
}
