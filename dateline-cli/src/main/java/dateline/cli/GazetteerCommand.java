package dateline.cli;

import dateline.io.gazetteer.DatelineHome;
import dateline.io.gazetteer.GazetteerImport;
import dateline.io.gazetteer.ImportSummary;
import dateline.place.CompactGazetteer;
import dateline.place.EmbeddedGazetteer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What places are known. */
@Command(
    name = "gazetteer",
    description = "Imports a GeoNames dump, and tells which places are known.",
    subcommands = {GazetteerCommand.Import.class, GazetteerCommand.Info.class})
final class GazetteerCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  @Command(
      name = "import",
      description = "Adds a GeoNames dump to the embedded gazetteer.",
      footer = {
        "",
        "Dumps are at download.geonames.org/export/dump: allCountries or cities500 … cities15000,",
        "with admin1CodesASCII, admin2Codes and alternateNamesV2 beside them, as .txt, .gz or .zip.",
        "A row replaces one of the same id; what was imported before stays. GeoNames is licensed",
        "under CC BY 4.0: 'dateline version' and the web UI name it."
      })
  static final class Import implements Callable<Integer> {

    @Parameters(paramLabel = "FILE|FOLDER", description = "The dump, or a folder of its files.")
    private Path input = Path.of("");

    @Mixin private HomeOption home = new HomeOption();

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Console console;

    Import(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      if (!Files.exists(input)) {
        throw new ParameterException(spec.commandLine(), "there is no " + input);
      }
      DatelineHome to = home.home(console.environment());
      ImportSummary summary = GazetteerImport.run(input, to, this::progress);
      progressEnd();
      String text =
          String.format(
              Locale.ROOT,
              "%,d places under %,d names in %s%n%,d read, %,d kept from before, %,d lines that are"
                  + " no places%n",
              summary.places(),
              summary.names(),
              summary.file(),
              summary.read(),
              summary.kept(),
              summary.skipped());
      console
          .out()
          .write((text + GazetteerImport.ATTRIBUTION + "\n").getBytes(StandardCharsets.UTF_8));
      return ExitStatus.OK;
    }

    private void progress(String file, long lines) {
      if (console.errTerminal()) {
        console.err().printf(Locale.ROOT, "\r%s: %,d lines", file, lines);
        console.err().flush();
      }
    }

    private void progressEnd() {
      if (console.errTerminal()) {
        console.err().println();
      }
    }
  }

  @Command(name = "info", description = "Tells how many places are known, and from where.")
  static final class Info implements Callable<Integer> {

    @Mixin private HomeOption home = new HomeOption();

    private final Console console;

    Info(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      DatelineHome from = home.home(console.environment());
      CompactGazetteer imported = from.imported();
      StringBuilder text = new StringBuilder();
      text.append(
          String.format(
              Locale.ROOT, "embedded  %,d places%n", EmbeddedGazetteer.load().entries().size()));
      text.append(
          imported == null
              ? "imported  nothing: 'dateline gazetteer import FILE' adds a GeoNames dump\n"
              : String.format(
                  Locale.ROOT,
                  "imported  %,d places under %,d names, %s%n",
                  imported.size(),
                  imported.names(),
                  from.file()));
      console.out().write(text.toString().getBytes(StandardCharsets.UTF_8));
      return ExitStatus.OK;
    }
  }
}
