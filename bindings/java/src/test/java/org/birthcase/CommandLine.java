package org.birthcase;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The command line {@code birthcase}, which `-Dbirthcase.cli=FILE` names. */
final class CommandLine {
  private CommandLine() {}

  /** What the command prints, without the line's end. */
  static String output(String... arguments) throws IOException, InterruptedException {
    String program = System.getProperty("birthcase.cli", "");
    Assumptions.assumeFalse(program.isEmpty(), "say -Dbirthcase.cli=FILE to compare with the command line");
    List<String> command = new ArrayList<>(Arrays.asList(program));
    command.addAll(Arrays.asList(arguments));
    Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    byte[] printed = all(process.getInputStream());
    assertTrue(process.waitFor() < 2, command.toString()); // 1: the answer is no, but it is an answer
    return new String(printed, 0, printed.length - 1, StandardCharsets.UTF_8);
  }

  private static byte[] all(InputStream stream) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    for (int read = stream.read(part); read >= 0; read = stream.read(part)) {
      bytes.write(part, 0, read);
    }
    return bytes.toByteArray();
  }
}
