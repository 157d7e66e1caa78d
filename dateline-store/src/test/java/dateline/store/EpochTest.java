package dateline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EpochTest {

  private static final Duration HOURS = Duration.ofHours(9);

  @Test
  void lastsUntilItIsEnded() {
    Epoch epoch = new Epoch(HOURS, () -> {});
    long first = epoch.number();
    assertThat(epoch.number()).isEqualTo(first);
    assertThat(epoch.isPresent(first)).isTrue();

    epoch.end();

    assertThat(epoch.isPresent(first)).isFalse();
    assertThat(epoch.number()).isGreaterThan(first);
  }

  @Test
  void endsByItself() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    Epoch epoch = new Epoch(Duration.ofMillis(1), ended::countDown);
    long first = epoch.number();

    assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(epoch.isPresent(first)).isFalse();
  }
}
