package dateline.io.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.place.Candidate;
import dateline.place.CompactGazetteer;
import dateline.place.Gazetteer;
import dateline.place.GazetteerEntry;
import dateline.place.NameForm;
import dateline.place.PlaceKind;
import dateline.place.PlaceNames;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports small dumps of places that are made up. */
class GazetteerImportTest {

  private static final String TOWN =
      row(
          900001,
          "Grünfeld",
          "Gruenfeld",
          "Greenfield Town,Полеград",
          47.5,
          9.5,
          "P",
          "PPLA2",
          "7",
          5000);
  private static final String STATE =
      row(900002, "Ostmark", "Ostmark", "", 47.0, 9.0, "A", "ADM1", "7", 90000);

  @TempDir Path folder;
  private DatelineHome home = new DatelineHome(Path.of(""));

  @BeforeEach
  void home() {
    home = new DatelineHome(folder.resolve("home"));
  }

  private static String row(
      int id,
      String name,
      String ascii,
      String others,
      double lat,
      double lon,
      String featureClass,
      String code,
      String region,
      long people) {
    return String.join(
            "\t",
            String.valueOf(id),
            name,
            ascii,
            others,
            String.valueOf(lat),
            String.valueOf(lon),
            featureClass,
            code,
            "AT",
            "",
            region,
            "",
            "",
            "",
            String.valueOf(people),
            "",
            "0",
            "Europe/Vienna",
            "2026-01-01")
        + "\n";
  }

  private ImportSummary run(Path input) throws IOException {
    return GazetteerImport.run(input, home, ImportProgress.NONE);
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (OutputStream raw = Files.newOutputStream(file)) {
      if (name.endsWith(".gz")) {
        try (OutputStream out = new GZIPOutputStream(raw)) {
          out.write(bytes);
        }
      } else if (name.endsWith(".zip")) {
        try (ZipOutputStream out = new ZipOutputStream(raw)) {
          out.putNextEntry(new ZipEntry("readme.txt"));
          out.write("Licence: CC BY".getBytes(StandardCharsets.UTF_8));
          out.putNextEntry(new ZipEntry(name.replace(".zip", ".txt")));
          out.write(bytes);
        }
      } else {
        raw.write(bytes);
      }
    }
    return file;
  }

  private List<Candidate> lookup(String name) throws IOException {
    CompactGazetteer imported = home.imported();
    assertThat(imported).isNotNull();
    return imported.lookup(PlaceNames.fold(name));
  }

  @Test
  void aTextAGzipAndAZipGiveTheSameBytes() throws IOException {
    byte[] text = Files.readAllBytes(run(file("allCountries.txt", TOWN + STATE)).file());
    Files.delete(home.file());
    byte[] gzip = Files.readAllBytes(run(file("allCountries.txt.gz", TOWN + STATE)).file());
    Files.delete(home.file());
    byte[] zip = Files.readAllBytes(run(file("allCountries.zip", TOWN + STATE)).file());

    assertThat(gzip).isEqualTo(text);
    assertThat(zip).isEqualTo(text);
  }

  @Test
  void aTownIsFoundByItsNamesInLatinLetters() throws IOException {
    ImportSummary summary = run(file("cities.txt", TOWN));

    assertThat(summary.places()).isEqualTo(1);
    GazetteerEntry town = lookup("Grünfeld").get(0).entry();
    assertThat(town.id()).isEqualTo("geonames:900001");
    assertThat(town.kind()).isEqualTo(PlaceKind.CITY);
    assertThat(town.country()).isEqualTo("AUT");
    assertThat(town.lat()).isEqualTo(47.5);
    assertThat(town.population()).isEqualTo(5000);
    assertThat(lookup("Greenfield Town").get(0).form()).isEqualTo(NameForm.ALTERNATE);
    assertThat(lookup("Полеград")).isEmpty();
  }

  @Test
  void aRowReplacesTheOneOfItsIdAndTheOthersStay() throws IOException {
    run(file("first.txt", TOWN + STATE));
    String moved = row(900001, "Neufeld", "Neufeld", "", 48, 10, "P", "PPL", "7", 6000);
    ImportSummary summary = run(file("second.txt", moved));

    assertThat(summary.kept()).isEqualTo(1);
    assertThat(lookup("Neufeld")).hasSize(1);
    assertThat(lookup("Grünfeld")).isEmpty();
    assertThat(lookup("Ostmark")).hasSize(1);
  }

  @Test
  void divisionsAndOtherNamesComeFromTheFilesBeside() throws IOException {
    Path dump = Files.createDirectory(folder.resolve("dump"));
    Files.writeString(dump.resolve("allCountries.txt"), TOWN);
    Files.writeString(dump.resolve("admin1CodesASCII.txt"), "AT.7\tOstmark\tOstmark\t900002\n");
    Files.writeString(
        dump.resolve("admin2Codes.txt"),
        "AT.7.1\tGrünfeld District\tGruenfeld District\t900003\n"
            + "AT.7.2\tSeeland District\tSeeland District\t900004\n");
    Files.writeString(
        dump.resolve("alternateNamesV2.txt"),
        "1\t900001\ten\tVerdania\t1\t\t\t\n2\t900001\tlink\thttps://example.org/\t\t\t\t\n");
    run(dump);

    assertThat(lookup("Ostmark").get(0).entry().kind()).isEqualTo(PlaceKind.STATE);
    assertThat(lookup("Grünfeld District").get(0).entry().lat()).isEqualTo(47.5);
    assertThat(lookup("Seeland District").get(0).entry().hasPoint()).isFalse();
    assertThat(lookup("Verdania")).hasSize(1);
  }

  @Test
  void linesThatAreNoPlacesAreCounted() throws IOException {
    ImportSummary summary =
        run(file("bad.txt", "one\ttwo\n" + TOWN + TOWN.replace("47.5", "147.5")));

    assertThat(summary.read()).isEqualTo(1);
    assertThat(summary.skipped()).isEqualTo(2);
  }

  @Test
  void whatIsNoDumpIsRefusedAndNothingIsTouched() throws IOException {
    run(file("good.txt", TOWN));
    Path wrong = file("wrong.txt", "a page of prose\n");

    assertThatThrownBy(() -> run(wrong))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("wrong.txt")
        .hasMessageContaining("19 tab-separated columns");
    assertThat(lookup("Grünfeld")).hasSize(1);
  }

  @Test
  void aDamagedGazetteerSaysHowToMendItAndIsReplaced() throws IOException {
    run(file("good.txt", TOWN));
    byte[] bytes = Files.readAllBytes(home.file());
    Files.write(home.file(), java.util.Arrays.copyOf(bytes, bytes.length - 1));

    assertThatThrownBy(home::gazetteer)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("dateline gazetteer import");
    run(file("good.txt", TOWN));
    assertThat(lookup("Grünfeld")).hasSize(1);
  }

  @Test
  void theImportIsNamedWhereItIsUsed() throws IOException {
    run(file("good.txt", TOWN));
    Gazetteer gazetteer = home.gazetteer();

    assertThat(gazetteer.attributions()).containsExactly(GazetteerImport.ATTRIBUTION);
    assertThat(gazetteer.imports().get("geonames")).matches("sha256:[0-9a-f]{64}");
    assertThat(gazetteer.lookup(PlaceNames.fold("Beirut"))).isNotEmpty();
  }

  @Test
  void withoutAnImportThereIsTheEmbeddedGazetteer() throws IOException {
    assertThat(home.imported()).isNull();
    assertThat(home.gazetteer().attributions()).isEmpty();
    assertThat(home.gazetteer().imports()).isEmpty();
  }
}
