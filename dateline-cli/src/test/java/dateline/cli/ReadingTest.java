package dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.Dateline;
import dateline.PageException;
import dateline.PageException.Reason;
import dateline.PageInput;
import dateline.io.Input;
import dateline.io.Watchdog;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ReadingTest {

  private static Input input(String name, Input.Loader loader) {
    return new Input(name, null, null, loader);
  }

  private static Input empty(String name) {
    return input(name, () -> PageInput.of(new byte[0], name));
  }

  private static List<String> run(List<Input> inputs, int threads, Duration patience)
      throws IOException, InterruptedException {
    List<String> outcomes = new ArrayList<>();
    new Reading(
            Dateline.open(), (page, record) -> new byte[0], fingerprint -> false, threads, patience)
        .run(
            inputs.iterator(),
            outcome -> {
              if (outcome instanceof Outcome.Failed failed) {
                outcomes.add(failed.failure().input() + " " + failed.failure().reason());
              }
            });
    return outcomes;
  }

  @Test
  void keepsTheOrderWhateverIsDoneFirst() throws IOException, InterruptedException {
    CountDownLatch last = new CountDownLatch(1);
    Input slow =
        input(
            "slow",
            () -> {
              await(last);
              throw new PageException(Reason.EMPTY, null, "nothing in it");
            });
    Input fast =
        input(
            "fast",
            () -> {
              last.countDown();
              throw new PageException(Reason.BINARY, null, "an image");
            });

    assertThat(run(List.of(slow, fast), 2, Watchdog.OF_A_RUN))
        .containsExactly("slow empty", "fast binary");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aPageThatDoesNotEndIsGivenUpAndTheRestGoesOn() throws IOException, InterruptedException {
    Input endless =
        input(
            "endless",
            () -> {
              while (true) {
                LockSupport.parkNanos(Long.MAX_VALUE); // deaf to interruption
                Thread.interrupted();
              }
            });

    assertThat(run(List.of(endless, empty("next")), 1, Duration.ofMillis(200)))
        .containsExactly("endless too-slow", "next empty");
  }

  @Test
  void aDefectOfOursIsAFailureOfThatPageOnly() throws IOException, InterruptedException {
    Input defect =
        input(
            "defect",
            () -> {
              throw new IllegalStateException("a bug");
            });
    Input deep =
        input(
            "deep",
            () -> {
              throw new StackOverflowError();
            });

    assertThat(run(List.of(defect, deep, empty("next")), 2, Watchdog.OF_A_RUN))
        .containsExactly("defect internal-error", "deep internal-error", "next empty");
  }

  @Test
  void takesNoMoreInputsThanItCanWorkOn() throws IOException, InterruptedException {
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Iterator<Input> inputs =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return taken.get() < 100;
          }

          @Override
          public Input next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            most.accumulateAndGet(taken.incrementAndGet() - done.get(), Math::max);
            return empty("page");
          }
        };

    new Reading(Dateline.open(), (p, r) -> new byte[0], f -> false, 2, Watchdog.OF_A_RUN)
        .run(inputs, outcome -> done.incrementAndGet());

    assertThat(done).hasValue(100);
    assertThat(most.get()).isLessThanOrEqualTo(8);
  }
}
