package dateline.cli;

import dateline.io.gazetteer.DatelineHome;
import dateline.place.OutletHomes;
import dateline.place.OutletHomes.Learned;
import dateline.place.Outlets;
import dateline.store.RecordStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "outlets",
    description =
        "Tells where outlets are at home, as learned from the datelines of stored articles.",
    footer = {
      "",
      "A line has the outlet's name or host, the place, and what it was learned from, with tabs",
      "between. Pages read later are helped by the lines of outlets.tsv in Dateline's folder, which you",
      "may write yourself ('Eagle-Gazette<TAB>Lancaster, Ohio'); --save adds what was learned to it."
    })
final class OutletsCommand implements Callable<Integer> {

  @Option(names = "--save", description = "Add to outlets.tsv the outlets that are not in it.")
  private boolean save;

  @Mixin private StoreOption store = new StoreOption();

  @Mixin private HomeOption home = new HomeOption();

  private final Console console;

  OutletsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    DatelineHome folder = home.home(console.environment());
    OutletHomes learner = new OutletHomes(folder.gazetteer());
    try (RecordStore opened = store.open()) {
      opened.forEach(learner::take);
    }
    List<Learned> learned = learner.homes();
    if (save) {
      add(learned, folder);
    }
    StringBuilder text = new StringBuilder();
    learned.forEach(one -> text.append(line(one)).append('\n'));
    console.out().write(text.toString().getBytes(StandardCharsets.UTF_8));
    if (learned.isEmpty()) {
      console.err().println("Nothing learned: no outlet has enough datelines in one place.");
    }
    return learned.isEmpty() ? ExitStatus.SOME_FAILED : ExitStatus.OK;
  }

  private static String line(Learned one) {
    return one.home().line() + "\t" + one.datelines() + " of " + one.of() + " datelines";
  }

  /** What is in the file stays as it is. */
  private static void add(List<Learned> learned, DatelineHome folder) throws IOException {
    Outlets known = folder.outlets();
    List<String> lines = new ArrayList<>();
    if (Files.exists(folder.outletsFile())) {
      lines.addAll(Files.readAllLines(folder.outletsFile()));
    }
    for (Learned one : learned) {
      if (!known.knows(one.home().outlet())) {
        lines.add(line(one));
      }
    }
    Files.createDirectories(folder.folder());
    Files.write(folder.outletsFile(), lines);
  }
}
