package dateline.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.eval.Endurance.Result;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./evaluate endurance}: smaller archives, no word on memory or time. */
class EnduranceTest {

  @Test
  void everyPageOfALongArchiveIsThere() throws IOException {
    Result result = Endurance.scan(Endurance.pages(20_000_000));
    assertThat(result.told()).isZero();
    assertThat(result.pages()).isPositive().isEqualTo(result.pages() / 200 * 200);
  }

  @Test
  void aHugeRecordIsToldAndPassedOver() throws IOException {
    Result result = Endurance.scan(Endurance.oneRecord(200L << 20));
    assertThat(result.pages()).isZero();
    assertThat(result.told()).isPositive();
  }

  @Test
  void aBombIsCut() throws IOException {
    Result result = Endurance.scan(Endurance.bomb(128));
    assertThat(result.pages()).isZero();
    assertThat(result.told()).isPositive();
  }
}
