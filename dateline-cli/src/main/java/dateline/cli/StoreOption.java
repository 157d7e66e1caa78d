package dateline.cli;

import dateline.store.RecordStore;
import dateline.store.Stores;
import picocli.CommandLine.Option;

/** The store that a command asks. */
final class StoreOption {

  static final String DEFAULT = "dateline.db";

  @Option(
      names = "--store",
      paramLabel = "STORE",
      description =
          "The store: a file, or postgresql://user:password@host/database. Default: "
              + DEFAULT
              + " in the current folder.")
  private String where = DEFAULT;

  RecordStore open() {
    return Stores.openExisting(where);
  }

  String where() {
    return where;
  }

  /** A store's address without its password, for people. */
  static String shown(String where) {
    return where.replaceAll("(?<=://)([^:/@]*):[^@/]*@", "$1@");
  }
}
