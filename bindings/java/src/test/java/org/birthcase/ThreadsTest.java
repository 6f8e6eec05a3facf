package org.birthcase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThreadsTest {
  private static final int THREADS = 16;

  /** Runs a task in all threads at once and gives what they found. */
  private static <T> List<T> inAllThreads(Callable<T> task) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<T>> tasks = IntStream.range(0, THREADS).mapToObj(i -> task).collect(Collectors.toList());
      List<T> found = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(tasks)) {
        found.add(future.get());
      }
      return found;
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void sixteenThreadsShareOneProfile() throws Exception {
    try (Profile wenling = Profile.builtIn("wenling"); Profile yiwu = Profile.builtIn("yiwu")) {
      String twins = Birthcase.planDocument(yiwu, Examples.json("yiwu-twins"));
      String hospital = Birthcase.planDocument(wenling, Examples.json("wenling-hospital"));
      List<Integer> wrong = inAllThreads(() -> {
        int differing = 0;
        for (int round = 0; round < 20; round++) {
          differing += Birthcase.planDocument(yiwu, Examples.json("yiwu-twins")).equals(twins) ? 0 : 1;
          differing += Birthcase.planDocument(wenling, Examples.json("wenling-hospital")).equals(hospital) ? 0 : 1;
        }
        return differing;
      });
      assertEquals(0, wrong.stream().mapToInt(Integer::intValue).sum());
    }
  }

  @Test
  void everyThreadSeesItsOwnErrors() throws Exception {
    try (Profile yiwu = Profile.builtIn("yiwu")) {
      List<Long> wrong = inAllThreads(() -> {
        String key = "zz" + Thread.currentThread().getId();
        return IntStream.range(0, 50).filter(round -> !pathOfUnknown(yiwu, key).equals("/" + key)).count();
      });
      assertEquals(0, wrong.stream().mapToLong(Long::longValue).sum());
    }
  }

  private static String pathOfUnknown(Profile profile, String key) {
    try {
      Application.parse(profile, "{\"" + key + "\": 1}").close();
      return "no error";
    } catch (UnknownNameException e) {
      return e.path();
    }
  }

  @Test
  void threadsThatShareAnApplicationOrAPlanWaitForEachOther() throws Exception {
    try (Profile yiwu = Profile.builtIn("yiwu"); Application birth = Application.of(yiwu)) {
      inAllThreads(() -> {
        for (int round = 0; round < 50; round++) {
          birth.put("mother.name", "李晓梅" + round).put("birth.parity", round % 9);
          birth.get("mother.name");
        }
        return null;
      });
      birth.put("mother.name", "李晓梅");
      assertEquals("李晓梅", birth.get("mother.name").text());
      try (Plan plan = Plan.of(yiwu, birth, LocalDate.of(2019, 6, 10))) {
        String json = plan.json();
        List<String> found = inAllThreads(plan::json);
        assertEquals(IntStream.range(0, THREADS).mapToObj(i -> json).collect(Collectors.toList()), found);
      }
    }
  }
}
