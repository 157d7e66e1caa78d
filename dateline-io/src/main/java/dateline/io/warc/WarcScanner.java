package dateline.io.warc;

import dateline.PageException.Reason;
import dateline.io.warc.Found.Damage;
import dateline.io.warc.Found.Whole;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcDigest;

/**
 * Finds the records of a WARC file, one after the other, and goes on behind what is damaged.
 *
 * <ul>
 *   <li>A gzip member with one record, the usual shape, is handed on only when its checksum is
 *       right. After a bad one, the file is searched for the next member that unpacks to a record.
 *   <li>A member with many records (a file gzipped whole) is unpacked twice: once for the checksum.
 *       When that is wrong, only records are handed on whose own block digest proves them.
 *   <li>In a file that is not packed, a record must end where its length says, and agree with its
 *       block digest when it has one; without one, changed words can't be told by anybody.
 * </ul>
 *
 * Memory: one record of at most {@code maxContent} bytes. Time: linear in the file's size, also
 * when a hostile file nests members in each other. Not thread-safe.
 */
public final class WarcScanner implements Closeable {

  /** Bytes that may be read again while looking for the way out of damage: more than any record. */
  private static final long FREE_SEARCH = 64 << 20;

  /** How often each byte may be read again beyond that. */
  private static final int SEARCHES = 4;

  private static final int GZIP = 0x1f;
  private static final byte[] END = {'\r', '\n', '\r', '\n'};

  private final ByteWindow window;
  private final int maxContent;
  private final Inflater inflater = new Inflater(true);
  private @Nullable Boolean packed;
  private @Nullable Many many;
  private @Nullable ArchiveException waiting;
  private long last;
  private long number;
  private long searched;

  /**
   * @param channel from its position on; closed with the scanner
   * @param maxContent content longer than this is told as {@link Reason#TOO_LARGE}
   */
  public WarcScanner(SeekableByteChannel channel, int maxContent) throws IOException {
    this.window = new ByteWindow(channel);
    this.maxContent = maxContent;
  }

  /** A gzip member with more than one record, part of which has been handed on. */
  private record Many(long start, InputStream in, boolean sound) {}

  /** Byte offset up to which the file has been read. */
  public long position() {
    return window.position();
  }

  /** What comes next; null at the end. */
  public @Nullable Found next() throws IOException {
    if (many != null) {
      Found found = among(many);
      if (found != null) {
        return found;
      }
    }
    if (waiting != null) {
      ArchiveException e = waiting;
      waiting = null;
      number++;
      return damage(last, e);
    }
    long start = window.position();
    if (!window.fill()) {
      return null;
    }
    last = start;
    number++;
    try {
      boolean gzip = window.bytes()[window.at()] == GZIP;
      Found found = gzip ? packed(start) : record(window, start, false);
      packed = gzip;
      return found;
    } catch (ArchiveException e) {
      return damage(start, e);
    } catch (EOFException e) {
      return damage(start, new ArchiveException(Reason.BAD_GZIP, "the file is cut short"));
    }
  }

  private Found packed(long start) throws IOException {
    InputStream in = member(start);
    Found first = record(in, start, true);
    try {
      return in.read() < 0 ? first : many(start, isSound(in));
    } catch (ArchiveException e) {
      if (first instanceof Whole whole && isProved(whole)) {
        waiting = e; // the words are right all the same
        return first;
      }
      throw e;
    }
  }

  private static boolean isProved(Whole record) {
    byte[] content = record.content();
    return content != null && proved(record.header(), content).orElse(false);
  }

  private InputStream member(long start) throws IOException {
    window.seek(start);
    return new BufferedInputStream(new GzipMember(window, inflater), 1 << 14);
  }

  private static boolean isSound(InputStream member) throws IOException {
    byte[] waste = new byte[1 << 13];
    try {
      int read = 0;
      while (read >= 0) {
        read = member.read(waste);
      }
      return true;
    } catch (ArchiveException | EOFException e) {
      return false;
    }
  }

  private Found many(long start, boolean sound) throws IOException {
    many = new Many(start, member(start), sound);
    number--; // the first record is read again
    Found found = among(many);
    if (found == null) {
      throw ArchiveException.bad("no record begins here");
    }
    return found;
  }

  /** The next record of a member with many; null at the member's end. */
  private @Nullable Found among(Many member) throws IOException {
    try {
      number++;
      member.in().mark(1);
      if (member.in().read() < 0) {
        number--;
        many = null;
        return null;
      }
      member.in().reset();
      return record(member.in(), member.start(), member.sound());
    } catch (ArchiveException e) {
      many = null;
      return damage(member.start(), e);
    } catch (EOFException e) {
      many = null;
      return damage(
          member.start(), new ArchiveException(Reason.BAD_GZIP, "the gzip member is cut short"));
    }
  }

  /**
   * Reads one record to its end.
   *
   * @param sound whether a checksum proves the bytes
   */
  private Found record(InputStream in, long start, boolean sound) throws IOException {
    WarcHeader header = WarcHeader.read(in);
    byte[] content = content(in, header);
    if (!Arrays.equals(in.readNBytes(END.length), END)) {
      throw ArchiveException.bad("the record does not end where its Content-Length says");
    }
    if (!sound && !header.isOfKnownType()) {
      return unproved(start, "no record is of the type '" + header.type() + "'");
    }
    if (!header.mayHoldPage()) {
      return new Whole(number, start, header, null);
    }
    if (content == null) {
      return new Damage(
          number,
          start,
          start,
          Reason.TOO_LARGE,
          "the record holds "
              + header.length()
              + " bytes, more than "
              + (maxContent >> 20)
              + " MiB");
    }
    if (!sound) {
      Optional<Boolean> proved = proved(header, content);
      if (proved.isPresent() && !proved.get()) {
        return unproved(start, "the record's content is not what its block digest says");
      }
      if (proved.isEmpty() && many != null) {
        return unproved(start, "the record has no digest, and its gzip member is damaged");
      }
    }
    return new Whole(number, start, header, content);
  }

  private Damage unproved(long start, String message) {
    return new Damage(number, start, start, Reason.BAD_ARCHIVE, message);
  }

  /** The content when a page may be in it and it is not too long, else null. */
  private byte @Nullable [] content(InputStream in, WarcHeader header) throws IOException {
    if (header.mayHoldPage() && header.length() <= maxContent) {
      byte[] content = in.readNBytes((int) header.length());
      if (content.length == header.length()) {
        return content;
      }
    } else {
      try {
        in.skipNBytes(header.length());
        return null;
      } catch (EOFException e) {
        // told below
      }
    }
    throw ArchiveException.bad("the record ends before its Content-Length says");
  }

  /** Whether the content agrees with the record's own digest; empty when it has none. */
  private static Optional<Boolean> proved(WarcHeader header, byte[] content) {
    Optional<String> written = header.get("WARC-Block-Digest");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    try {
      WarcDigest digest = new WarcDigest(written.get());
      byte[] actual = digest.getDigester().digest(content);
      return Optional.of(Arrays.equals(actual, digest.bytes()));
    } catch (NoSuchAlgorithmException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Finds where to go on. */
  private Damage damage(long start, ArchiveException e) throws IOException {
    leave(start, Math.max(window.position(), start + 1));
    long next = search();
    window.seek(next);
    return new Damage(number, start, next, e.reason(), String.valueOf(e.getMessage()));
  }

  /** Goes to the byte behind a false start, or, when too much was read twice, to where it led. */
  private void leave(long start, long reached) throws IOException {
    searched += reached - start;
    boolean mayGoBack = searched <= FREE_SEARCH + SEARCHES * start;
    window.seek(mayGoBack ? start + 1 : reached);
  }

  /** Offset of the next record or gzip member with one, else the file's size. */
  private long search() throws IOException {
    if (packed != null) {
      return search(packed);
    }
    long from = window.position();
    long gzip = search(true);
    window.seek(from);
    long plain = search(false);
    packed = gzip < plain;
    return Math.min(gzip, plain);
  }

  private long search(boolean gzip) throws IOException {
    while (window.stepTo(gzip ? GZIP : WarcHeader.VERSION.charAt(0))) {
      long candidate = window.position();
      if (gzip ? isMember() : isRecord()) {
        return candidate;
      }
      leave(candidate, Math.max(window.position(), candidate + 1));
    }
    return window.size();
  }

  private boolean isMember() {
    try {
      InputStream in = new GzipMember(window, inflater);
      return startsWithVersion(in.readNBytes(WarcHeader.VERSION.length()));
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isRecord() throws IOException {
    if (!startsWithVersion(window.readNBytes(WarcHeader.VERSION.length()))) {
      return false;
    }
    String following = new String(window.readNBytes(11), StandardCharsets.ISO_8859_1);
    return following.toUpperCase(Locale.ROOT).matches("[0-9]\r?\n(?s:WARC-|CONTENT).*");
  }

  private static boolean startsWithVersion(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).equals(WarcHeader.VERSION);
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    window.close();
  }
}
