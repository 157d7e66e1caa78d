package dateline.pipeline;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PipelineTest {

  @Test
  void refusesAStepBeforeWhatItNeeds() {
    Step events = new Step(Layer.EVENTS, Set.of(Layer.ACTORS), draft -> {});
    assertThatThrownBy(() -> Pipeline.of(List.of(events)))
        .hasMessageContaining("EVENTS requires ACTORS");
  }

  @Test
  void refusesTwoStepsForOneLayer() {
    Step times = new Step(Layer.TIMES, Set.of(), draft -> {});
    assertThatThrownBy(() -> Pipeline.of(List.of(times, times)))
        .hasMessageContaining("TIMES is provided twice");
  }
}
