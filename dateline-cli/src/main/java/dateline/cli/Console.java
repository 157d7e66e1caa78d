package dateline.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a command talks to. Results go to {@code out}, everything else to {@code err}.
 *
 * @param in standard input, bytes
 * @param out standard output, bytes; text on it is UTF-8
 * @param err standard error, UTF-8
 * @param outTerminal whether {@code out} is a terminal
 * @param errTerminal whether {@code err} is a terminal
 * @param columns width of the terminal in characters, 80 when unknown
 * @param environment the environment's variables
 */
record Console(
    InputStream in,
    OutputStream out,
    PrintStream err,
    boolean outTerminal,
    boolean errTerminal,
    int columns,
    Map<String, String> environment) {

  private static final int USUAL_COLUMNS = 80;

  /** The process's own streams. The launcher tells which are terminals, and the width. */
  static Console ofProcess() {
    boolean both = System.console() != null;
    return new Console(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        flag("dateline.out.terminal", () -> both),
        flag("dateline.err.terminal", () -> both),
        number(
            System.getProperty("dateline.columns"),
            number(System.getenv("COLUMNS"), USUAL_COLUMNS)),
        System.getenv());
  }

  /** The same, with nothing said on standard error. */
  Console silent() {
    PrintStream nothing =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Console(in, out, nothing, outTerminal, false, columns, environment);
  }

  private static boolean flag(String property, Supplier<Boolean> otherwise) {
    String value = System.getProperty(property);
    return value == null ? otherwise.get() : Boolean.parseBoolean(value);
  }

  private static int number(@Nullable String value, int otherwise) {
    return value != null && value.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(value) : otherwise;
  }
}
