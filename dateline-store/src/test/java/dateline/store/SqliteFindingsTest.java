package dateline.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteFindingsTest extends FindingsContract {

  @TempDir private Path folder;

  @Override
  RecordStore openEmpty() {
    return SqliteStore.open(folder.resolve("store.db"));
  }
}
