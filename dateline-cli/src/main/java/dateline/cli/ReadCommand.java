package dateline.cli;

import dateline.Dateline;
import dateline.PageInput;
import dateline.io.Disclosure;
import dateline.io.FailureFile;
import dateline.io.Inputs;
import dateline.io.Watchdog;
import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import dateline.store.RecordStore;
import dateline.store.Stores;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
        "Files, folders, globs, or - for standard input: .html .htm .txt .jsonl .warc .wet, each also"
            + " .gz or .zst (not web archives), and .wacz.",
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
      names = "--store",
      paramLabel = "STORE",
      description =
          "Keeps the records in this store (a file, or postgresql://user:password@host/database),"
              + " which is made when it is missing. Default: "
              + StoreOption.DEFAULT
              + " for text on standard output, else none.")
  private @Nullable String store;

  @Option(names = "--no-store", description = "Keeps nothing.")
  private boolean noStore;

  @Option(
      names = "--commenters",
      description =
          "Writes the names of people who comment as printed; else they are numbered on each page,"
              + " but for lines of JSON, which the caller has with all names. The store keeps"
              + " pseudonyms in any case.")
  private boolean commenters;

  @Option(
      names = {"-q", "--quiet"},
      description =
          "Writes no records, only the summary. What the store has from the same input and release"
              + " is not read again.")
  private boolean quiet;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Mixin private HomeOption home = new HomeOption();

  @Mixin private Colour colour = new Colour();

  @Mixin(name = Log.NAME)
  private Log log = new Log();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Console console;

  ReadCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    int count = threads.count();
    if (quiet && !toStandardOutput()) {
      throw new ParameterException(spec.commandLine(), "--quiet writes no records, --to does");
    }
    try (Stop stop = new Stop(() -> {})) {
      return read(count, stop);
    }
  }

  private int read(int count, Stop stop) throws IOException, InterruptedException {
    Format format = format();
    String storeAddress = storeAddress(format);
    Tally tally = new Tally();
    Dateline dateline = home.home(console.environment()).dateline();
    try (Inputs source = open();
        RecordStore kept = storeAddress == null ? null : Stores.open(storeAddress);
        FailureFile failures = new FailureFile(failureFile());
        RecordOutput output = quiet ? null : output(format);
        Progress progress = progress(source, tally);
        Delivery delivery =
            new Delivery(
                output,
                failures,
                kept == null ? null : new Keeping(kept, dateline, inputs),
                tally,
                console,
                log,
                failureFile() == null)) {
      Predicate<String> isDone = isDone(kept, dateline);
      new Reading(dateline, output(renderer(format)), isDone, count, Watchdog.OF_A_RUN)
          .run(
              stop.until(source),
              outcome -> {
                delivery.take(outcome);
                progress.step();
              });
    }
    if (stop.isAsked()) {
      log.tell(console, "stopped", "Stopped before the end of the inputs.", line -> {});
    }
    log.summary(console, tally, storeAddress);
    return tally.hasFailures() ? ExitStatus.SOME_FAILED : ExitStatus.OK;
  }

  private Predicate<String> isDone(@Nullable RecordStore kept, Dateline dateline) {
    if (!quiet || kept == null) {
      return fingerprint -> false;
    }
    Map<String, String> parts = dateline.parts();
    return fingerprint -> kept.isDone(fingerprint, parts);
  }

  private @Nullable String storeAddress(Format format) {
    if (noStore) {
      return null;
    }
    boolean byDefault = quiet || format == Format.TEXT && toStandardOutput();
    return store == null && byDefault ? StoreOption.DEFAULT : store;
  }

  private Progress progress(Inputs source, Tally tally) {
    boolean shared = toStandardOutput() && console.outTerminal() && !quiet;
    Console shown = shared ? console.silent() : console;
    return new Progress(shown, log, tally, source::bytesPassed, () -> Inputs.totalBytes(inputs));
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

  private RecordOutput output(Format format) throws IOException {
    OutputStream out =
        toStandardOutput() ? new Unclosed(console.out()) : Files.newOutputStream(Path.of(to));
    return RecordOutput.of(
        format, Inputs.isOnePage(inputs), new BufferedOutputStream(out, 1 << 16));
  }

  private BiFunction<PageInput, ArticleRecord, byte[]> output(Function<ArticleRecord, byte[]> as) {
    return commenters
        ? (page, record) -> as.apply(record)
        : (page, record) -> as.apply(Disclosure.of(page, record));
  }

  private Function<ArticleRecord, byte[]> renderer(Format format) {
    if (quiet) {
      return record -> new byte[0];
    }
    return switch (format) {
      case JSONL -> record -> bytes(RecordJson.write(record) + "\n");
      case JSON -> record -> bytes(RecordJson.pretty(record));
      case TEXT -> {
        boolean coloured = toStandardOutput() && colour.on(console);
        yield record -> bytes(ArticleView.of(record, console.columns(), coloured));
      }
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
