package dateline.io.gazetteer;

import dateline.place.CompactLayout;
import dateline.place.PlaceKind;
import dateline.place.PlaceNames;
import dateline.text.Sha256;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a GeoNames dump into one compact file: {@code allCountries} or {@code cities*}, with
 * {@code admin1CodesASCII}, {@code admin2Codes} and {@code alternateNamesV2} where they are given;
 * {@code .txt}, {@code .txt.gz} or {@code .zip}. The format is GeoNames' own (its readme.txt).
 *
 * <p>Rows are written as they are read and names are sorted on disk, so memory hardly grows with
 * them: a bit an id, and four bytes a row when alternate names or an earlier import are joined.
 * What an earlier import brought stays unless the new one has a row of the same id; an earlier file
 * of another release's form is dropped. The file is replaced in one move, so a reader sees the old
 * gazetteer or the new one.
 */
public final class GazetteerImport {

  /** What GeoNames asks those to say who show its data (CC BY 4.0, section 3(a)). */
  public static final String ATTRIBUTION =
      "This product contains data from GeoNames (www.geonames.org), licensed under Creative Commons"
          + " Attribution 4.0 (https://creativecommons.org/licenses/by/4.0/).";

  private static final int COLUMNS = 18;
  private static final long REPORT_EVERY = 100_000;

  /** Kinds of second-level divisions, as their names end. */
  private static final Set<String> DIVISIONS =
      Set.of("county", "parish", "borough", "district", "raion", "rayon", "province");

  private final Path target;
  private final Path temporary;
  private final ImportProgress progress;
  private final NameIndex names;
  private final RowWriter rows;
  private final Map<String, Centre> centres = new HashMap<>();
  private final Map<String, RowWriter.Point> seats = new HashMap<>();
  private long read;
  private long skipped;

  private GazetteerImport(Path target, Path temporary, ImportProgress progress) throws IOException {
    this.target = target;
    this.temporary = temporary;
    this.progress = progress;
    this.names = new NameIndex(temporary);
    this.rows = new RowWriter(temporary.resolve("rows"), temporary.resolve("strings"));
  }

  /**
   * Imports a file or folder.
   *
   * @param home where to; made when it is not there
   * @throws IOException when the input can't be read, has no place, or the disk is full; then the
   *     earlier gazetteer is untouched
   */
  public static ImportSummary run(Path input, DatelineHome home, ImportProgress progress)
      throws IOException {
    Path target = home.file();
    Path folder = Files.createDirectories(target.toAbsolutePath().getParent());
    Path temporary = Files.createTempDirectory(folder, "import-");
    try {
      return new GazetteerImport(target, temporary, progress).run(input);
    } finally {
      delete(temporary);
    }
  }

  private ImportSummary run(Path input) throws IOException {
    DumpFiles files = DumpFiles.of(input);
    int kept;
    try (rows) {
      files.each(DumpFiles.Sort.PLACES, this::places);
      files.each(DumpFiles.Sort.REGIONS, (file, lines) -> divisions(lines, PlaceKind.STATE));
      files.each(DumpFiles.Sort.COUNTIES, (file, lines) -> divisions(lines, PlaceKind.COUNTY));
      if (read == 0) {
        throw new IOException(
            input
                + " has no row of a GeoNames dump (19 tab-separated columns): give allCountries,"
                + " cities*.txt or a folder with them");
      }
      kept = MappedGazetteer.isReadable(target) ? Earlier.copy(target, rows, names) : 0;
    }
    int[][] rowOfId = new int[1][];
    files.each(
        DumpFiles.Sort.NAMES,
        (file, lines) -> {
          rowOfId[0] = rowOfId[0] == null ? rowsById() : rowOfId[0];
          alternates(file, lines, rowOfId[0]);
        });
    int nameCount = writeIndex();
    Path compiled = assemble(nameCount);
    Files.move(
        compiled, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return new ImportSummary(target, rows.count(), nameCount, read, kept, skipped);
  }

  /** Row number plus one by id; 0 where there is no row. Four bytes an id. */
  private int[] rowsById() throws IOException {
    int[] numbers = new int[rows.idLimit()];
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(Files.newInputStream(temporary.resolve("rows")), 1 << 16))) {
      for (int row = 1; row <= rows.count(); row++) {
        numbers[in.readInt()] = row;
        in.skipNBytes(CompactLayout.ROW - Integer.BYTES);
      }
    }
    return numbers;
  }

  private void places(String file, BufferedReader lines) throws IOException {
    long count = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (++count % REPORT_EVERY == 0) {
        progress.read(file, count);
      }
      String[] cells = line.split("\t", -1);
      PlaceKind kind = cells.length >= COLUMNS ? kindOf(cells[6], cells[7]) : null;
      if (kind == null || !place(cells, kind)) {
        skipped++;
      }
    }
    progress.read(file, count);
  }

  private boolean place(String[] cells, PlaceKind kind) throws IOException {
    int id;
    double lat;
    double lon;
    long population;
    try {
      id = Integer.parseInt(cells[0]);
      lat = Double.parseDouble(cells[4]);
      lon = Double.parseDouble(cells[5]);
      population = cells[14].isEmpty() ? 0 : Long.parseLong(cells[14]);
    } catch (NumberFormatException e) {
      return false;
    }
    if (id < 0 || Math.abs(lat) > 90 || Math.abs(lon) > 180) {
      return false;
    }
    read++;
    if (rows.has(id)) {
      return true;
    }
    String country = cells[8];
    String region = kind == PlaceKind.COUNTRY ? "" : cells[10];
    int row =
        rows.add(
            id,
            new RowWriter.Point(lat, lon),
            population,
            kind,
            cells[7].equals("PPLC"),
            country,
            region,
            cells[1]);
    for (String key : keys(cells[1], cells[2])) {
      names.add(CompactLayout.hash(key), row);
    }
    Set<String> others = keys(cells[3].split(","));
    others.removeAll(keys(cells[1], cells[2]));
    for (String key : others) {
      names.add(CompactLayout.hash(key), row | CompactLayout.ALTERNATE);
    }
    if (kind == PlaceKind.CITY && !region.isEmpty()) {
      centre(country + "." + region).add(lat, lon);
      if (!cells[11].isEmpty()) {
        centre(country + "." + region + "." + cells[11]).add(lat, lon);
      }
      if (cells[7].equals("PPLA2")) {
        seats.put(seat(country, region, cells[1]), new RowWriter.Point(lat, lon));
      }
    }
    return true;
  }

  /** The town of a division's own name that is the seat of one. */
  private static String seat(String country, String region, String name) {
    String key = PlaceNames.fold(name);
    int blank = key.lastIndexOf(' ');
    boolean kind = blank > 0 && DIVISIONS.contains(key.substring(blank + 1));
    return country + "." + region + "." + (kind ? key.substring(0, blank) : key);
  }

  private Centre centre(String code) {
    return centres.computeIfAbsent(code, key -> new Centre());
  }

  /**
   * Divisions that the places have no row of: their point is the mean of the towns in them, or that
   * of a seat of the same name; else they have none.
   */
  private void divisions(BufferedReader lines, PlaceKind kind) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] cells = line.split("\t", -1);
      String[] code = cells[0].split("\\.", -1);
      int id = cells.length < 4 ? -1 : number(cells[3]);
      if (id < 0 || code.length < 2) {
        skipped++;
      } else if (!rows.has(id)) {
        Centre centre = centres.get(cells[0]);
        RowWriter.Point seat = seats.get(seat(code[0], code[1], cells[1]));
        RowWriter.Point point = centre == null ? seat : centre.point();
        int row = rows.add(id, point, 0, kind, false, code[0], code[1], cells[1]);
        for (String key : keys(cells[1], cells[2])) {
          names.add(CompactLayout.hash(key), row);
        }
      }
    }
  }

  private static int number(String cell) {
    try {
      return Integer.parseInt(cell);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** Names in English and in Latin letters; codes, links and post codes are left out. */
  private void alternates(String file, BufferedReader lines, int[] numbers) throws IOException {
    long count = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (++count % REPORT_EVERY == 0) {
        progress.read(file, count);
      }
      String[] cells = line.split("\t", -1);
      if (cells.length < 4 || !isName(cells[2])) {
        continue;
      }
      int id = number(cells[1]);
      int row = id < 0 || id >= numbers.length ? -1 : numbers[id] - 1;
      if (row >= 0) {
        for (String key : keys(cells[3])) {
          names.add(CompactLayout.hash(key), row | CompactLayout.ALTERNATE);
        }
      }
    }
    progress.read(file, count);
  }

  private static boolean isName(String language) {
    return language.length() <= 3 || language.startsWith("abbr");
  }

  private static Set<String> keys(String... spellings) {
    Set<String> keys = new LinkedHashSet<>();
    for (String spelling : spellings) {
      String key = PlaceNames.fold(spelling);
      if (key.length() > 1 && isLatin(key)) {
        keys.add(key);
      }
    }
    return keys;
  }

  private static boolean isLatin(String key) {
    return key.chars()
        .allMatch(c -> c < 128 || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
  }

  /** The kind of a GeoNames feature; null for what is no place to read about. */
  private static @Nullable PlaceKind kindOf(String featureClass, String code) {
    return switch (featureClass) {
      case "A" ->
          code.startsWith("PCL") || code.equals("TERR")
              ? PlaceKind.COUNTRY
              : code.equals("ADM1") ? PlaceKind.STATE : PlaceKind.COUNTY;
      case "P" -> PlaceKind.CITY;
      case "H" -> PlaceKind.WATER;
      case "L", "T", "V", "U" -> PlaceKind.AREA;
      case "S", "R" -> PlaceKind.SITE;
      default -> null;
    };
  }

  private int writeIndex() throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(Files.newOutputStream(temporary.resolve("index")), 1 << 16))) {
      return names.writeTo(out);
    }
  }

  private Path assemble(int nameCount) throws IOException {
    Path compiled = temporary.resolve("compiled");
    byte[] codes = rows.regionSection();
    long rowsAt = CompactLayout.HEADER;
    long index = rowsAt + (long) rows.count() * CompactLayout.ROW;
    long strings = index + (long) nameCount * CompactLayout.NAME;
    long codesAt = strings + Files.size(temporary.resolve("strings"));
    byte[] attribution = ATTRIBUTION.getBytes(StandardCharsets.UTF_8);
    ByteBuffer header = ByteBuffer.allocate(CompactLayout.HEADER);
    header.putLong(CompactLayout.MAGIC).putInt(CompactLayout.VERSION);
    header.putInt(rows.count()).putInt(nameCount).putInt(rows.regionCount());
    header.putLong(rowsAt).putLong(index).putLong(strings).putLong(codesAt);
    header.putLong(codesAt + codes.length);
    header.putInt(attribution.length).put(attribution);
    MessageDigest digest = Sha256.digest();
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(compiled), 1 << 16)) {
      file.write(header.array());
      DigestOutputStream out = new DigestOutputStream(file, digest);
      for (String part : List.of("rows", "index", "strings")) {
        Files.copy(temporary.resolve(part), out);
      }
      out.write(codes);
    }
    try (FileChannel channel = FileChannel.open(compiled, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(digest.digest()), CompactLayout.AT_DIGEST);
    }
    return compiled;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** The middle of the towns of a division, as they are met. */
  private static final class Centre {

    private double lat;
    private double lon;
    private int count;

    void add(double north, double east) {
      lat += north;
      lon += east;
      count++;
    }

    RowWriter.Point point() {
      return new RowWriter.Point(lat / count, lon / count);
    }
  }
}
