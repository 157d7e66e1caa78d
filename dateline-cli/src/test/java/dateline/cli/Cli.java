package dateline.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Runs commands in this process and keeps what they print. */
final class Cli {

  /** What a command did. */
  record Result(int status, String out, String err) {}

  private final Map<String, String> environment = new HashMap<>();
  private byte[] in = new byte[0];
  private boolean terminal;

  Cli with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Cli in(byte[] bytes) {
    in = bytes;
    return this;
  }

  Cli onTerminal() {
    terminal = true;
    return this;
  }

  Result run(Object... arguments) {
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(in),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal,
            false,
            80,
            environment);
    int status = Main.run(console, words);
    return new Result(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
