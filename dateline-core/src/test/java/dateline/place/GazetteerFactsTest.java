package dateline.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Compares what we wrote with GeoNames, where its data is at hand; nothing of it is kept here. */
class GazetteerFactsTest {

  private static final Path SHARED = Path.of("../../shared/gazetteer");
  private static final double NEAR_KM = 30;
  private static final long LARGE = 100_000;

  /** Land of a country or state may be a thousand kilometres wide: its middle is a convention. */
  private static final double NEAR_COUNTRY_KM = 300;

  /** Towns of ours whose only namesake in their country, in that data, is another town. */
  private static final Set<String> OTHER_TOWNS =
      Set.of(
          "GBR.ENG.hillsborough",
          "IND.WB.lalgarh",
          "IND.JK.nagrota",
          "IND.bishnupur",
          "BGD.gopalganj",
          "UKR.DT.olenivka",
          "ARM.agarak",
          "KGZ.manas",
          "NZL.waitangi",
          "FJI.levuka",
          "NGA.LA.lekki",
          "USA.NY.crown-heights",
          "SLV.tecoluca",
          "VEN.la-victoria",
          "BRA.sao-goncalo",
          "CAN.BC.sidney");

  /** Large towns of ours that the data lacks, or has as a part of another. */
  private static final Set<String> NOT_THERE =
      Set.of(
          "AUS.QLD.ipswich",
          "EGY.heliopolis",
          "COD.baraka",
          "LBR.paynesville",
          "ZAF.phoenix",
          "VEN.san-felix",
          "BOL.el-alto",
          "BRA.copacabana",
          "BRA.rio-grande-city",
          "PRY.luque");

  /** What the data has as towns of this size and are parts of a town, areas, or mistakes in it. */
  private static final Set<String> NO_LARGE_TOWNS =
      Set.of(
          "CHN Songjiang",
          "CHN Qingpu",
          "CHN Fengxiang",
          "CHN Jinshan",
          "CHN Nanqiao",
          "CHN Guankou",
          "CHN Longshan",
          "CHN Guli",
          "CHN Tantou",
          "CHN Daxing’anling",
          "CHN Changzhi",
          "CHN Changsha",
          "CHN Jianshui",
          "IND Gorakhpur",
          "PHL Malingao",
          "JPN Shinagawa",
          "BGD Mohammadpur");

  private record Row(String country, String region, double lat, double lon) {}

  private record LargeTown(Row row, Set<String> names, String label) {}

  private static final Map<String, List<Row>> TOWNS = new HashMap<>();
  private static final Map<String, Row> COUNTRIES = new HashMap<>();
  private static final List<LargeTown> LARGE_TOWNS = new ArrayList<>();

  @BeforeAll
  static void load() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(SHARED), "skipped: there is no GeoNames data at " + SHARED);
    for (String[] cells : rows("cities.tsv.gz")) {
      Row row =
          new Row(
              cells[7],
              cells[8].substring(cells[8].indexOf('.') + 1),
              Double.parseDouble(cells[4]),
              Double.parseDouble(cells[5]));
      Set<String> names = new HashSet<>(List.of(cells[1], cells[2]));
      names.addAll(List.of(cells[3].split("\\|")));
      for (String name : names) {
        add(name, row);
      }
      if (Long.parseLong(cells[9]) >= 300_000) {
        names = names.stream().map(PlaceNames::fold).collect(Collectors.toSet());
        LARGE_TOWNS.add(new LargeTown(row, names, cells[7] + " " + cells[1]));
      }
    }
    for (String[] cells : rows("countries.tsv.gz")) {
      if (cells[15].equals("geonames")) {
        COUNTRIES.put(
            cells[5],
            new Row(cells[5], "", Double.parseDouble(cells[13]), Double.parseDouble(cells[14])));
      }
    }
  }

  private static void add(String name, Row row) {
    TOWNS.computeIfAbsent(PlaceNames.fold(name), key -> new ArrayList<>(1)).add(row);
  }

  private static List<String[]> rows(String file) throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SHARED.resolve(file))),
                StandardCharsets.UTF_8))) {
      in.readLine(); // the header
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        rows.add(line.split("\t", -1));
      }
    }
    return rows;
  }

  @Test
  void townsLieInTheirCountryWithinThirtyKilometres() {
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (GazetteerEntry entry : EmbeddedGazetteer.load().entries()) {
      if (entry.kind() != PlaceKind.CITY) {
        continue;
      }
      String id = entry.id().substring(entry.id().indexOf(':') + 1);
      List<Row> known = named(entry);
      List<Row> there = known.stream().filter(row -> isThere(entry, row)).toList();
      if (there.isEmpty()) {
        boolean missing = !known.isEmpty() && entry.population() >= LARGE;
        if (missing && !NOT_THERE.contains(id)) {
          wrong.add(id + ": not in this country");
        }
      } else if (!OTHER_TOWNS.contains(id)) {
        compared++;
        double nearest = there.stream().mapToDouble(row -> km(entry, row)).min().orElseThrow();
        if (nearest > NEAR_KM) {
          wrong.add(String.format("%s: %.0f km", id, nearest));
        }
      }
    }
    assertThat(compared).isGreaterThan(3000);
    assertThat(wrong).isEmpty();
  }

  private static boolean isThere(GazetteerEntry entry, Row row) {
    return row.country.equals(entry.country())
        && (!row.country.equals("USA") || row.region.equals(entry.region()));
  }

  /** Itself, or the town that it is a suburb of. */
  @Test
  void everyTownOfThreeHundredThousandPeopleIsThere() {
    Map<String, List<GazetteerEntry>> ours =
        EmbeddedGazetteer.load().entries().stream()
            .filter(entry -> entry.kind() == PlaceKind.CITY && entry.country() != null)
            .collect(Collectors.groupingBy(GazetteerEntry::country));
    List<String> missing =
        LARGE_TOWNS.stream()
            .filter(
                town ->
                    ours.getOrDefault(town.row.country, List.of()).stream()
                        .noneMatch(entry -> isItOrHoldsIt(entry, town)))
            .map(LargeTown::label)
            .filter(label -> !NO_LARGE_TOWNS.contains(label))
            .toList();
    assertThat(missing).isEmpty();
  }

  private static boolean isItOrHoldsIt(GazetteerEntry entry, LargeTown town) {
    double km = km(entry, town.row);
    return km <= 25 || (km <= 60 && town.names.contains(PlaceNames.fold(entry.name())));
  }

  @Test
  void countriesLieWhereTheyAre() {
    List<String> wrong = new ArrayList<>();
    for (GazetteerEntry entry : EmbeddedGazetteer.load().entries()) {
      Row row = entry.kind() == PlaceKind.COUNTRY ? COUNTRIES.get(entry.country()) : null;
      if (row != null && km(entry, row) > NEAR_COUNTRY_KM) {
        wrong.add(String.format("%s: %.0f km", entry.name(), km(entry, row)));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<Row> named(GazetteerEntry entry) {
    List<Row> rows = new ArrayList<>(TOWNS.getOrDefault(PlaceNames.fold(entry.name()), List.of()));
    for (String name : entry.alternates()) {
      rows.addAll(TOWNS.getOrDefault(PlaceNames.fold(name), List.of()));
    }
    return rows;
  }

  private static double km(GazetteerEntry entry, Row row) {
    return entry.kmTo(
        new GazetteerEntry(
            "row",
            PlaceKind.CITY,
            "row",
            row.country,
            null,
            row.lat,
            row.lon,
            0,
            false,
            List.of(),
            false));
  }
}
