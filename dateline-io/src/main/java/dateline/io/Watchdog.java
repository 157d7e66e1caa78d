package dateline.io;

import dateline.PageException;
import dateline.PageException.Reason;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Threads that read pages, under watch: work that does not come to an end is given up, its thread
 * told to stop and replaced, so that no page holds up the others. Thread-safe.
 */
public final class Watchdog implements AutoCloseable {

  /**
   * Patience of a run over many pages: hundreds of times what the largest page takes, so that a
   * busy machine changes nothing.
   */
  public static final Duration OF_A_RUN = Duration.ofMinutes(5);

  /** Patience where a person waits for the answer. */
  public static final Duration OF_A_REQUEST = Duration.ofMinutes(1);

  private final ThreadPoolExecutor workers;
  private final Duration patience;

  /**
   * @param threads at least 1
   * @param patience how long {@link #await} waits for one piece of work
   */
  public Watchdog(int threads, Duration patience) {
    this.workers =
        new ThreadPoolExecutor(
            threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Watchdog::thread);
    this.patience = patience;
  }

  /** Daemons: one that was given up must not keep the program alive. */
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "reader");
    thread.setPriority(Thread.MIN_PRIORITY); // who looks at pages comes first; see read.options
    thread.setDaemon(true);
    return thread;
  }

  /** Hands work to the next thread that is free. */
  public <T> Future<T> submit(Callable<T> work) {
    return workers.submit(work);
  }

  /**
   * Waits for work.
   *
   * @throws PageException {@link Reason#TOO_SLOW} when it was given up
   * @throws ExecutionException what the work threw
   */
  public <T> T await(Future<T> work)
      throws PageException, ExecutionException, InterruptedException {
    try {
      return work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      work.cancel(true);
      replaceThread();
      throw new PageException(
          Reason.TOO_SLOW, null, "the page was given up after " + patience.toSeconds() + " s");
    }
  }

  private synchronized void replaceThread() {
    workers.setMaximumPoolSize(workers.getMaximumPoolSize() + 1);
    workers.setCorePoolSize(workers.getMaximumPoolSize());
  }

  /** Gives up all work. */
  @Override
  public void close() {
    workers.shutdownNow();
  }
}
