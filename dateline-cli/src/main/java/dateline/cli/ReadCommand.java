package dateline.cli;

import dateline.Dateline;
import dateline.Failure;
import dateline.io.FailureFile;
import dateline.io.Inputs;
import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "read", description = "Reads pages into records.")
final class ReadCommand implements Callable<Integer> {

  private static final String STANDARD_OUTPUT = "-";

  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description = {
        "Files, folders, globs, or - for standard input: .html .htm .txt .jsonl, each also .gz.",
        "A line of JSONL holds \"id\" and one of \"text\" (taken unchanged), \"html\" and \"file\";"
            + " optionally \"title\", \"published\", \"url\"."
      })
  private List<String> inputs = List.of();

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description =
          "Where records go; - is standard output, the default. Inputs that fail are listed in"
              + " FILE.failures.")
  private String to = STANDARD_OUTPUT;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text, json or jsonl. Default: by the name of --to, else text. json is one object for"
              + " one page, a list for more.")
  private @Nullable Format format;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that read. Default: one a processor. The output is the same.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Console console;

  ReadCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (threads < 1) {
      throw new ParameterException(spec.commandLine(), "--threads must be at least 1");
    }
    Format format = format();
    Tally tally = new Tally();
    try (Inputs source = open();
        FailureFile failures = new FailureFile(failureFile());
        RecordOutput output = RecordOutput.of(format, Inputs.isOnePage(inputs), output())) {
      new Reading(Dateline.open(), renderer(format), threads)
          .run(
              source,
              outcome -> {
                Failure failure = outcome.failure();
                if (failure != null) {
                  failures.write(failure);
                  tally.failed(failure);
                  if (toStandardOutput()) {
                    console
                        .err()
                        .println(
                            failure.where() + ": " + failure.reason() + ": " + failure.message());
                  }
                }
                ArticleRecord record = outcome.record();
                if (record != null) {
                  output.write(outcome.rendered());
                  tally.read(record);
                }
              });
    }
    console.err().print(tally.summary());
    return tally.hasFailures() ? ExitStatus.SOME_FAILED : ExitStatus.OK;
  }

  private Inputs open() {
    try {
      return Inputs.of(inputs, console.in());
    } catch (InvalidPathException e) {
      throw new ParameterException(spec.commandLine(), "not a file name: " + e.getInput());
    }
  }

  private Format format() {
    if (format != null) {
      return format;
    }
    if (to.endsWith(".jsonl")) {
      return Format.JSONL;
    }
    return to.endsWith(".json") ? Format.JSON : Format.TEXT;
  }

  private boolean toStandardOutput() {
    return to.equals(STANDARD_OUTPUT);
  }

  private @Nullable Path failureFile() {
    return toStandardOutput() ? null : Path.of(to + ".failures");
  }

  private OutputStream output() throws IOException {
    OutputStream out =
        toStandardOutput() ? new Unclosed(console.out()) : Files.newOutputStream(Path.of(to));
    return new BufferedOutputStream(out, 1 << 16);
  }

  private Function<ArticleRecord, byte[]> renderer(Format format) {
    return switch (format) {
      case JSONL -> record -> bytes(RecordJson.write(record) + "\n");
      case JSON, TEXT -> record -> bytes(RecordJson.pretty(record));
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Standard output is not ours to close. */
  private static final class Unclosed extends FilterOutputStream {

    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
