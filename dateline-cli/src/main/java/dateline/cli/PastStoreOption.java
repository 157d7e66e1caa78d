package dateline.cli;

import dateline.store.RecordStore;
import dateline.store.Snapshot;
import dateline.store.Stores;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The store that a command asks, as it is or as it was. */
final class PastStoreOption {

  @Mixin private StoreOption store = new StoreOption();

  @Option(
      names = "--as-of",
      paramLabel = "RUN|TIME",
      description =
          "What the store held after this run (dateline runs lists them) or at this time:"
              + " 2026-11-17, 2026-11-17T14:05, in UTC unless it ends in +01:00.")
  private @Nullable String asOf;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /** Opens it and says on the error stream which moment is shown. */
  RecordStore open(Console console) {
    if (asOf == null) {
      return store.open();
    }
    Snapshot snapshot;
    try {
      snapshot = Stores.openAsOf(store.where(), asOf);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--as-of: " + e.getMessage(), e);
    }
    console.err().println(shown(snapshot));
    return snapshot;
  }

  private static String shown(Snapshot snapshot) {
    long run = snapshot.moment().run();
    String made = snapshot.moment().made();
    StringBuilder text = new StringBuilder();
    text.append(
        run == 0
            ? "As of a time before the first run."
            : "As of " + made + ", in run " + run + ".");
    long forgotten = snapshot.forgotten();
    if (forgotten > 0) {
      text.append(' ')
          .append(
              forgotten == 1 ? "1 person who comments was" : forgotten + " people who comment were")
          .append(" forgotten since: that is not shown.");
    }
    return text.toString();
  }
}
