package dateline.cli;

import dateline.Dateline;
import dateline.server.DatelineServer;
import dateline.store.RecordStore;
import dateline.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "Serves the web UI and the REST API on this machine.")
final class ServeCommand implements Callable<Integer> {

  @Option(names = "--port", paramLabel = "PORT", description = "Default: ${DEFAULT-VALUE}.")
  private int port = 7878;

  @Option(
      names = "--store",
      paramLabel = "FILE.db",
      description = "The store to show. Without it, only pasted texts can be read.")
  private @Nullable Path store;

  @Mixin private HomeOption home = new HomeOption();

  private final Console console;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    RecordStore records = store == null ? null : SqliteStore.openExisting(store);
    Dateline dateline = Dateline.open(home.home(console.environment()).gazetteer());
    DatelineServer server = DatelineServer.start(dateline, records, "127.0.0.1", port);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  if (records != null) {
                    records.close();
                  }
                  stopped.countDown();
                }));
    console
        .err()
        .println("Dateline is at http://127.0.0.1:" + server.port() + "/ (Ctrl-C stops it)");
    stopped.await();
    return ExitStatus.OK;
  }
}
