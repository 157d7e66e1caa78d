package dateline.store;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Answers that are kept: those asked for last. An answer holds until the store may have changed; an
 * estimate, which some minutes' news hardly change, for five minutes. Who asks what another is
 * finding out waits for that. Thread-safe.
 */
final class Answers {

  private static final long ESTIMATES_HOLD = Duration.ofMinutes(5).toNanos();

  /** Those with the numbers of 2,000 passages have 16 KB. */
  private static final int ESTIMATES = 2_000;

  private final Predicate<Object> isEstimate;
  private final LongSupplier clock;
  private final Map<Object, CompletableFuture<Object>> kept;
  private final Map<Object, Estimate> estimates;
  private long keptFor;

  /**
   * @param known by {@link #clock}
   */
  private record Estimate(Object answer, long known) {}

  /**
   * @param most are kept that are no estimates
   * @param clock nanoseconds since some moment
   */
  Answers(int most, Predicate<Object> isEstimate, LongSupplier clock) {
    this.isEstimate = isEstimate;
    this.clock = clock;
    this.kept = lastAsked(most);
    this.estimates = lastAsked(ESTIMATES);
  }

  private static <V> Map<Object, V> lastAsked(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<Object, V> eldest) {
        return size() > most;
      }
    };
  }

  /**
   * @param epoch number of the {@link Epoch} that the answer is found out in; a later one than
   *     before makes all be forgotten but estimates, and of an earlier one nothing is kept
   */
  @SuppressWarnings("unchecked") // an answer is of the type that its question asks for
  <T> T get(long epoch, Object question, Supplier<T> answer) {
    CompletableFuture<Object> mine = new CompletableFuture<>();
    CompletableFuture<Object> known;
    synchronized (kept) {
      Estimate estimate = estimates.get(question);
      if (estimate != null && clock.getAsLong() - estimate.known() < ESTIMATES_HOLD) {
        return (T) estimate.answer();
      }
      if (epoch > keptFor) {
        kept.clear();
        keptFor = epoch;
      }
      known = epoch < keptFor ? null : kept.putIfAbsent(question, mine);
    }
    if (known != null) {
      return (T) wait(known);
    }
    try {
      T fresh = answer.get();
      mine.complete(fresh);
      if (isEstimate.test(fresh)) {
        synchronized (kept) {
          estimates.put(question, new Estimate(fresh, clock.getAsLong()));
        }
      }
      return fresh;
    } catch (RuntimeException | Error e) {
      synchronized (kept) {
        kept.remove(question, mine);
      }
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private static Object wait(CompletableFuture<Object> known) {
    try {
      return known.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StoreException problem) {
        throw problem;
      }
      throw e;
    }
  }
}
