package dateline.cli;

import dateline.Dateline;
import dateline.io.FailureFile;
import dateline.io.Watchdog;
import dateline.io.web.Feed;
import dateline.io.web.Fetcher;
import dateline.io.web.Watch;
import dateline.io.web.WatchState;
import dateline.store.RecordStore;
import dateline.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "watch",
    description = "Follows feeds and keeps what they publish, until it is stopped.",
    footer = {
      "",
      "Feeds are RSS, Atom, JSON Feed and sitemaps. robots.txt is obeyed, a host is asked once in",
      "--pause seconds, a feed that did not change is not sent again, one that fails is asked less",
      "often. What was fetched is remembered in a file, so that a new start goes on."
    })
final class WatchCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FEED",
      arity = "1..*",
      description = "Addresses of feeds, and OPML files that list them.")
  private List<String> feeds = List.of();

  @Option(
      names = "--store",
      paramLabel = "STORE",
      description = "The store, made when it is missing. Default: " + StoreOption.DEFAULT + ".")
  private String store = StoreOption.DEFAULT;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description =
          "What is remembered of feeds. Default: the store's name and .feeds, for a"
              + " database "
              + StoreOption.DEFAULT
              + ".feeds.")
  private @Nullable Path state;

  @Option(
      names = "--every",
      paramLabel = "MINUTES",
      description = "How often a feed is asked. Default: ${DEFAULT-VALUE}.")
  private int every = 15;

  @Option(
      names = "--pause",
      paramLabel = "SECONDS",
      description = "Between two requests to one host. Default: ${DEFAULT-VALUE}.")
  private int pause = 2;

  @Option(names = "--once", description = "Asks what is due and ends.")
  private boolean once;

  @Option(
      names = "--local",
      description = "Allows addresses of this machine and its network, which are refused else.")
  private boolean local;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Mixin private HomeOption home = new HomeOption();

  @Mixin(name = Log.NAME)
  private Log log = new Log();

  private final Console console;

  WatchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    int count = threads.count();
    Thread worker = Thread.currentThread();
    try (Stop stop = new Stop(worker::interrupt);
        RecordStore kept = Stores.open(store)) {
      return watch(kept, count, stop);
    }
  }

  private int watch(RecordStore kept, int count, Stop stop) throws IOException {
    Path remembered = state == null ? besideStore() : state;
    Watch watch =
        new Watch(
            addresses(),
            WatchState.open(remembered),
            new Fetcher(Duration.ofSeconds(pause), local),
            Duration.ofMinutes(every),
            Clock.systemUTC());
    Dateline dateline = home.home(console.environment()).dateline();
    boolean failed = false;
    try {
      while (!stop.isAsked()) {
        failed = round(dateline, watch, kept, count);
        if (once) {
          break;
        }
        Thread.sleep(Math.max(1000, watch.untilDue().toMillis()));
      }
    } catch (InterruptedException e) {
      stop.ask();
    }
    return failed ? ExitStatus.SOME_FAILED : ExitStatus.OK;
  }

  private Path besideStore() {
    return Path.of((store.contains("://") ? StoreOption.DEFAULT : store) + ".feeds");
  }

  private boolean round(Dateline dateline, Watch watch, RecordStore kept, int count)
      throws IOException, InterruptedException {
    Tally tally = new Tally();
    try (FailureFile nowhere = new FailureFile(null);
        Delivery delivery =
            new Delivery(
                null, nowhere, new Keeping(kept, dateline, feeds), tally, console, log, true)) {
      new Reading(dateline, (page, record) -> new byte[0], done -> false, count, Watchdog.OF_A_RUN)
          .run(watch.round(), delivery);
    }
    watch.save();
    if (tally.done() > 0) {
      log.summary(console, tally, store);
    }
    return tally.hasFailures();
  }

  private List<String> addresses() throws IOException {
    List<String> addresses = new ArrayList<>();
    for (String feed : feeds) {
      if (feed.startsWith("http://") || feed.startsWith("https://")) {
        addresses.add(feed);
      } else {
        try {
          addresses.addAll(Feed.opml(Files.readAllBytes(Path.of(feed))));
        } catch (IOException e) {
          throw new IOException(feed + ": " + e.getMessage(), e);
        }
      }
    }
    return addresses;
  }
}
