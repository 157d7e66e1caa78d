package dateline.io.gazetteer;

import dateline.Dateline;
import dateline.place.CompactGazetteer;
import dateline.place.EmbeddedGazetteer;
import dateline.place.Gazetteer;
import dateline.place.LayeredGazetteer;
import dateline.place.Outlets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folder that keeps what a user gave to Dateline: the imported gazetteer, and where outlets are
 * at home.
 *
 * @param folder it need not exist
 */
public record DatelineHome(Path folder) {

  /**
   * The platform's folder for a user's data: {@code $XDG_DATA_HOME/dateline} or {@code
   * ~/.local/share/dateline}; {@code ~/Library/Application Support/dateline} on macOS; {@code
   * %LOCALAPPDATA%\\dateline} on Windows.
   *
   * @param environment the process's variables
   * @param system the name of the operating system, as {@code os.name} has it
   * @param user the user's own folder
   */
  public static DatelineHome usual(Map<String, String> environment, String system, Path user) {
    String given = environment.get(variable(system));
    if (given != null && !given.isEmpty()) {
      return new DatelineHome(Path.of(given).resolve("dateline"));
    }
    Path data =
        user.resolve(system.startsWith("Mac") ? "Library/Application Support" : ".local/share");
    return new DatelineHome(data.resolve("dateline"));
  }

  private static String variable(String system) {
    return system.startsWith("Windows") ? "LOCALAPPDATA" : "XDG_DATA_HOME";
  }

  /**
   * The embedded gazetteer, under the imported one when there is one.
   *
   * @throws IOException when the imported one can't be read; the message says how to mend it
   */
  public Gazetteer gazetteer() throws IOException {
    CompactGazetteer imported = imported();
    EmbeddedGazetteer embedded = EmbeddedGazetteer.load();
    return imported == null ? embedded : LayeredGazetteer.of(imported, embedded);
  }

  /**
   * Where outlets are at home, from {@code outlets.tsv}; none when there is no such file.
   *
   * @throws IOException when it can't be read; the message says why, with the line
   */
  public Outlets outlets() throws IOException {
    if (!Files.exists(outletsFile())) {
      return Outlets.NONE;
    }
    try {
      return Outlets.parse(Files.readAllLines(outletsFile()), outletsFile().toString());
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Where the outlets' homes lie, whether the file is there or not. */
  public Path outletsFile() {
    return folder.resolve("outlets.tsv");
  }

  /** The reader with all that the user gave to it. */
  public Dateline dateline() throws IOException {
    return Dateline.open(gazetteer(), outlets());
  }

  /** The imported gazetteer; null when nothing was imported. */
  public @Nullable CompactGazetteer imported() throws IOException {
    return Files.exists(file()) ? MappedGazetteer.open(file()) : null;
  }

  /** Where the compiled gazetteer lies, whether it is there or not. */
  public Path file() {
    return folder.resolve("gazetteer").resolve("geonames.places");
  }
}
