package dateline.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Answers that are kept until the store may have changed: those asked for last. Who asks what
 * another is finding out waits for that. Thread-safe.
 */
final class Answers {

  private final Map<Object, CompletableFuture<Object>> kept;
  private long keptFor;

  Answers(int most) {
    kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Object, CompletableFuture<Object>> eldest) {
            return size() > most;
          }
        };
  }

  /**
   * @param epoch number of the {@link Epoch} that the answer is found out in; a later one than
   *     before makes all be forgotten, and of an earlier one nothing is kept
   */
  @SuppressWarnings("unchecked") // an answer is of the type that its question asks for
  <T> T get(long epoch, Object question, Supplier<T> answer) {
    CompletableFuture<Object> mine = new CompletableFuture<>();
    CompletableFuture<Object> known;
    synchronized (kept) {
      if (epoch < keptFor) {
        return answer.get();
      }
      if (epoch > keptFor) {
        kept.clear();
        keptFor = epoch;
      }
      known = kept.putIfAbsent(question, mine);
    }
    if (known != null) {
      return (T) wait(known);
    }
    try {
      T fresh = answer.get();
      mine.complete(fresh);
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
