package dateline.cli;

import dateline.time.RuleExample;
import dateline.time.TimeTagger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the examples that lie beside a file of rules. */
@Command(
    name = "verify",
    description = {
      "Checks a file of rules for times against the examples beside it:",
      "@|bold rules.tsv|@ against @|bold rules.examples.tsv|@. Says what each example that fails"
          + " wanted and what was found."
    })
final class VerifyCommand implements Callable<Integer> {

  private static final String EXAMPLES = ".examples.tsv";

  @Parameters(paramLabel = "FILE", description = "The rules, or their examples.")
  private Path file = Path.of("rules.tsv");

  private final Console console;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    String stem = file.getFileName().toString().replaceAll("(\\.examples)?\\.tsv$", "");
    Path rules = file.resolveSibling(stem + ".tsv");
    Path examples = file.resolveSibling(stem + EXAMPLES);
    TimeTagger tagger;
    try {
      tagger = TimeTagger.of(rows(rules).stream().map(Row::cells).toList());
    } catch (IllegalArgumentException wrong) {
      say(rules + ": " + wrong.getMessage());
      return ExitStatus.SOME_FAILED;
    }
    List<Row> rows = rows(examples);
    int wrong = 0;
    for (Row row : rows) {
      String reason = check(row, tagger);
      if (reason != null) {
        wrong++;
        say(examples + ":" + row.line() + ": " + reason);
      }
    }
    say(rows.size() + " examples, " + (wrong == 0 ? "all right" : wrong + " wrong"));
    return wrong == 0 ? ExitStatus.OK : ExitStatus.SOME_FAILED;
  }

  private static @Nullable String check(Row row, TimeTagger tagger) {
    try {
      return RuleExample.of(row.cells()).check(tagger);
    } catch (IllegalArgumentException wrong) {
      return wrong.getMessage();
    }
  }

  private void say(String line) throws IOException {
    console.out().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    console.out().flush();
  }

  private record Row(int line, String[] cells) {}

  private static List<Row> rows(Path table) throws IOException {
    List<Row> rows = new ArrayList<>();
    List<String> lines = Files.readAllLines(table, StandardCharsets.UTF_8);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        rows.add(new Row(i + 1, line.split("\t", -1)));
      }
    }
    return rows;
  }
}
