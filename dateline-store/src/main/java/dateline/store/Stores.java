package dateline.store;

import java.nio.file.Files;
import java.nio.file.Path;

/** Opens stores by what a person writes: the name of a file, or a database's address. */
public final class Stores {

  private Stores() {}

  /**
   * Opens a store, making it when there is none.
   *
   * @param where a file for SQLite, or {@code postgresql://…}
   * @throws StoreException when it can't be opened or is something else
   */
  public static RecordStore open(String where) {
    return PostgresStore.isAddress(where)
        ? PostgresStore.open(where)
        : SqliteStore.open(Path.of(where));
  }

  /**
   * Opens a store that must be there.
   *
   * @throws StoreException as {@link #open}, and when there is none
   */
  public static RecordStore openExisting(String where) {
    return PostgresStore.isAddress(where)
        ? PostgresStore.openExisting(where)
        : SqliteStore.openExisting(Path.of(where));
  }

  /**
   * Opens what a store that must be there held earlier; closing that closes the store.
   *
   * @param when as in {@link Runs#moment}
   * @throws StoreException as {@link #openExisting}
   * @throws IllegalArgumentException as {@link Runs#moment}
   */
  public static Snapshot openAsOf(String where, String when) {
    SqlStore store = (SqlStore) openExisting(where);
    try {
      return new SqlSnapshot(store, store.runs().moment(when), true);
    } catch (IllegalArgumentException | StoreException e) {
      store.close();
      throw e;
    }
  }

  /**
   * Copies a store into an empty one of either kind: articles with all revisions, the list of what
   * is done, failures, corrections.
   *
   * @throws StoreException when either can't be opened or the second is not empty
   */
  public static void copy(String from, String to) {
    try (RecordStore source = openExisting(from);
        RecordStore target = open(to)) {
      ((SqlStore) source).copyTo((SqlStore) target);
    }
  }

  /**
   * Writes all of a store into a new SQLite file, while others go on reading and writing. Of a
   * database, that is what {@link #copy} copies.
   *
   * @throws StoreException when the file is there already
   */
  public static void backup(String from, Path file) {
    try (RecordStore source = openExisting(from)) {
      if (source instanceof SqliteStore sqlite) {
        sqlite.backup(file);
        return;
      }
    }
    if (Files.exists(file)) {
      throw new StoreException("there is a file " + file + " already");
    }
    copy(from, file.toString());
  }
}
