package dateline.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.eval.ReaderFuzz.Reader;
import dateline.eval.ReaderFuzz.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short form of {@code ./evaluate fuzz-readers}. */
class ReaderFuzzTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void damagedInputsAreReadOrRefusedByName(Reader reader) throws IOException {
    Result result = ReaderFuzz.run(reader, 5, 150, folder);

    assertThat(result.findings()).isEmpty();
    assertThat(result.read()).isPositive();
    assertThat(result.refused()).isPositive();
  }
}
