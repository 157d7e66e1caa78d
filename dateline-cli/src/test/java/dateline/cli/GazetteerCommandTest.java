package dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerCommandTest {

  private static final String ROW =
      "900001\tGrünfeld\tGruenfeld\t\t47.5\t9.5\tP\tPPL\tAT\t\t7\t\t\t\t250000\t\t0\t\t2026-01-01\n";

  @TempDir Path folder;

  private Cli cli() {
    return new Cli().with("DATELINE_HOME", folder.resolve("home").toString());
  }

  @Test
  void importsADumpThatVersionThenNames() throws IOException {
    Path dump = Files.writeString(folder.resolve("cities.txt"), ROW);

    Cli.Result imported = cli().run("gazetteer", "import", dump);

    assertThat(imported.status()).isZero();
    assertThat(imported.out()).contains("1 places").contains("GeoNames");
    assertThat(cli().run("gazetteer", "info").out()).contains("imported  1 places");
    assertThat(cli().run("version").out())
        .contains("import   geonames sha256:")
        .contains("Creative Commons");
  }

  @Test
  void withoutAnImportNothingIsNamed() {
    assertThat(cli().run("gazetteer", "info").out()).contains("imported  nothing");
    assertThat(cli().run("version").out()).doesNotContain("GeoNames");
  }

  @Test
  void aMissingFileIsAWrongCommandLine() {
    Cli.Result result = cli().run("gazetteer", "import", folder.resolve("absent.txt"));

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("absent.txt");
  }

  @Test
  void whatIsNoDumpIsRefusedWithItsName() throws IOException {
    Path prose = Files.writeString(folder.resolve("prose.txt"), "no places here\n");

    Cli.Result result = cli().run("gazetteer", "import", prose);

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).contains("prose.txt");
  }
}
