package dateline.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.PageException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchdogTest {

  @Test
  void whatDoesNotEndIsGivenUpAndItsThreadReplaced() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    try (Watchdog watchdog = new Watchdog(1, Duration.ofMillis(100))) {
      Future<String> endless =
          watchdog.submit(
              () -> {
                try {
                  Thread.sleep(60_000);
                } finally {
                  stopped.countDown();
                }
                return "never";
              });

      assertThatThrownBy(() -> watchdog.await(endless))
          .isInstanceOfSatisfying(
              PageException.class, e -> assertThat(e.reason().code()).isEqualTo("too-slow"));
      assertThat(stopped.await(30, TimeUnit.SECONDS)).isTrue();
    }
    try (Watchdog watchdog = new Watchdog(1, Duration.ofSeconds(30))) {
      assertThat(watchdog.await(watchdog.submit(() -> "read"))).isEqualTo("read");
    }
  }

  @Test
  void workThatNeverStopsHoldsUpNoOther() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (Watchdog watchdog = new Watchdog(1, Duration.ofMillis(100))) {
      Future<Boolean> deaf =
          watchdog.submit(
              () -> {
                boolean done = false;
                while (!done) {
                  try {
                    done = end.await(1, TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    done = false;
                  }
                }
                return true;
              });
      assertThatThrownBy(() -> watchdog.await(deaf)).isInstanceOf(PageException.class);

      assertThat(watchdog.submit(() -> "read").get(30, TimeUnit.SECONDS)).isEqualTo("read");
    } finally {
      end.countDown();
    }
  }

  @Test
  void whatTheWorkThrowsIsHandedOn() {
    try (Watchdog watchdog = new Watchdog(1, Duration.ofSeconds(30))) {
      assertThatThrownBy(
              () ->
                  watchdog.await(
                      watchdog.submit(
                          () -> {
                            throw new StackOverflowError();
                          })))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(StackOverflowError.class);
    }
  }
}
