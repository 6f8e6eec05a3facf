package org.birthcase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ClosingTest {
  private static final LocalDate DAY = LocalDate.of(2019, 6, 10);

  private static void saysThatItIsClosed(String kind, Executable... calls) {
    for (Executable call : calls) {
      IllegalStateException error = assertThrows(IllegalStateException.class, call);
      assertEquals("this " + kind + " is closed", error.getMessage());
    }
  }

  @Test
  void aClosedProfileSaysSo() {
    try (Profile open = Profile.builtIn("base"); Application birth = Application.of(open)) {
      Profile closed = Profile.builtIn("yiwu");
      closed.close();
      assertTrue(closed.isClosed());
      saysThatItIsClosed("Profile", closed::id, closed::title, closed::form, closed::fields, closed::applicationSchema,
          () -> closed.in(Language.ENGLISH), () -> Application.of(closed), () -> Application.parse(closed, "{}"),
          () -> birth.under(closed), () -> Plan.of(closed, birth, DAY),
          () -> Birthcase.compare(DAY, open, closed), () -> Birthcase.planDocument(closed, "{}", DAY));
      assertEquals("base", open.id());
    }
  }

  @Test
  void aClosedApplicationSaysSo() {
    try (Profile yiwu = Profile.builtIn("yiwu")) {
      Application closed = Application.of(yiwu);
      closed.close();
      saysThatItIsClosed("Application", closed::json, closed::copy, closed::findings, closed::newbornCount,
          () -> closed.put("mother.name", "x"), () -> closed.putNone("father"), () -> closed.clear("father"),
          () -> closed.get("mother.name"), () -> closed.handIn("id-card", "mother"), () -> closed.under(yiwu),
          () -> Plan.of(yiwu, closed, DAY));
    }
  }

  @Test
  void aClosedPlanSaysSo() {
    try (Profile yiwu = Profile.builtIn("yiwu"); Application birth = Application.of(yiwu)) {
      Plan closed = Plan.of(yiwu, birth, DAY);
      closed.close();
      saysThatItIsClosed("Plan", closed::json, closed::profile, closed::asOf, closed::due, closed::isAcceptable,
          closed::services, closed::fields, closed::evidence, closed::route, closed::undetermined, closed::findings,
          closed::missing, closed::deferrable);
    }
  }

  @Test
  void closingTwiceIsClosingOnceFromAnyThread() throws InterruptedException {
    AtomicInteger freed = new AtomicInteger();
    Handle handle = new Handle("Thing", 1, address -> freed.incrementAndGet());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      threads.add(new Thread(handle::close));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(1, freed.get());
    assertTrue(handle.isClosed());
  }

  @Test
  void whatIsHeldIsFreedWhenTheLastHolderLetsGo() {
    AtomicInteger freed = new AtomicInteger();
    Handle handle = new Handle("Thing", 7, address -> freed.incrementAndGet());
    assertEquals(7, handle.hold());
    handle.close();
    assertEquals(0, freed.get());
    assertThrows(IllegalStateException.class, handle::hold);
    handle.letGo();
    assertEquals(1, freed.get());
  }

  @Test
  void objectsMayBeClosedInAnyOrder() {
    Profile yiwu = Profile.builtIn("yiwu");
    Application birth = Application.parse(yiwu, Examples.json("yiwu-local"));
    Plan plan = Plan.of(yiwu, birth);
    String json = plan.json();
    yiwu.close();
    assertEquals("李晓梅", birth.get("mother.name").text());
    birth.close();
    assertEquals(json, plan.json());
    plan.close();
    plan.close();
  }

  @Test
  void aCallThatRunsWhileAnotherThreadClosesEndsAsIfNothingHadHappened() throws Exception {
    try (Profile shared = Profile.builtIn("yiwu")) {
      String json = Examples.json("yiwu-local");
      race(() -> shared.in(Language.CHINESE), profile -> assertEquals("yiwu", profile.id()));
      race(() -> Application.parse(shared, json), birth -> assertEquals("mother", birth.get("applicant.role").text()));
      try (Application birth = Application.parse(shared, json)) {
        race(() -> Plan.of(shared, birth), plan -> assertEquals("yiwu", plan.profile()));
        race(() -> Plan.of(shared, birth), plan -> assertFalse(plan.evidence().isEmpty()));
        race(() -> shared.in(Language.CHINESE), profile -> Plan.of(profile, birth).close());
      }
    }
  }

  /** Uses each of many objects in three threads until a fourth has closed it. */
  private static <T extends NativeObject> void race(Supplier<T> make, Consumer<T> use)
      throws Exception {
    ExecutorService users = Executors.newFixedThreadPool(3);
    try {
      for (int round = 0; round < 30; round++) {
        T object = make.get();
        CountDownLatch started = new CountDownLatch(3);
        Runnable user = () -> useUntilClosed(object, use, started);
        List<Future<?>> ends = Arrays.asList(users.submit(user), users.submit(user), users.submit(user));
        started.await();
        object.close();
        for (Future<?> end : ends) {
          end.get();
        }
      }
    } finally {
      users.shutdown();
    }
  }

  private static <T extends NativeObject> void useUntilClosed(T object, Consumer<T> use, CountDownLatch started) {
    try {
      for (boolean first = true; true; first = false) {
        use.accept(object);
        if (first) {
          started.countDown();
        }
      }
    } catch (IllegalStateException closed) {
      assertTrue(object.isClosed(), closed.toString());
    }
  }

  @Test
  void whatAProgramDropsWithoutClosingIsFreedInTheEnd() throws InterruptedException {
    int before = Abandoned.watched();
    for (int i = 0; i < 50; i++) {
      Profile.builtIn("base");
    }
    for (int tries = 0; tries < 100 && Abandoned.watched() > before; tries++) {
      System.gc();
      Thread.sleep(20);
      Abandoned.freeDropped();
    }
    assertTrue(Abandoned.watched() <= before, "still watched: " + Abandoned.watched());
  }

  @Test
  void aClosedObjectIsWatchedNoLonger() {
    int before = Abandoned.watched();
    Profile.builtIn("base").close();
    assertTrue(Abandoned.watched() <= before);
  }
}
