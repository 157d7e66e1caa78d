package dateline.cli;

import dateline.Dateline;
import dateline.PageException;
import dateline.PageInput;
import dateline.io.Input;
import dateline.model.ArticleRecord;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads inputs on several threads and hands over the outcomes in the inputs' order. A page that
 * fails, even by a defect of ours, is an outcome like any other. Holds a bounded number of pages.
 */
final class Reading {

  /** Pages at work or waiting for their turn, for each thread: enough to even out slow pages. */
  private static final int WINDOW = 4;

  /** Takes outcomes, one after the other. */
  @FunctionalInterface
  interface Sink {
    void take(Outcome outcome) throws IOException;
  }

  private final Dateline dateline;
  private final Function<ArticleRecord, byte[]> renderer;
  private final Predicate<String> isDone;
  private final int threads;

  /**
   * @param renderer called on the reading threads
   * @param isDone whether an input, told by its fingerprint, is passed over; called likewise
   * @param threads at least 1
   */
  Reading(
      Dateline dateline,
      Function<ArticleRecord, byte[]> renderer,
      Predicate<String> isDone,
      int threads) {
    this.dateline = dateline;
    this.renderer = renderer;
    this.isDone = isDone;
    this.threads = threads;
  }

  /** Reads all inputs; the sink is called on this thread. */
  void run(Iterator<Input> inputs, Sink sink) throws IOException, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(threads, Reading::thread);
    try {
      Deque<Future<Outcome>> window = new ArrayDeque<>();
      while (inputs.hasNext() || !window.isEmpty()) {
        while (window.size() < threads * WINDOW && inputs.hasNext()) {
          Input input = inputs.next();
          window.add(workers.submit(() -> read(input)));
        }
        sink.take(window.remove().get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a reading thread died: " + e.getCause(), e);
    } finally {
      workers.shutdownNow();
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
      String fingerprint = Fingerprint.of(page);
      if (isDone.test(fingerprint)) {
        return new Outcome.PassedOver();
      }
      ArticleRecord record = dateline.read(page);
      return new Outcome.Read(input, fingerprint, record, renderer.apply(record));
    } catch (PageException e) {
      return new Outcome.Failed(input.failure(e));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return new Outcome.Failed(input.failure(e));
    }
  }
}
