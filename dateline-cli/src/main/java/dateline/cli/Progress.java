package dateline.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.management.OperatingSystemMXBean;
import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;
import org.jspecify.annotations.Nullable;

/**
 * Tells how long work goes: pages done, rate, time left, failures. On a terminal in one line that
 * changes, else a line every few seconds; nothing at all for work of a few seconds.
 */
final class Progress implements Closeable {

  private static final long PATIENCE_MILLIS = 2_000;
  private static final int TERMINAL_MILLIS = 250;
  private static final int LINE_MILLIS = 10_000;
  private static final int BAR = 24;

  private final Console console;
  private final Log log;
  private final Tally tally;
  private final LongSupplier bytesPassed;
  private final LongSupplier bytesTotal;
  private final long start = System.nanoTime();

  /** Bytes of all inputs, once they were asked for; 0 when it can't be told. */
  private long total;

  private long doneAtShow;
  private boolean decided;
  private @Nullable ProgressBar bar;

  /**
   * @param bytesPassed bytes of the inputs that have had their turn, about
   * @param bytesTotal bytes of all inputs; asked once, when there is something to show
   */
  Progress(
      Console console, Log log, Tally tally, LongSupplier bytesPassed, LongSupplier bytesTotal) {
    this.console = console;
    this.log = log;
    this.tally = tally;
    this.bytesPassed = bytesPassed;
    this.bytesTotal = bytesTotal;
  }

  /** To be called for every input. */
  void step() {
    if (bar != null) {
      bar.stepTo(bytesPassed.getAsLong());
    } else if (!decided && elapsedMillis() > PATIENCE_MILLIS) {
      decided = true;
      total = bytesTotal.getAsLong();
      if (total == 0 || bytesPassed.getAsLong() < total) {
        show();
      }
    }
  }

  private void show() {
    doneAtShow = tally.done();
    bar =
        new ProgressBarBuilder()
            .setInitialMax(total == 0 ? -1 : total)
            .setUpdateIntervalMillis(isBar() ? TERMINAL_MILLIS : LINE_MILLIS)
            .setRenderer(this::line)
            .setConsumer(
                new DelegatingProgressBarConsumer(this::print, Math.max(20, console.columns() - 1)))
            .build();
    bar.stepTo(bytesPassed.getAsLong());
  }

  private String line(ProgressState state, int width) {
    boolean known = !state.isIndefinite();
    double share = known ? Math.min(1, state.getNormalizedProgress()) : 0;
    double seconds = Math.max(0.001, elapsedMillis() / 1000.0);
    StringBuilder line = new StringBuilder();
    if (known && isBar()) {
      int full = (int) Math.round(share * BAR);
      line.append("━".repeat(full)).append("╌".repeat(BAR - full)).append(' ');
    }
    line.append(known ? String.format(Locale.ROOT, "%3.0f %%  ", share * 100) : "");
    line.append(Tally.count(tally.done(), "page"));
    line.append(String.format(Locale.ROOT, " · %.1f/s", tally.done() / seconds));
    if (share > 0.01 && share < 1 && tally.done() > doneAtShow) {
      line.append(" · ").append(words(seconds * (1 - share) / share)).append(" left");
    }
    line.append(" · ").append(String.format(Locale.ROOT, "%,d failed", tally.failures()));
    return line.length() > width ? line.substring(0, width) : line.toString();
  }

  private static String words(double seconds) {
    Duration left = Duration.ofSeconds(Math.round(seconds));
    if (left.toHours() > 0) {
      return left.toHours() + " h " + left.toMinutesPart() + " min";
    }
    return left.toMinutes() > 0
        ? left.toMinutes() + " min " + left.toSecondsPart() + " s"
        : left.toSeconds() + " s";
  }

  private void print(String line) {
    if (isBar()) {
      console.err().print("\r\u001b[K" + line);
      console.err().flush();
    } else {
      log.tell(console, "progress", line, this::fields);
    }
  }

  /** Whether it is one line that changes. */
  private boolean isBar() {
    return console.errTerminal() && !log.isJson();
  }

  private void fields(JsonGenerator line) throws IOException {
    line.writeNumberField("done", tally.done());
    line.writeNumberField("failed", tally.failures());
    line.writeNumberField("bytes", bytesPassed.getAsLong());
    line.writeNumberField("bytes_total", total);
    line.writeNumberField("seconds", elapsedMillis() / 1000.0);
    line.writeNumberField("cpu_seconds", cpuMillis() / 1000.0);
  }

  /** Of the process since it began. */
  private static long cpuMillis() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1_000_000;
  }

  private long elapsedMillis() {
    return (System.nanoTime() - start) / 1_000_000;
  }

  /** Takes the line off a terminal. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      if (isBar()) {
        console.err().print("\r\u001b[K");
        console.err().flush();
      }
    }
  }
}
