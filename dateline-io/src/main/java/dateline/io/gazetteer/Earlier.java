package dateline.io.gazetteer;

import dateline.place.CompactLayout;
import dateline.place.PlaceKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The gazetteer of an earlier import, row by row. */
final class Earlier {

  private static final PlaceKind[] KINDS = PlaceKind.values();
  private static final int GONE = -1;

  private final ByteBuffer header;
  private final ByteBuffer rows;
  private final ByteBuffer index;
  private final ByteBuffer strings;
  private final String[] regions;

  private Earlier(FileChannel channel, ByteBuffer header) throws IOException {
    this.header = header;
    this.rows = MappedGazetteer.section(channel, header, CompactLayout.AT_ROWS);
    this.index = MappedGazetteer.section(channel, header, CompactLayout.AT_INDEX);
    this.strings = MappedGazetteer.section(channel, header, CompactLayout.AT_STRINGS);
    this.regions = new String[header.getInt(CompactLayout.AT_REGION_COUNT)];
    ByteBuffer codes = MappedGazetteer.section(channel, header, CompactLayout.AT_REGIONS);
    for (int i = 0; i < regions.length; i++) {
      byte[] code = new byte[codes.get()];
      codes.get(code);
      regions[i] = new String(code, StandardCharsets.US_ASCII);
    }
  }

  /**
   * Copies the rows whose ids the writer lacks, with their names.
   *
   * @return how many
   */
  static int copy(Path file, RowWriter writer, NameIndex names) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer header = channel.map(FileChannel.MapMode.READ_ONLY, 0, CompactLayout.HEADER);
      return new Earlier(channel, header).copy(writer, names);
    }
  }

  private int copy(RowWriter writer, NameIndex names) throws IOException {
    int[] numbers = new int[header.getInt(CompactLayout.AT_ROW_COUNT)];
    Arrays.fill(numbers, GONE);
    int kept = 0;
    for (int i = 0; i < numbers.length; i++) {
      int row = i * CompactLayout.ROW;
      if (!writer.has(rows.getInt(row))) {
        numbers[i] = copy(row, writer);
        kept++;
      }
    }
    int nameCount = header.getInt(CompactLayout.AT_NAME_COUNT);
    for (int i = 0; i < nameCount; i++) {
      int row = index.getInt(i * CompactLayout.NAME + Long.BYTES);
      int number = numbers[row & ~CompactLayout.ALTERNATE];
      if (number != GONE) {
        names.add(index.getLong(i * CompactLayout.NAME), number | (row & CompactLayout.ALTERNATE));
      }
    }
    return kept;
  }

  private int copy(int row, RowWriter writer) throws IOException {
    int country = rows.getShort(row + CompactLayout.ROW_COUNTRY);
    int region = rows.getInt(row + CompactLayout.ROW_REGION);
    byte[] name = new byte[rows.getInt(row + CompactLayout.ROW_NAME_LENGTH)];
    strings.get(rows.getInt(row + CompactLayout.ROW_NAME), name);
    return writer.add(
        rows.getInt(row),
        point(row),
        rows.getInt(row + CompactLayout.ROW_POPULATION),
        KINDS[rows.get(row + CompactLayout.ROW_KIND)],
        (rows.get(row + CompactLayout.ROW_FLAGS) & CompactLayout.CAPITAL) != 0,
        country < 0 ? "" : CompactLayout.countryLetters(country),
        region == CompactLayout.NO_REGION ? "" : regions[region],
        new String(name, StandardCharsets.UTF_8));
  }

  private RowWriter.@Nullable Point point(int row) {
    int lat = rows.getInt(row + CompactLayout.ROW_LAT);
    return lat == CompactLayout.NO_POINT
        ? null
        : new RowWriter.Point(
            lat / CompactLayout.DEGREE,
            rows.getInt(row + CompactLayout.ROW_LON) / CompactLayout.DEGREE);
  }
}
