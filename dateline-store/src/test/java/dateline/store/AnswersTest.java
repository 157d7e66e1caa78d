package dateline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private final AtomicLong clock = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();
  private final Answers answers = new Answers(2, "about"::equals, clock::get);

  private String ask(long epoch, String question, String answer) {
    return answers.get(
        epoch,
        question,
        () -> {
          asked.incrementAndGet();
          return answer;
        });
  }

  @Test
  void anAnswerHoldsForItsEpoch() {
    assertThat(ask(1, "how many", "3")).isEqualTo("3");
    assertThat(ask(1, "how many", "4")).isEqualTo("3");
    assertThat(ask(2, "how many", "4")).isEqualTo("4");
    assertThat(asked).hasValue(2);
  }

  @Test
  void ofAnEarlierEpochNothingIsKept() {
    ask(2, "how many", "4");
    assertThat(ask(1, "how many", "3")).isEqualTo("3");
    assertThat(ask(2, "how many", "5")).isEqualTo("4");
  }

  @Test
  void anEstimateHoldsForMinutes() {
    ask(1, "how many", "about");
    clock.addAndGet(Duration.ofSeconds(299).toNanos());
    assertThat(ask(2, "how many", "more")).isEqualTo("about");
    clock.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(ask(2, "how many", "more")).isEqualTo("more");
  }

  @Test
  void thoseAskedForLastAreKept() {
    for (String question : new String[] {"a", "b", "a", "c", "a", "b"}) {
      ask(1, question, question);
    }
    assertThat(asked).as("a, b, c and b again").hasValue(4);
  }

  @Test
  void whatFailedIsAskedAgain() {
    assertThatThrownBy(
            () ->
                answers.get(
                    1,
                    "how many",
                    () -> {
                      throw new StoreException("no answer");
                    }))
        .isInstanceOf(StoreException.class);
    assertThat(ask(1, "how many", "3")).isEqualTo("3");
  }
}
