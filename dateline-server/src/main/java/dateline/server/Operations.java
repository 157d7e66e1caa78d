package dateline.server;

import dateline.Dateline;
import dateline.store.RecordStore;
import dateline.store.StoreException;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What whoever runs the server asks: is it well, how many requests, how fast, how much memory.
 * Paths are told as routes, without ids; what people search for is told nowhere.
 */
final class Operations implements AutoCloseable {

  static final String HEALTH = "/health";

  private static final String NO_ROUTE = "none";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final @Nullable RecordStore store;
  private final @Nullable Consumer<String> log;
  private final Clock clock;

  /**
   * @param log takes a line of JSON for each request; null: none is written
   */
  Operations(@Nullable RecordStore store, @Nullable Consumer<String> log, Clock clock) {
    this.store = store;
    this.log = log;
    this.clock = clock;
    collections.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** Counts a request that was answered. */
  void answered(Context context, float milliseconds) {
    Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
    String route = endpoint == null ? NO_ROUTE : endpoint.path;
    Timer.builder("dateline.http.requests")
        .description("Requests that were answered")
        .tag("method", context.method().name())
        .tag("route", route)
        .tag("status", Integer.toString(context.statusCode()))
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(1))
        .maximumExpectedValue(Duration.ofSeconds(10))
        .register(registry)
        .record(Duration.ofNanos((long) (milliseconds * 1e6)));
    if (log != null) {
      log.accept(
          Web.text(
              Web.map(
                  "time",
                  clock.instant().toString(),
                  "event",
                  "request",
                  "method",
                  context.method().name(),
                  "route",
                  route,
                  "status",
                  context.statusCode(),
                  "milliseconds",
                  Math.round(milliseconds * 10) / 10.0)));
    }
  }

  /** {@code GET /metrics}: Prometheus's text. */
  void metrics(Context context) {
    context.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
  }

  /** {@code GET /health}: 200 when all is well, else 503. */
  void health(Context context) {
    boolean isWell = isWell();
    context.status(isWell ? 200 : 503);
    Web.json(
        context,
        Web.map(
            "status",
            isWell ? "up" : "down",
            "store",
            store == null ? null : isWell ? "up" : "down",
            "version",
            Dateline.VERSION));
  }

  private boolean isWell() {
    try {
      if (store != null) {
        store.isDone("health");
      }
      return true;
    } catch (StoreException e) {
      return false;
    }
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
