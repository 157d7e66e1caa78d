package dateline.cli;

import dateline.diff.ArticleDiff;
import dateline.diff.DiffJson;
import dateline.diff.DiffSummary;
import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import dateline.store.RecordStore;
import dateline.store.Runs;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "diff",
    description = "Shows what differs between two runs, two times or two exported files.",
    footer = {
      "",
      "Items are known again by their words: in an article whose text stays, by where these stand. A",
      "line of JSONL is an article; counts by sort, type and field come last, on the error stream."
    })
final class DiffCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "FROM",
      description = "A run's number, a time (as for --as-of), or a file of records (.jsonl).")
  private String from = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TO",
      description = "Likewise. Default: now.")
  private String to = "now";

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or jsonl.")
  private FailuresCommand.As format = FailuresCommand.As.TEXT;

  @Option(names = "--summary", description = "Counts only.")
  private boolean summaryOnly;

  @Mixin private StoreOption store = new StoreOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Console console;

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    DiffSummary summary = new DiffSummary();
    Writer out = new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
    long same;
    try {
      Path one = Path.of(from);
      Path other = Path.of(to);
      boolean files = Files.isRegularFile(one) && Files.isRegularFile(other);
      same = files ? ofFiles(one, other, summary, out) : ofStore(summary, out);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.flush();
    console.err().print(DiffView.summary(summary, same));
    return ExitStatus.OK;
  }

  /** Returns how many articles were not even touched. */
  private long ofStore(DiffSummary summary, Writer out) {
    try (RecordStore opened = store.open()) {
      Runs runs = opened.runs();
      Runs.Moment one = runs.moment(from);
      Runs.Moment other = runs.moment(to);
      long[] touched = {0};
      runs.between(
          one,
          other,
          (before, after) -> {
            touched[0] += before == null ? 0 : 1;
            take(ArticleDiff.of(before, after), summary, out);
          });
      return runs.articles(one) - touched[0];
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void take(ArticleDiff diff, DiffSummary summary, Writer out) {
    summary.add(diff);
    if (summaryOnly || diff.isSame()) {
      return;
    }
    try {
      out.write(
          format == FailuresCommand.As.JSONL ? DiffJson.line(diff) + "\n" : DiffView.of(diff));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first file is held in memory. */
  private long ofFiles(Path one, Path other, DiffSummary summary, Writer out) throws IOException {
    Map<String, String> before = new LinkedHashMap<>();
    forEach(one, (record, line) -> before.put(record.id(), line));
    long[] same = {0};
    forEach(
        other,
        (record, line) -> {
          String was = before.remove(record.id());
          if (line.equals(was)) {
            same[0]++;
          } else {
            take(ArticleDiff.of(record(was), record), summary, out);
          }
        });
    before.values().forEach(line -> take(ArticleDiff.of(record(line), null), summary, out));
    return same[0];
  }

  private static @Nullable ArticleRecord record(@Nullable String line) {
    return line == null ? null : RecordJson.read(line);
  }

  /** Takes a record and its line. */
  @FunctionalInterface
  private interface Line {
    void take(ArticleRecord record, String line);
  }

  private void forEach(Path file, Line each) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (!line.isBlank()) {
          each.take(record(file, number, line), line);
        }
      }
    }
  }

  private ArticleRecord record(Path file, int number, String line) {
    try {
      return RecordJson.read(line);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), file + ", line " + number + ": " + e.getMessage(), e);
    }
  }
}
