package dateline.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dateline.Failure;
import dateline.PageException;
import dateline.PageException.Reason;
import dateline.actor.ActorCode;
import dateline.actor.ActorCoder;
import dateline.actor.CodeExample;
import dateline.actor.LexiconCheck;
import dateline.io.FailureFile;
import dateline.io.Inputs;
import dateline.io.JsonObjectLine;
import dateline.io.JsonObjectLines;
import dateline.words.Wording;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "actor", description = "Codes phrases that name actors: country and sectors.")
final class ActorCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "PHRASE|FILE.jsonl",
      description = {
        "A phrase (\"Kazakh foreign minister\"), or a file of them, or - for standard input.",
        "A line holds \"id\" and \"text\", optionally \"date\" and \"context\"; for each a line with"
            + " \"id\", \"country\" and \"sectors\" is written."
      })
  private String input = "";

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Where lines go. Default: standard output. Failures go to FILE.failures.")
  private @Nullable Path to;

  @Option(names = "--date", paramLabel = "DATE", description = "The day on which a phrase is said.")
  private @Nullable String date;

  @Option(
      names = "--check",
      description = "Checks the lexicon: its codes, and every example that lies beside it.")
  private boolean check;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Console console;
  private final Map<String, Long> reasons = new TreeMap<>();

  ActorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (check) {
      return lexicon();
    }
    if (input.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "a phrase is needed, or a file of them");
    }
    return isFile() ? file() : phrase();
  }

  private int lexicon() throws IOException {
    List<String> problems = LexiconCheck.problems();
    StringBuilder text = new StringBuilder();
    problems.forEach(problem -> text.append(problem).append('\n'));
    String outcome = problems.isEmpty() ? "all right" : problems.size() + " wrong";
    text.append(Tally.count(CodeExample.shipped().size(), "example")).append(", ");
    text.append(outcome).append('\n');
    console.out().write(text.toString().getBytes(StandardCharsets.UTF_8));
    console.out().flush();
    return problems.isEmpty() ? ExitStatus.OK : ExitStatus.SOME_FAILED;
  }

  private boolean isFile() {
    return input.equals(Inputs.STANDARD_INPUT)
        || input.matches("\\S*\\.(jsonl|ndjson)(\\.gz)?")
        || to != null;
  }

  private int phrase() throws IOException {
    ActorCode code;
    try {
      code = ActorCoder.create().code(input, day(date), null);
    } catch (PageException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
    String words = Wording.affiliation(code.country(), code.sectors());
    String codes = (code.country() == null ? "—" : code.country()) + " " + code.sectors();
    String line =
        code.isUnknown()
            ? "unknown\n"
            : String.format("%s  (%s; by %s)%n", codes, words, code.method());
    console.out().write(line.getBytes(StandardCharsets.UTF_8));
    return code.isUnknown() ? ExitStatus.SOME_FAILED : ExitStatus.OK;
  }

  private int file() throws IOException {
    ActorCoder coder = ActorCoder.create();
    Path failureFile = to == null ? null : Path.of(to + ".failures");
    try (JsonObjectLines lines = JsonObjectLines.open(input, console.in());
        FailureFile failures = new FailureFile(failureFile)) {
      OutputStream out =
          new BufferedOutputStream(to == null ? console.out() : Files.newOutputStream(to));
      try {
        code(coder, lines, out, failures);
      } finally {
        out.flush();
        if (to != null) {
          out.close();
        }
      }
    }
    long failed = reasons.values().stream().mapToLong(Long::longValue).sum();
    if (failed > 0) {
      console.err().println(Tally.count(failed, "line") + " failed" + Tally.list(reasons));
    }
    return failed > 0 ? ExitStatus.SOME_FAILED : ExitStatus.OK;
  }

  private void code(ActorCoder coder, JsonObjectLines lines, OutputStream out, FailureFile failures)
      throws IOException {
    try {
      for (JsonObjectLines.Line line = lines.next(); line != null; line = lines.next()) {
        try {
          out.write(coded(coder, line.parse()).getBytes(StandardCharsets.UTF_8));
          out.write('\n');
        } catch (PageException e) {
          fail(line.failure(e), failures);
        }
      }
    } catch (ZipException | EOFException e) { // the file is damaged
      fail(lines.failure(e), failures);
    }
  }

  private void fail(Failure failure, FailureFile failures) throws IOException {
    failures.write(failure);
    reasons.merge(failure.reason(), 1L, Long::sum);
    if (to == null) {
      console.err().println(FailuresCommand.line(failure));
    }
  }

  private static String coded(ActorCoder coder, JsonObjectLine line) throws PageException {
    String text = line.get("text");
    if (text == null) {
      throw new PageException(Reason.BAD_JSON, null, "the line has no text");
    }
    ActorCode code = coder.code(text, day(line.get("date")), line.get("context"));
    return JsonObjectLine.write(out -> write(out, line.get("id"), code));
  }

  private static void write(JsonGenerator out, @Nullable String id, ActorCode code)
      throws IOException {
    out.writeStringField("id", id);
    out.writeStringField("country", code.country());
    out.writeArrayFieldStart("sectors");
    for (String sector : code.sectors()) {
      out.writeString(sector);
    }
    out.writeEndArray();
  }

  private static @Nullable LocalDate day(@Nullable String date) throws PageException {
    if (date == null) {
      return null;
    }
    try {
      return LocalDate.parse(date.substring(0, Math.min(10, date.length())));
    } catch (DateTimeParseException e) {
      throw new PageException(Reason.BAD_JSON, null, "a date is 2020-11-17, not " + date);
    }
  }
}
