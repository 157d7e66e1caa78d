package dateline.cli;

import dateline.store.SqliteStore;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The store that a command asks. */
final class StoreOption {

  static final String DEFAULT = "dateline.db";

  @Option(
      names = "--store",
      paramLabel = "FILE",
      description = "The store. Default: " + DEFAULT + " in the current folder.")
  private Path file = Path.of(DEFAULT);

  SqliteStore open() {
    return SqliteStore.openExisting(file);
  }
}
