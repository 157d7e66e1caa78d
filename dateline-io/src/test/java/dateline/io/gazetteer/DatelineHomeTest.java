package dateline.io.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatelineHomeTest {

  private static final Path USER = Path.of("/home/ada");

  @Test
  void liesInTheUsersDataFolderOfEachPlatform() {
    assertThat(DatelineHome.usual(Map.of(), "Linux", USER).folder())
        .isEqualTo(Path.of("/home/ada/.local/share/dateline"));
    assertThat(DatelineHome.usual(Map.of("XDG_DATA_HOME", "/data"), "Linux", USER).folder())
        .isEqualTo(Path.of("/data/dateline"));
    assertThat(DatelineHome.usual(Map.of(), "Mac OS X", USER).folder())
        .isEqualTo(Path.of("/home/ada/Library/Application Support/dateline"));
    assertThat(DatelineHome.usual(Map.of("LOCALAPPDATA", "/local"), "Windows 11", USER).folder())
        .isEqualTo(Path.of("/local/dateline"));
  }
}
