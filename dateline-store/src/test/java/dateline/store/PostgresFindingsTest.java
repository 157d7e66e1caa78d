package dateline.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresFindingsTest extends FindingsContract {

  @RegisterExtension private static final PostgresServer server = new PostgresServer();

  @Override
  RecordStore openEmpty() {
    return server.emptied("findings");
  }
}
