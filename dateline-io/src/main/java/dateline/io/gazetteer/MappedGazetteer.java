package dateline.io.gazetteer;

import dateline.place.CompactGazetteer;
import dateline.place.CompactLayout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Opens a gazetteer that {@link GazetteerImport} compiled. */
public final class MappedGazetteer {

  private MappedGazetteer() {}

  /**
   * Maps the file into memory; nothing but its header is read until a name is looked up.
   *
   * @throws IOException when it can't be read or is not a gazetteer of this release's form; the
   *     message says how to mend it
   */
  public static CompactGazetteer open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (!isReadable(channel)) {
        throw unreadable(file);
      }
      ByteBuffer header = channel.map(MapMode.READ_ONLY, 0, CompactLayout.HEADER);
      return CompactGazetteer.of(
          header,
          section(channel, header, CompactLayout.AT_ROWS),
          section(channel, header, CompactLayout.AT_INDEX),
          section(channel, header, CompactLayout.AT_STRINGS),
          section(channel, header, CompactLayout.AT_REGIONS));
    }
  }

  /** Whether there is a whole gazetteer of this release's form. */
  static boolean isReadable(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return isReadable(channel);
    }
  }

  private static boolean isReadable(FileChannel channel) throws IOException {
    if (channel.size() < CompactLayout.HEADER) {
      return false;
    }
    ByteBuffer header = channel.map(MapMode.READ_ONLY, 0, CompactLayout.HEADER);
    return CompactGazetteer.isReadable(header)
        && header.getLong(CompactLayout.AT_END) == channel.size();
  }

  static ByteBuffer section(FileChannel channel, ByteBuffer header, int field) throws IOException {
    long start = header.getLong(field);
    long end = header.getLong(field + Long.BYTES);
    return channel.map(MapMode.READ_ONLY, start, end - start);
  }

  private static IOException unreadable(Path file) {
    return new IOException(
        file
            + " is damaged or of another release: import the gazetteer again"
            + " (dateline gazetteer import FILE)");
  }
}
