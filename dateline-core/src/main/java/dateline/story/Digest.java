package dateline.story;

import dateline.model.PloverType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an article to tell what belongs together: about a kilobyte.
 *
 * @param day of publication, in days since 1970-01-01; null when not known
 * @param words the article's own words, those in quotation marks left out
 * @param anchors hashes of runs of words, one or two a sentence, ascending; near copies share some
 * @param deeds what the article's opening tells
 * @param quotes hashes of sentences in quotation marks with the name of who says them, ascending
 */
public record Digest(
    @Nullable Long day, Sketch words, long[] anchors, List<Deed> deeds, long[] quotes) {

  private static final int VERSION = 1;

  public Digest {
    deeds = List.copyOf(deeds);
  }

  /**
   * Something that happened, in the terms in which two articles can agree.
   *
   * @param day when, in days since 1970-01-01
   * @param where a gazetteer's id of a city; or who, a name, or two countries
   * @param label the same for people
   */
  public record Deed(PloverType type, long day, String where, String label) {

    /** The same for all articles that tell the deed. */
    long key() {
      return Words.hash(type + "|" + day + "|" + where);
    }
  }

  /** As it is stored. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(day == null ? Long.MIN_VALUE : day);
      out.writeInt(words.size());
      out.writeShort(words.hashes().length);
      for (int hash : words.hashes()) {
        out.writeInt(hash);
      }
      write(out, anchors);
      write(out, quotes);
      out.writeShort(deeds.size());
      for (Deed deed : deeds) {
        out.writeUTF(deed.type().name());
        out.writeLong(deed.day());
        out.writeUTF(deed.where());
        out.writeUTF(deed.label());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory can't fail", e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws UncheckedIOException when these are not the bytes of a digest
   */
  public static Digest of(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION) {
        throw new IOException("not a digest of this release");
      }
      long day = in.readLong();
      int size = in.readInt();
      int[] hashes = new int[in.readUnsignedShort()];
      for (int i = 0; i < hashes.length; i++) {
        hashes[i] = in.readInt();
      }
      long[] anchors = longs(in);
      long[] quotes = longs(in);
      int count = in.readUnsignedShort();
      List<Deed> deeds = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        deeds.add(
            new Deed(PloverType.valueOf(in.readUTF()), in.readLong(), in.readUTF(), in.readUTF()));
      }
      return new Digest(
          day == Long.MIN_VALUE ? null : day, new Sketch(hashes, size), anchors, deeds, quotes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream out, long[] values) throws IOException {
    out.writeShort(values.length);
    for (long value : values) {
      out.writeLong(value);
    }
  }

  private static long[] longs(DataInputStream in) throws IOException {
    long[] values = new long[in.readUnsignedShort()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readLong();
    }
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Digest digest && Arrays.equals(toBytes(), digest.toBytes());
  }

  @Override
  public int hashCode() {
    return 31 * words.hashCode() + Arrays.hashCode(anchors);
  }
}
