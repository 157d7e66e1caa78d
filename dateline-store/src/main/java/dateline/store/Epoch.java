package dateline.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Numbers the stretches of time in which searches see the store as it was when each began. One ends
 * when this program has changed what is searched and, as others may have, after a few seconds.
 * Thread-safe.
 */
final class Epoch {

  private final Duration longest;
  private final Runnable atEnd;
  private long number;
  private boolean begun;

  /**
   * @param atEnd called after each end, by the thread that ends it or one of the system's
   */
  Epoch(Duration longest, Runnable atEnd) {
    this.longest = longest;
    this.atEnd = atEnd;
  }

  /** The present one's; it begins when it is first asked for. */
  synchronized long number() {
    if (!begun) {
      begun = true;
      long present = number;
      CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> endIfPresent(present));
    }
    return number;
  }

  /** Whether the one of that number has not ended yet. */
  synchronized boolean isPresent(long other) {
    return number == other;
  }

  /** Ends the present one, if it has begun. */
  void end() {
    synchronized (this) {
      if (!begun) {
        return;
      }
      number++;
      begun = false;
    }
    atEnd.run();
  }

  private void endIfPresent(long other) {
    if (isPresent(other)) {
      end();
    }
  }
}
