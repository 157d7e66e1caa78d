package dateline.io.gazetteer;

import dateline.place.CompactLayout;
import dateline.place.PlaceKind;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes rows and their names in the compact layout, the first row of each id only. */
final class RowWriter implements Closeable {

  private static final int LONGEST_CODE = 100;

  private final DataOutputStream rows;
  private final DataOutputStream strings;
  private final BitSet ids = new BitSet();
  private final Map<String, Integer> regions = new HashMap<>();
  private final ByteArrayOutputStream regionCodes = new ByteArrayOutputStream();
  private int count;
  private int stringsLength;

  RowWriter(Path rows, Path strings) throws IOException {
    this.rows = output(rows);
    this.strings = output(strings);
  }

  private static DataOutputStream output(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
  }

  boolean has(int id) {
    return ids.get(id);
  }

  int count() {
    return count;
  }

  /** One more than the largest id. */
  int idLimit() {
    return ids.length();
  }

  int regionCount() {
    return regions.size();
  }

  /** The section of region codes. */
  byte[] regionSection() {
    return regionCodes.toByteArray();
  }

  /**
   * Adds a row.
   *
   * @param point null when the place's point is not known
   * @param country ISO 3166-1 alpha-2, or ""
   * @param region code of the first-level division, or ""
   * @return the row's number
   */
  int add(
      int id,
      @Nullable Point point,
      long population,
      PlaceKind kind,
      boolean capital,
      String country,
      String region,
      String name)
      throws IOException {
    ids.set(id);
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    rows.writeInt(id);
    rows.writeInt(point == null ? CompactLayout.NO_POINT : stored(point.lat()));
    rows.writeInt(point == null ? CompactLayout.NO_POINT : stored(point.lon()));
    rows.writeInt((int) Math.max(0, Math.min(Integer.MAX_VALUE, population)));
    rows.writeByte(kind.ordinal());
    rows.writeByte(capital ? CompactLayout.CAPITAL : 0);
    rows.writeShort(CompactLayout.countryNumber(country));
    rows.writeInt(region(region));
    rows.writeInt(stringsLength);
    rows.writeInt(bytes.length);
    strings.write(bytes);
    stringsLength = Math.addExact(stringsLength, bytes.length);
    return count++;
  }

  private static int stored(double degrees) {
    return (int) Math.round(degrees * CompactLayout.DEGREE);
  }

  private int region(String code) {
    if (code.isEmpty()) {
      return CompactLayout.NO_REGION;
    }
    String key = code.length() > LONGEST_CODE ? code.substring(0, LONGEST_CODE) : code;
    Integer known = regions.get(key);
    if (known != null) {
      return known;
    }
    byte[] bytes = key.getBytes(StandardCharsets.US_ASCII);
    regionCodes.write(bytes.length);
    regionCodes.writeBytes(bytes);
    regions.put(key, regions.size());
    return regions.size() - 1;
  }

  @Override
  public void close() throws IOException {
    rows.close();
    strings.close();
  }

  /** Degrees north and east. */
  record Point(double lat, double lon) {}
}
