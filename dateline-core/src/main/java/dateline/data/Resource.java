package dateline.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of {@code dateline-data}: lexicon, gazetteer or model.
 *
 * <p>Tables are UTF-8, tab-separated, one row a line; blank lines and lines that begin with {@code
 * #} are comments.
 */
public final class Resource {

  private static final String ROOT = "/dateline/data/";

  private Resource() {}

  /**
   * @param path below the data root: {@code actor/roles.tsv}
   * @throws IllegalStateException when the installation lacks the file
   */
  public static InputStream open(String path) {
    InputStream in = Resource.class.getResourceAsStream(ROOT + path);
    if (in == null) {
      throw new IllegalStateException(
          "the data file " + path + " is missing: is dateline-data on the class path?");
    }
    return in;
  }

  public static boolean exists(String path) {
    return Resource.class.getResource(ROOT + path) != null;
  }

  public static byte[] bytes(String path) {
    try (InputStream in = open(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the data file " + path, e);
    }
  }

  /**
   * The rows of a table, each split at tabs, empty trailing cells kept; comments and blank lines
   * left out.
   */
  public static List<String[]> table(String path) {
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(open(path), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(line.split("\t", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the data file " + path, e);
    }
    return rows;
  }
}
