package org.birthcase;

import java.util.function.LongFunction;

/**
 * An object of which the native library allows one call at a time: calls from several threads wait for each other. No
 * call holds two such locks, so none can wait for ever.
 */
abstract class ExclusiveObject extends NativeObject {
  private final Object oneCallAtATime = new Object();

  ExclusiveObject(Language language, Handle handle) {
    super(language, handle);
  }

  @Override
  final <T> T holding(LongFunction<T> body) {
    return super.holding(address -> {
      synchronized (oneCallAtATime) {
        return body.apply(address);
      }
    });
  }
}
