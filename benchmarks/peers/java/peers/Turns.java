package peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Lets an engine answer and be timed when the comparison says so; engine.py has the lines. */
final class Turns {
  /** One thing that is measured, for a family by its place. */
  record Way(String set, String does, IntFunction<Object> run, IntFunction<Map<String, Object>> answers) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static volatile Object kept;

  final Path folder;
  final List<Map<String, Object>> families;

  @SuppressWarnings("unchecked")
  Turns(String folder) throws IOException {
    this.folder = Path.of(folder);
    families = JSON.readValue(file("families.json"), List.class);
  }

  String file(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @SuppressWarnings("unchecked")
  List<String> names(String set) throws IOException {
    return (List<String>) JSON.readValue(file("names.json"), Map.class).get(set);
  }

  void serve(String version, List<Way> ways) throws IOException {
    List<Map<String, String>> told = new ArrayList<>();
    for (Way way : ways) told.add(Map.of("set", way.set(), "does", way.does()));
    say(Map.of("version", version, "ways", told));
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ");
      Way way = ways.get(Integer.parseInt(words[1]));
      say(words[0].equals("time") ? timed(way, Double.parseDouble(words[2])) : answered(way));
    }
    System.exit(0);
  }

  private List<Map<String, Object>> answered(Way way) {
    List<Map<String, Object>> answers = new ArrayList<>();
    for (int family = 0; family < families.size(); ++family) answers.add(way.answers().apply(family));
    return answers;
  }

  /** The whole process's processor time, with what the collector and the compiler take: nanoseconds a family. */
  private double timed(Way way, double seconds) {
    long start = SYSTEM.getProcessCpuTime();
    long passes = 0;
    for (; SYSTEM.getProcessCpuTime() - start < seconds * 1e9; ++passes) {
      for (int family = 0; family < families.size(); ++family) kept = way.run().apply(family);
    }
    return (SYSTEM.getProcessCpuTime() - start) / (double) (passes * families.size());
  }

  private static void say(Object value) throws IOException {
    System.out.println(JSON.writeValueAsString(value));
  }
}
