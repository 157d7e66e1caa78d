package dateline.cli;

import dateline.server.ServerSettings;
import dateline.store.RecordStore;
import dateline.store.Stores;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "serve", description = "Serves the web UI and the REST API on this machine.")
final class ServeCommand implements Callable<Integer> {

  @Option(names = "--port", paramLabel = "PORT", description = "Default: ${DEFAULT-VALUE}.")
  private int port = 7878;

  @Option(
      names = "--store",
      paramLabel = "STORE",
      description =
          "The store to show: a file, or postgresql://user:password@host/database. Without it, only"
              + " pasted texts can be read.")
  private @Nullable String store;

  @Mixin private HomeOption home = new HomeOption();

  @Mixin(name = Log.NAME)
  private Log log = new Log();

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "Address to bind to. Default: ${DEFAULT-VALUE}, this machine only; any other needs a"
              + " token.")
  private String host = "127.0.0.1";

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "What callers must know; better given as DATELINE_TOKEN.")
  private @Nullable String token;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description =
          "Requests that one address may make in a minute; 0: any. Default: ${DEFAULT-VALUE}.")
  private int rate = 600;

  @Option(
      names = "--allow-fetch",
      description = "Pages may be read by their web address; only public ones are fetched.")
  private boolean fetch;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Console console;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ServerSettings settings = settings();
    RecordStore records = store == null ? null : Stores.openExisting(store);
    return Serving.run(
        console, log, home.home(console.environment()).dateline(), records, settings);
  }

  private ServerSettings settings() {
    try {
      return new ServerSettings(host, port, token, rate, fetch);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }
}
