package dateline.cli;

import dateline.Dateline;
import dateline.PageException;
import dateline.PageException.Reason;
import dateline.PageInput;
import dateline.io.Input;
import dateline.model.ArticleRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Reads inputs on several threads and hands over the outcomes in the inputs' order. A page that
 * fails, even by a defect of ours, is an outcome like any other, and so is one that does not come
 * to an end: its thread is given up and replaced. Holds a bounded number of pages.
 */
final class Reading {

  /** Pages at work or waiting for their turn, for each thread: enough to even out slow pages. */
  private static final int WINDOW = 4;

  /**
   * How long the oldest page may keep all others waiting: hundreds of times what the largest page
   * takes, so that a busy machine changes nothing.
   */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Takes outcomes, one after the other. */
  @FunctionalInterface
  interface Sink {
    void take(Outcome outcome) throws IOException;
  }

  private final Dateline dateline;
  private final BiFunction<PageInput, ArticleRecord, byte[]> renderer;
  private final Predicate<String> isDone;
  private final int threads;
  private final Duration patience;

  /**
   * @param renderer called on the reading threads
   * @param isDone whether an input, told by its fingerprint, is passed over; called likewise
   * @param threads at least 1
   * @param patience {@link #PATIENCE}, but in tests
   */
  Reading(
      Dateline dateline,
      BiFunction<PageInput, ArticleRecord, byte[]> renderer,
      Predicate<String> isDone,
      int threads,
      Duration patience) {
    this.dateline = dateline;
    this.renderer = renderer;
    this.isDone = isDone;
    this.threads = threads;
    this.patience = patience;
  }

  /** An input and what will come of it. */
  private record Pending(Input input, Future<Outcome> outcome) {}

  /** Reads all inputs; the sink is called on this thread. */
  void run(Iterator<Input> inputs, Sink sink) throws IOException, InterruptedException {
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Reading::thread);
    try {
      Deque<Pending> window = new ArrayDeque<>();
      while (inputs.hasNext() || !window.isEmpty()) {
        while (window.size() < threads * WINDOW && inputs.hasNext()) {
          Input input = inputs.next();
          window.add(new Pending(input, workers.submit(() -> read(input))));
        }
        sink.take(outcome(window.remove(), workers));
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private Outcome outcome(Pending oldest, ThreadPoolExecutor workers) throws InterruptedException {
    try {
      return oldest.outcome().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      oldest.outcome().cancel(true);
      workers.setMaximumPoolSize(workers.getMaximumPoolSize() + 1);
      workers.setCorePoolSize(workers.getMaximumPoolSize());
      String message = "the page was given up after " + patience.toSeconds() + " s";
      return new Outcome.Failed(
          oldest.input().failure(new PageException(Reason.TOO_SLOW, null, message)));
    } catch (ExecutionException e) {
      throw new IllegalStateException("a reading thread died: " + e.getCause(), e);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "reader");
    thread.setDaemon(true);
    return thread;
  }

  private Outcome read(Input input) {
    try {
      PageInput page = input.load();
      String fingerprint = Fingerprint.of(page, dateline.versions());
      if (isDone.test(fingerprint)) {
        return new Outcome.PassedOver();
      }
      ArticleRecord record = dateline.read(page);
      return new Outcome.Read(input, fingerprint, record, renderer.apply(page, record));
    } catch (PageException e) {
      return new Outcome.Failed(input.failure(e));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return new Outcome.Failed(input.failure(e));
    }
  }
}
