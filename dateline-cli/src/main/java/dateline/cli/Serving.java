package dateline.cli;

import dateline.Dateline;
import dateline.server.DatelineServer;
import dateline.server.ServerSettings;
import dateline.store.RecordStore;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Runs the server until the process is told to end. */
final class Serving {

  private Serving() {}

  /**
   * @param store closed at the end; null: none
   */
  static int run(
      Console console,
      Log log,
      Dateline dateline,
      @Nullable RecordStore store,
      ServerSettings settings)
      throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    DatelineServer server =
        DatelineServer.start(
            dateline, store, settings, log.isJson() ? console.err()::println : null);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  if (store != null) {
                    store.close();
                  }
                  stopped.countDown();
                }));
    String address = "http://" + settings.host() + ":" + server.port() + "/";
    log.tell(
        console,
        "started",
        "Dateline is at " + address + " (Ctrl-C stops it)",
        line -> line.writeStringField("address", address));
    stopped.await();
    return ExitStatus.OK;
  }
}
