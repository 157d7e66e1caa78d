package dateline.io;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.Failure;
import dateline.PageException;
import dateline.io.warc.Warcs;
import dateline.io.warc.Warcs.Made;
import dateline.io.warc.Warcs.Packing;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

  private static final String LINES =
      "{\"id\":\"1\",\"text\":\"One.\"}\n{\"id\":\"2\",\"text\":\"Two.\"}\n";

  @TempDir private Path folder;
  private final List<String> pages = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private Made made;

  @BeforeEach
  void archive() {
    made = Warcs.archive(new Random(7), 4, Packing.MEMBERS, false);
  }

  private void read(String name, InputStream standardInput) {
    try (Inputs inputs = Inputs.of(List.of(name), standardInput)) {
      while (inputs.hasNext()) {
        Input input = inputs.next();
        try {
          pages.add(new String(input.load().bytes(), StandardCharsets.UTF_8));
        } catch (PageException e) {
          failures.add(input.failure(e));
        }
      }
    }
  }

  private String file(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    read(file.toString(), InputStream.nullInputStream());
    return file.toString();
  }

  private byte[] damaged() {
    return damaged(40);
  }

  private byte[] damaged(int at) {
    byte[] damaged = made.bytes().clone();
    Arrays.fill(damaged, at, at + 20, (byte) 7);
    return damaged;
  }

  @Test
  void ofAWarcEveryPageIsReadAndDamageIsToldWithItsPlace() throws IOException {
    String name = file("news.warc.gz", damaged());

    assertThat(pages).isEqualTo(made.pages().subList(1, 4));
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0).input()).isEqualTo(name);
    assertThat(failures.get(0).line()).isEqualTo(1);
    assertThat(failures.get(0).offset()).isZero();
    assertThat(failures.get(0).reason()).isEqualTo("bad-gzip");
    assertThat(failures.get(0).message())
        .contains("bytes 0 to " + (made.offsets()[1] - 1) + " are passed over");
  }

  @Test
  void aWarcMayComeFromStandardInput() {
    read("-", new ByteArrayInputStream(damaged((int) made.offsets()[1] + 40)));

    assertThat(pages).hasSize(3);
    assertThat(failures).extracting(Failure::input).containsExactly("-");
  }

  private static byte[] wacz(byte[] warc, String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(warc);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void ofAWaczTheWarcsInItsArchiveFolderAreRead() throws IOException {
    String name =
        file(
            "crawl.wacz",
            wacz(
                damaged(),
                "archive/b.warc.gz",
                "archive/a.warc.gz",
                "../archive/c.warc",
                "x.warc"));

    assertThat(pages).hasSize(6);
    assertThat(failures)
        .extracting(Failure::input)
        .containsExactly(name + "!/archive/a.warc.gz", name + "!/archive/b.warc.gz");
  }

  @Test
  void aWaczWithoutItsDirectoryIsSearched() throws IOException {
    // Stored, as crawlers do it: zip's own packing would hide the members.
    byte[] wacz = Warcs.bytes("PK\3\4", made.bytes());
    file("cut.wacz", wacz);

    assertThat(pages).isEqualTo(made.pages());
    assertThat(failures).isNotEmpty();
    assertThat(failures.get(0).message()).contains("directory is damaged");
  }

  @Test
  void aBombInAWaczIsGivenUp() throws IOException {
    file("bomb.wacz", wacz(new byte[64 << 20], "archive/a.warc"));

    assertThat(pages).isEmpty();
    assertThat(failures).extracting(Failure::reason).containsExactly("bad-archive");
    assertThat(failures.get(0).message()).contains("200 times");
  }

  private static byte[] zstd(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new ZstdOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  @Test
  void linesMayBePackedWithZstandard() throws IOException {
    file("lines.jsonl.zst", zstd(LINES.getBytes(StandardCharsets.UTF_8)));

    assertThat(pages).containsExactly("One.", "Two.");
    assertThat(failures).isEmpty();
  }

  @Test
  void aDamagedZstandardFileIsTold() throws IOException {
    byte[] packed = zstd(LINES.repeat(5_000).getBytes(StandardCharsets.UTF_8));
    file("cut.jsonl.zst", Arrays.copyOf(packed, packed.length - 9));
    for (int i = 0; i < 200; i++) {
      byte[] harmed = packed.clone();
      harmed[new Random(i).nextInt(harmed.length)] ^= 0x15;
      file("harmed.jsonl.zst", harmed); // whatever it is, nothing but failures comes of it
    }
    assertThat(failures.get(0).input()).endsWith("cut.jsonl.zst");
    assertThat(failures.get(0).reason()).isEqualTo("bad-zstd");
  }

  @Test
  void namesInAWaczLeadNowhereElse() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    file(
        "evil.wacz",
        wacz(
            made.bytes(),
            "archive/../../outside/a.warc.gz",
            "archive/" + outside.toAbsolutePath() + "/b.warc.gz",
            "archive/C:\\x\\c.warc.gz"));

    assertThat(pages).hasSize(3 * made.pages().size());
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile))
          .extracting(path -> path.getFileName().toString())
          .containsExactly("evil.wacz");
    }
  }

  @Test
  void linksInAFolderAreNotFollowed() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("a.html"), "<p>outside</p>");
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Files.createSymbolicLink(inside.resolve("link"), outside);
    read(inside.toString(), InputStream.nullInputStream());

    assertThat(pages).isEmpty();
  }

  /** Wherever reading fails, the lines before are there and the failure is told once. */
  @Test
  void anIoErrorIsToldAndWhatCameBeforeIsRead() {
    byte[] lines = LINES.repeat(50).getBytes(StandardCharsets.UTF_8);
    for (int at = 1; at < lines.length; at += 37) {
      pages.clear();
      failures.clear();
      read("-", failingAt(lines, at));

      int whole = (int) LINES.repeat(50).substring(0, at).chars().filter(c -> c == '\n').count();
      assertThat(pages).as("failing at byte %d", at).hasSize(whole);
      assertThat(failures).hasSize(1);
      assertThat(failures.get(0).message()).contains("the disk is gone");
    }
  }

  private static InputStream failingAt(byte[] bytes, int at) {
    ByteArrayInputStream before = new ByteArrayInputStream(bytes, 0, at);
    return new InputStream() {
      @Override
      public int read() throws IOException {
        int next = before.read();
        if (next < 0) {
          throw new IOException("the disk is gone");
        }
        return next;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int count = before.read(into, offset, length);
        if (count < 0) {
          throw new IOException("the disk is gone");
        }
        return count;
      }
    };
  }
}
