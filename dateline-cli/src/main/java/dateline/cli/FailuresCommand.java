package dateline.cli;

import dateline.Failure;
import dateline.io.FailureFile;
import dateline.store.RecordStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "failures",
    description = "Lists inputs that could not be read, where and why, with counts by reason.")
final class FailuresCommand implements Callable<Integer> {

  /** How lines are written. */
  enum As {
    TEXT,
    JSONL
  }

  @Mixin private PastStoreOption store = new PastStoreOption();

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or jsonl.")
  private As format = As.TEXT;

  private final Console console;

  FailuresCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<Failure> failures;
    try (RecordStore opened = store.open(console)) {
      failures = opened.failures();
    }
    StringBuilder out = new StringBuilder();
    Map<String, Long> reasons = new TreeMap<>();
    for (Failure failure : failures) {
      reasons.merge(failure.reason(), 1L, Long::sum);
      out.append(format == As.JSONL ? FailureFile.line(failure) : line(failure)).append('\n');
    }
    console.out().write(out.toString().getBytes(StandardCharsets.UTF_8));
    console.err().println(Tally.count(failures.size(), "failure") + Tally.list(reasons));
    return ExitStatus.OK;
  }

  /** One failure for a person. */
  static String line(Failure failure) {
    String at = failure.offset() == null ? "" : " at byte " + failure.offset();
    return failure.where() + at + ": " + failure.reason() + ": " + failure.message();
  }
}
