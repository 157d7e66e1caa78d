package dateline.cli;

import dateline.Dateline;
import dateline.PageException;
import dateline.PageInput;
import dateline.io.Input;
import dateline.io.Watchdog;
import dateline.model.ArticleRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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
   * @param patience how long the oldest page may keep all others waiting
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
    try (Watchdog watchdog = new Watchdog(threads, patience)) {
      Deque<Pending> window = new ArrayDeque<>();
      while (inputs.hasNext() || !window.isEmpty()) {
        while (window.size() < threads * WINDOW && inputs.hasNext()) {
          Input input = inputs.next();
          window.add(new Pending(input, watchdog.submit(() -> read(input))));
        }
        sink.take(outcome(window.remove(), watchdog));
      }
    }
  }

  private static Outcome outcome(Pending oldest, Watchdog watchdog) throws InterruptedException {
    try {
      return watchdog.await(oldest.outcome());
    } catch (PageException e) {
      return new Outcome.Failed(oldest.input().failure(e));
    } catch (ExecutionException e) {
      throw new IllegalStateException("a reading thread died: " + e.getCause(), e);
    }
  }

  private Outcome read(Input input) {
    try {
      PageInput page = input.load();
      String fingerprint = Fingerprint.of(page);
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
