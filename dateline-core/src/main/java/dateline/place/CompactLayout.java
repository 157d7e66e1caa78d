package dateline.place;

import java.nio.charset.StandardCharsets;

/**
 * The compiled form of an imported gazetteer, read in place from a memory-mapped file.
 *
 * <pre>
 * header    {@value #HEADER} bytes: magic, version, counts, offsets of the sections, attribution, digest
 * rows      {@value #ROW} bytes each: id, lat, lon, population, kind, flags, country, region, name
 * index     {@value #NAME} bytes each, ascending: hash of the folded name, row (top bit: an alternate)
 * strings   UTF-8 names, one after the other
 * regions   codes of first-level divisions: a byte of length, then ASCII
 * </pre>
 *
 * <p>Integers are big-endian. Every section is smaller than 2 GiB.
 */
public final class CompactLayout {

  public static final long MAGIC = 0x44_4C_50_4C_41_43_45_53L; // "DLPLACES"
  public static final int VERSION = 2;
  public static final int HEADER = 1024;

  /** Header fields, byte offsets. */
  public static final int AT_VERSION = 8;

  public static final int AT_ROW_COUNT = 12;
  public static final int AT_NAME_COUNT = 16;
  public static final int AT_REGION_COUNT = 20;
  public static final int AT_ROWS = 24;
  public static final int AT_INDEX = 32;
  public static final int AT_STRINGS = 40;
  public static final int AT_REGIONS = 48;
  public static final int AT_END = 56;
  public static final int AT_ATTRIBUTION = 64;

  /** SHA-256 of the sections. */
  public static final int AT_DIGEST = 960;

  public static final int DIGEST = 32;

  /** A row's fields. */
  public static final int ROW = 32;

  public static final int ROW_ID = 0;
  public static final int ROW_LAT = 4;
  public static final int ROW_LON = 8;
  public static final int ROW_POPULATION = 12;
  public static final int ROW_KIND = 16;
  public static final int ROW_FLAGS = 17;
  public static final int ROW_COUNTRY = 18;
  public static final int ROW_REGION = 20;
  public static final int ROW_NAME = 24;
  public static final int ROW_NAME_LENGTH = 28;

  public static final int NAME = 12;

  /** Coordinates are stored in millionths of a degree; this value stands for none. */
  public static final double DEGREE = 1e6;

  public static final int NO_POINT = Integer.MIN_VALUE;
  public static final int CAPITAL = 1;
  public static final int ALTERNATE = 0x8000_0000;
  public static final int NO_REGION = -1;

  private CompactLayout() {}

  /**
   * A 64-bit hash of a folded name: FNV-1a over its UTF-16 units, then mixed. Two of thirty million
   * names share one with a probability of about 1 in 40,000, and then a lookup gives one place too
   * many.
   */
  public static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    hash *= 0xd6e8feb86659fd93L;
    return hash ^ (hash >>> 32);
  }

  /** Two letters as a number, {@code AA} = 0; -1 for anything else. */
  public static int countryNumber(String iso2) {
    if (iso2.length() != 2) {
      return -1;
    }
    int first = iso2.charAt(0) - 'A';
    int second = iso2.charAt(1) - 'A';
    return first < 0 || first > 25 || second < 0 || second > 25 ? -1 : first * 26 + second;
  }

  /** The two letters of {@link #countryNumber}. */
  public static String countryLetters(int number) {
    byte[] letters = {(byte) ('A' + number / 26), (byte) ('A' + number % 26)};
    return new String(letters, StandardCharsets.US_ASCII);
  }
}
