package dateline.place;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An imported gazetteer in its compiled form ({@link CompactLayout}), read where it lies: opening
 * it costs next to nothing, a lookup is a binary search. Immutable and thread-safe.
 */
public final class CompactGazetteer implements Gazetteer {

  private static final PlaceKind[] KINDS = PlaceKind.values();

  private final ByteBuffer rows;
  private final ByteBuffer index;
  private final ByteBuffer strings;
  private final List<String> regions;
  private final int rowCount;
  private final int nameCount;
  private final String attribution;
  private final String digest;
  private final @Nullable String[] countries;

  private CompactGazetteer(
      ByteBuffer header,
      ByteBuffer rows,
      ByteBuffer index,
      ByteBuffer strings,
      ByteBuffer regions) {
    this.rows = rows;
    this.index = index;
    this.strings = strings;
    this.rowCount = header.getInt(CompactLayout.AT_ROW_COUNT);
    this.nameCount = header.getInt(CompactLayout.AT_NAME_COUNT);
    this.regions = codes(regions, header.getInt(CompactLayout.AT_REGION_COUNT));
    this.attribution = attribution(header);
    this.digest = digest(header);
    this.countries = countries();
  }

  /**
   * @param header the first {@link CompactLayout#HEADER} bytes; the other buffers are the sections
   *     that it tells of
   */
  public static CompactGazetteer of(
      ByteBuffer header,
      ByteBuffer rows,
      ByteBuffer index,
      ByteBuffer strings,
      ByteBuffer regions) {
    return new CompactGazetteer(header, rows, index, strings, regions);
  }

  /** Whether a header is one that this release reads. */
  public static boolean isReadable(ByteBuffer header) {
    return header.limit() >= CompactLayout.HEADER
        && header.getLong(0) == CompactLayout.MAGIC
        && header.getInt(CompactLayout.AT_VERSION) == CompactLayout.VERSION;
  }

  /** The number of places. */
  public int size() {
    return rowCount;
  }

  /** The number of names by which they are found. */
  public int names() {
    return nameCount;
  }

  @Override
  public List<Candidate> lookup(String key) {
    long hash = CompactLayout.hash(key);
    int at = firstAtLeast(hash);
    if (at == nameCount || hashAt(at) != hash) {
      return List.of();
    }
    List<Candidate> found = new ArrayList<>();
    for (; at < nameCount && hashAt(at) == hash; at++) {
      int row = index.getInt(at * CompactLayout.NAME + Long.BYTES);
      boolean alternate = (row & CompactLayout.ALTERNATE) != 0;
      GazetteerEntry entry = entry(row & ~CompactLayout.ALTERNATE);
      found.add(
          new Candidate(entry, entry.name(), alternate ? NameForm.ALTERNATE : NameForm.LISTED));
    }
    return found;
  }

  @Override
  public List<String> attributions() {
    return List.of(attribution);
  }

  @Override
  public Map<String, String> imports() {
    return Map.of("geonames", "sha256:" + digest);
  }

  private int firstAtLeast(long hash) {
    int low = 0;
    int high = nameCount;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (hashAt(mid) < hash) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  private long hashAt(int at) {
    return index.getLong(at * CompactLayout.NAME);
  }

  private GazetteerEntry entry(int number) {
    int row = number * CompactLayout.ROW;
    int lat = rows.getInt(row + CompactLayout.ROW_LAT);
    boolean pointless = lat == CompactLayout.NO_POINT;
    int country = rows.getShort(row + CompactLayout.ROW_COUNTRY);
    int region = rows.getInt(row + CompactLayout.ROW_REGION);
    return new GazetteerEntry(
        "geonames:" + rows.getInt(row + CompactLayout.ROW_ID),
        KINDS[rows.get(row + CompactLayout.ROW_KIND)],
        name(row),
        country < 0 ? null : countries[country],
        region == CompactLayout.NO_REGION ? null : regions.get(region),
        pointless ? Double.NaN : lat / CompactLayout.DEGREE,
        pointless ? Double.NaN : rows.getInt(row + CompactLayout.ROW_LON) / CompactLayout.DEGREE,
        rows.getInt(row + CompactLayout.ROW_POPULATION),
        (rows.get(row + CompactLayout.ROW_FLAGS) & CompactLayout.CAPITAL) != 0,
        List.of(),
        false);
  }

  private String name(int row) {
    int start = rows.getInt(row + CompactLayout.ROW_NAME);
    byte[] bytes = new byte[rows.getInt(row + CompactLayout.ROW_NAME_LENGTH)];
    strings.get(start, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static List<String> codes(ByteBuffer section, int count) {
    List<String> codes = new ArrayList<>(count);
    int at = 0;
    for (int i = 0; i < count; i++) {
      byte[] code = new byte[section.get(at)];
      section.get(at + 1, code);
      codes.add(new String(code, StandardCharsets.US_ASCII));
      at += 1 + code.length;
    }
    return List.copyOf(codes);
  }

  private static String attribution(ByteBuffer header) {
    byte[] bytes = new byte[header.getInt(CompactLayout.AT_ATTRIBUTION)];
    header.get(CompactLayout.AT_ATTRIBUTION + Integer.BYTES, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String digest(ByteBuffer header) {
    byte[] bytes = new byte[CompactLayout.DIGEST];
    header.get(CompactLayout.AT_DIGEST, bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static @Nullable String[] countries() {
    Map<String, String> codes = new HashMap<>(CountryCodes.load().byTwoLetters());
    @Nullable String[] countries = new String[26 * 26];
    for (int i = 0; i < countries.length; i++) {
      countries[i] = codes.get(CompactLayout.countryLetters(i));
    }
    return countries;
  }
}
