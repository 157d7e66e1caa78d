package dateline.io.gazetteer;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The text files of a GeoNames dump: a file or a folder of files, plain, gzip or zip. */
final class DumpFiles {

  /** What is in a file, going by its name. */
  enum Sort {
    PLACES,
    REGIONS,
    COUNTIES,
    NAMES,
    OTHER
  }

  /** Reads one text file. */
  interface Reader {
    void read(String name, BufferedReader lines) throws IOException;
  }

  private final List<Path> files;

  private DumpFiles(List<Path> files) {
    this.files = files;
  }

  static DumpFiles of(Path input) throws IOException {
    if (!Files.isDirectory(input)) {
      return new DumpFiles(List.of(input));
    }
    try (Stream<Path> inside = Files.list(input)) {
      return new DumpFiles(inside.filter(Files::isRegularFile).sorted().toList());
    }
  }

  /** Reads every file of a sort, in the order of their names. */
  void each(Sort sort, Reader reader) throws IOException {
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
        eachEntry(file, sort, reader);
      } else if (sortOf(name) == sort) {
        try (InputStream raw = Files.newInputStream(file);
            InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw) {
          reader.read(name, lines(in));
        }
      }
    }
  }

  private static void eachEntry(Path file, Sort sort, Reader reader) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (!entry.isDirectory() && sortOf(name) == sort) {
          reader.read(name, lines(new Unclosed(zip)));
        }
      }
    }
  }

  private static BufferedReader lines(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
  }

  static Sort sortOf(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    boolean text = name.endsWith(".txt") || name.endsWith(".txt.gz");
    if (!text || name.startsWith("readme")) {
      return Sort.OTHER;
    }
    if (name.startsWith("admin1codes")) {
      return Sort.REGIONS;
    }
    if (name.startsWith("admin2codes")) {
      return Sort.COUNTIES;
    }
    if (name.startsWith("alternatenames")) {
      return Sort.NAMES;
    }
    return name.contains("countryinfo")
            || name.contains("languagecodes")
            || name.contains("featurecodes")
        ? Sort.OTHER
        : Sort.PLACES;
  }

  /** A zip entry's stream: its end is not the archive's end. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}
