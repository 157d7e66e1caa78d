package dateline.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./evaluate fuzz}: damaged examples. */
class PageFuzzTest {

  @Test
  void damagedExamplesAreReadOrRefusedByName() throws Exception {
    PageFuzz fuzz = new PageFuzz(PageFuzz.pages(Path.of("../examples")), null);

    fuzz.run(5, 400);

    assertThat(fuzz.findings()).isEmpty();
  }

  @Test
  void theSameSeedGivesTheSamePage() throws Exception {
    Mutator mutator = new Mutator(PageFuzz.pages(Path.of("../examples")));

    assertThat(mutator.page(3, 8)).isEqualTo(mutator.page(3, 8)).isNotEqualTo(mutator.page(4, 8));
  }
}
