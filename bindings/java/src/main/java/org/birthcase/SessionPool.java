package org.birthcase;

import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Lends each call a session of its own, whatever thread it runs in. There are no thread-locals, which servlet
 * containers would have to clean up behind us, and at most as many sessions as calls run at once.
 */
final class SessionPool {
  private static final int KEPT_SESSIONS = 32;
  private static final long KEPT_TEXT_BYTES = 1 << 20;
  private static final Map<Language, SessionPool> POOLS = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      POOLS.put(language, new SessionPool(language));
    }
  }

  private final Language language;
  private final Queue<Session> idle = new ConcurrentLinkedQueue<>();
  private final AtomicInteger kept = new AtomicInteger();

  private SessionPool(Language language) {
    this.language = language;
  }

  /** Runs a call with a session in that language. The session must not be kept. */
  static <T> T with(Language language, Function<Session, T> call) {
    SessionPool pool = POOLS.get(language);
    Session session = pool.take();
    try {
      return call.apply(session);
    } finally {
      pool.putBack(session);
    }
  }

  private Session take() {
    Session session = idle.poll();
    if (session == null) {
      return Session.open(language);
    }
    kept.decrementAndGet();
    return session;
  }

  /** A session keeps its last text: one with a large text goes, so that the pool stays small. */
  private void putBack(Session session) {
    if (session.length[0] > KEPT_TEXT_BYTES) {
      session.close();
    } else if (kept.incrementAndGet() > KEPT_SESSIONS) {
      kept.decrementAndGet();
      session.close();
    } else {
      idle.add(session);
    }
  }
}
