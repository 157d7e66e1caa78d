package dateline.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.eval.Kills.Blow;
import dateline.eval.Kills.Result;
import dateline.eval.Kills.Trial;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./evaluate kills}; what is lost or doubled is an exception there. */
@EnabledIf("dateline.eval.Product#isPossible")
class KillsTest {

  private static final int PAGES = 60;

  @TempDir private Path folder;

  @Test
  void killedReadsLoseNothingInSqlite() throws Exception {
    Result result = new Trial(folder, Blow.KILL, PAGES, 1, n -> Kills.file(folder)).run(3);
    assertThat(result.stores()).isPositive();
  }

  @Test
  void killedReadsLoseNothingInPostgresql() throws Exception {
    try (TestServer server = TestServer.start()) {
      Result result = new Trial(folder, Blow.KILL, PAGES, 2, server::schema).run(2);
      assertThat(result.stores()).isPositive();
    }
  }

  @Test
  void aFullDiskIsToldAndLosesNothing() throws Exception {
    Result result = new Trial(folder, Blow.FULL_DISK, PAGES, 3, n -> Kills.file(folder)).run(3);
    assertThat(result.unclear()).isZero();
  }
}
