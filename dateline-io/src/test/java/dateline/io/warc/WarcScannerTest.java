package dateline.io.warc;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.PageException;
import dateline.PageException.Reason;
import dateline.PageInput;
import dateline.io.warc.Found.Damage;
import dateline.io.warc.Found.Whole;
import dateline.io.warc.Warcs.Made;
import dateline.io.warc.Warcs.Packing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WarcScannerTest {

  private static final int MAX = 1 << 20;

  @TempDir private Path folder;

  /** What a scan gives. */
  private record Scan(List<String> pages, List<Damage> damages) {}

  private Scan scan(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("a.warc"), bytes);
    List<String> pages = new ArrayList<>();
    List<Damage> damages = new ArrayList<>();
    try (WarcScanner scanner = new WarcScanner(Files.newByteChannel(file), MAX)) {
      long number = 0;
      for (Found found = scanner.next(); found != null; found = scanner.next()) {
        assertThat(found.number()).isEqualTo(++number);
        if (found instanceof Damage damage) {
          damages.add(damage);
        } else if (found instanceof Whole record) {
          WarcPage page = WarcPage.of(record, MAX);
          if (page != null) {
            pages.add(new String(page.input().bytes(), StandardCharsets.UTF_8));
          }
        }
      }
    } catch (PageException e) {
      throw new AssertionError(e);
    }
    return new Scan(pages, damages);
  }

  @ParameterizedTest
  @EnumSource
  void readsEveryPageWhateverThePacking(Packing packing) throws IOException {
    Made made = Warcs.archive(new Random(1), 9, packing, false);

    Scan scan = scan(made.bytes());

    assertThat(scan.pages()).isEqualTo(made.pages());
    assertThat(scan.damages()).isEmpty();
  }

  /** Ways to harm an archive. */
  enum Harm {
    FLIP,
    ZERO,
    TRUNCATE,
    INSERT;

    byte[] to(byte[] bytes, Random random) {
      int at = random.nextInt(bytes.length);
      return switch (this) {
        case FLIP -> {
          byte[] harmed = bytes.clone();
          harmed[at] ^= (byte) (1 << random.nextInt(8));
          yield harmed;
        }
        case ZERO -> {
          byte[] harmed = bytes.clone();
          Arrays.fill(harmed, at, Math.min(bytes.length, at + 1 + random.nextInt(3000)), (byte) 0);
          yield harmed;
        }
        case TRUNCATE -> Arrays.copyOf(bytes, at);
        case INSERT -> {
          byte[] junk = new byte[1 + random.nextInt(500)];
          random.nextBytes(junk);
          yield Warcs.bytes(
              "", Arrays.copyOf(bytes, at), junk, Arrays.copyOfRange(bytes, at, bytes.length));
        }
      };
    }
  }

  @ParameterizedTest
  @EnumSource(Harm.class)
  void ofADamagedArchiveAllElseIsReadAndTheDamageTold(Harm harm) throws IOException {
    for (int seed = 0; seed < 250; seed++) {
      Random random = new Random(seed);
      boolean packed = seed % 3 != 0;
      Made made =
          Warcs.archive(
              random, 8, packed ? Packing.MEMBERS : Packing.NONE, !packed || seed % 2 == 0);
      byte[] harmed = harm.to(made.bytes(), random);
      check(made, harmed, scan(harmed), harm + " " + seed);
    }
  }

  private static void check(Made made, byte[] harmed, Scan scan, String about) {
    assertThat(made.pages()).as(about + ": nothing made up").containsAll(scan.pages());
    int page = -1;
    for (int i = 0; i + 1 < made.offsets().length; i++) {
      byte[] record = slice(made.bytes(), made.offsets()[i], made.offsets()[i + 1]);
      page += isRequest(record) ? 0 : 1;
      if (isRequest(record) || scan.pages().contains(made.pages().get(page))) {
        continue;
      }
      assertThat(indexOf(harmed, record))
          .as(about + ": whole record " + i + " is lost")
          .isNegative();
      long start = made.offsets()[i];
      long end = made.offsets()[i + 1];
      if (harmed.length <= start) {
        continue; // cut off between records: nothing tells that there were more
      }
      assertThat(scan.damages())
          .as(about + ": damaged record " + i + " is told")
          .anyMatch(
              damage ->
                  damage.offset() < end && Math.max(damage.end(), damage.offset() + 1) > start);
    }
  }

  private static byte[] slice(byte[] bytes, long from, long to) {
    return Arrays.copyOfRange(bytes, (int) from, (int) to);
  }

  private static boolean isRequest(byte[] record) {
    byte[] plain = record;
    if (record[0] == 0x1f) {
      try (var in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(record))) {
        plain = in.readAllBytes();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    return new String(plain, StandardCharsets.ISO_8859_1).contains("WARC-Type: request");
  }

  private static int indexOf(byte[] all, byte[] part) {
    return new String(all, StandardCharsets.ISO_8859_1)
        .indexOf(new String(part, StandardCharsets.ISO_8859_1));
  }

  @Test
  void ofAnArchivePackedWholeAllBeforeTheDamageIsRead() throws IOException {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      Made made = Warcs.archive(random, 8, Packing.WHOLE, true);
      byte[] harmed = made.bytes().clone();
      int at = 20 + random.nextInt(harmed.length - 28);
      harmed[at] ^= (byte) (1 << random.nextInt(8));

      Scan scan = scan(harmed);

      assertThat(made.pages()).containsAll(scan.pages());
      assertThat(scan.damages()).as("seed " + seed).isNotEmpty();
      assertThat(scan.pages())
          .as("seed " + seed)
          .containsAll(made.pages().subList(0, pagesBefore(made, unpackable(harmed, at))));
    }
  }

  /** How many bytes the part of a gzip file before an offset surely unpacks to. */
  private static int unpackable(byte[] gzip, int offset) {
    java.util.zip.Inflater inflater = new java.util.zip.Inflater(true);
    inflater.setInput(gzip, 10, offset - 10);
    byte[] out = new byte[1 << 16];
    try {
      return inflater.inflate(out);
    } catch (java.util.zip.DataFormatException e) {
      throw new AssertionError(e);
    }
  }

  private static int pagesBefore(Made made, int end) {
    int pages = 0;
    String all = "";
    for (String page : made.pages()) {
      all += page;
      if (all.length() + 400 * (pages + 1) * 2 > end) {
        return pages;
      }
      pages++;
    }
    return pages;
  }

  @Test
  void aWrongChecksumIsTold() throws IOException {
    Made made = Warcs.archive(new Random(3), 3, Packing.MEMBERS, false);
    byte[] harmed = made.bytes().clone();
    harmed[(int) made.offsets()[1] - 8] ^= 1;

    Scan scan = scan(harmed);

    assertThat(scan.pages()).isEqualTo(made.pages().subList(1, 3));
    assertThat(scan.damages()).hasSize(1);
    assertThat(scan.damages().get(0).offset()).isZero();
    assertThat(scan.damages().get(0).reason()).isEqualTo(Reason.BAD_GZIP);
    assertThat(scan.damages().get(0).message()).contains("checksum");
  }

  @ParameterizedTest
  @EnumSource
  void aWrongLengthIsTold(Packing packing) throws IOException {
    for (int error : new int[] {-200, -1, 1, 5, 100_000}) {
      List<String> pages = List.of("<p>one</p>", "<p>two".repeat(60) + "</p>", "<p>three</p>");
      List<byte[]> records = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        records.add(
            Warcs.response("http://a.example/" + i, pages.get(i), false, i == 1 ? error : 0));
      }
      Scan scan = scan(Warcs.pack(records, pages, packing).bytes());

      assertThat(scan.pages()).doesNotContain(pages.get(1)).contains(pages.get(0));
      assertThat(scan.damages()).hasSize(1);
      if (packing != Packing.WHOLE) {
        assertThat(scan.pages()).containsExactly(pages.get(0), pages.get(2));
      }
    }
  }

  @Test
  void aBombIsCutAndTheRestRead() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
      String header = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 1073741824\r\n\r\n";
      out.write(header.getBytes(StandardCharsets.US_ASCII));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        out.write(zeros);
      }
    }
    byte[] after = Warcs.gzip(Warcs.response("http://a.example/", "<p>after</p>", false, 0));

    Scan scan = scan(Warcs.bytes("", bomb.toByteArray(), after));

    assertThat(scan.pages()).containsExactly("<p>after</p>");
    assertThat(scan.damages()).extracting(Damage::reason).containsExactly(Reason.TOO_LARGE);
  }

  @Test
  void aRecordThatIsTooLongIsPassedOver() throws IOException {
    byte[] noise = new byte[MAX * 2];
    new Random(5).nextBytes(noise);
    byte[] large = Warcs.record("resource", "http://a.example/big", "text/html", noise, false, 0);
    byte[] after = Warcs.response("http://a.example/", "<p>after</p>", false, 0);

    for (Packing packing : Packing.values()) {
      Scan scan = scan(Warcs.pack(List.of(large, after), List.of(), packing).bytes());
      assertThat(scan.pages()).containsExactly("<p>after</p>");
      assertThat(scan.damages()).extracting(Damage::reason).containsExactly(Reason.TOO_LARGE);
    }
  }

  @Test
  void anHonestRecordMayHoldAnArchive() throws IOException {
    byte[] inner = Warcs.response("http://inner.example/", "<p>inner</p>", false, 0);
    byte[] outer =
        Warcs.record("resource", "http://a.example/x", "application/warc", inner, false, 0);

    for (Packing packing : Packing.values()) {
      Scan scan = scan(Warcs.pack(List.of(outer), List.of(), packing).bytes());
      assertThat(scan.pages()).isEmpty();
      assertThat(scan.damages()).isEmpty();
    }
  }

  @Test
  void nestedFalseStartsTakeLinearTime() throws IOException {
    // Members that begin like a record and lead nowhere, one in the other.
    byte[] start = Warcs.gzip(Warcs.bytes("WARC/1.0\r\n", new byte[0]));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] prefix = Arrays.copyOf(start, start.length - 10);
    for (int i = 0; i < 40_000; i++) {
      all.writeBytes(prefix);
    }
    assertThat(scan(all.toByteArray()).damages()).isNotEmpty();
  }

  @Test
  void readsChunksAndGzipWithinHttp() throws IOException, PageException {
    byte[] packed = Warcs.gzip("<p>packed</p>".getBytes(StandardCharsets.UTF_8));
    byte[] content =
        Warcs.bytes(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1252\r\n"
                + "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n"
                + Integer.toHexString(packed.length)
                + "\r\n",
            packed,
            "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    PageInput input = page("response", "application/http", content);

    assertThat(new String(input.bytes(), StandardCharsets.UTF_8)).isEqualTo("<p>packed</p>");
    assertThat(input.charset()).isEqualTo("windows-1252");
    assertThat(input.uri()).isEqualTo("http://a.example/x");
    assertThat(input.fetched()).isEqualTo("2021-03-04T05:06:07Z");
  }

  @Test
  void aBodyThatWasStoredDecodedIsTakenAsItIs() throws IOException, PageException {
    byte[] content =
        Warcs.bytes(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n<p>plain</p>");

    assertThat(page("response", "application/http", content).bytes())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("<p>plain</p>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Content-Length: 4\r\n", "Content-Length: 4000\r\n"})
  void aMissingOrWrongContentLengthDoesNoHarm(String line) throws IOException, PageException {
    byte[] content =
        Warcs.bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + line + "\r\n<p>whole</p>");

    assertThat(page("response", "application/http", content).bytes())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("<p>whole</p>");
  }

  private PageInput page(String type, String mediaType, byte[] content)
      throws IOException, PageException {
    byte[] record = Warcs.record(type, "http://a.example/x", mediaType, content, false, 0);
    Path file = Files.write(folder.resolve("p.warc"), record);
    try (WarcScanner scanner = new WarcScanner(Files.newByteChannel(file), MAX)) {
      return WarcPage.of((Whole) scanner.next(), MAX).input();
    }
  }

  @Test
  void aHugeHeaderIsRefused() throws IOException {
    byte[] huge = Warcs.bytes("WARC/1.0\r\nX: " + "y".repeat(1 << 20) + "\r\n\r\n");
    byte[] after = Warcs.response("http://a.example/", "<p>after</p>", false, 0);

    Scan scan = scan(Warcs.bytes("", huge, after));

    assertThat(scan.pages()).containsExactly("<p>after</p>");
    assertThat(scan.damages()).hasSize(1);
    assertThat(scan.damages().get(0).message()).contains("64 KiB");
  }
}
