package dateline.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether colours are used. */
final class Colour {

  /** What the caller wants. */
  enum When {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Option(
      names = {"--color", "--colour"},
      paramLabel = "WHEN",
      description = "auto (on a terminal, unless NO_COLOR is set), always or never. Default: auto.")
  private When when = When.AUTO;

  /** Whether to colour what goes to standard output. */
  boolean on(Console console) {
    return switch (when) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          console.outTerminal()
              && isEmpty(console.environment().get("NO_COLOR"))
              && !"dumb".equals(console.environment().get("TERM"));
    };
  }

  private static boolean isEmpty(@Nullable String value) {
    return value == null || value.isEmpty();
  }
}
