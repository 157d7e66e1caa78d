package dateline.cli;

import dateline.Failure;
import dateline.io.FailureFile;
import dateline.io.JsonObjectLine;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * What a long command tells while it works, on standard error: lines for a person, or a JSON object
 * a line for programs, with {@code time} (ISO 8601, UTC), {@code event} and the event's own fields.
 * An option of commands.
 */
final class Log {

  /** The option's name among a command's. */
  static final String NAME = "log";

  /** How it is told. */
  enum Form {
    TEXT,
    JSON
  }

  @Option(
      names = "--log",
      paramLabel = "FORMAT",
      description =
          "How the command tells what it does, on standard error: text (default), or json, an"
              + " object a line.")
  private Form form = Form.TEXT;

  private final Clock clock = Clock.systemUTC();

  /** A command's own; one for people where it has none. */
  static Log of(CommandLine command) {
    return command.getMixins().get(NAME) instanceof Log log ? log : new Log();
  }

  boolean isJson() {
    return form == Form.JSON;
  }

  /**
   * Tells an event.
   *
   * @param text lines for a person
   * @param fields what programs are told instead
   */
  void tell(Console console, String event, String text, JsonObjectLine.Fields fields) {
    if (isJson()) {
      console
          .err()
          .println(
              JsonObjectLine.write(
                  line -> {
                    line.writeStringField("time", clock.instant().toString());
                    line.writeStringField("event", event);
                    fields.write(line);
                  }));
    } else {
      console.err().println(text);
    }
  }

  void failure(Console console, Failure failure) {
    tell(console, "failure", FailuresCommand.line(failure), FailureFile.fields(failure));
  }

  /**
   * What a run has done, and how the store changed.
   *
   * @param store its address; null: none
   */
  void summary(Console console, Tally tally, @Nullable String store) {
    String shown = store == null ? null : StoreOption.shown(store);
    tell(
        console,
        "summary",
        tally.summary().strip()
            + (shown == null ? "" : "\nKept in " + shown + ": " + tally.changes() + "."),
        line -> {
          tally.fields().write(line);
          line.writeStringField("store", shown);
        });
  }
}
