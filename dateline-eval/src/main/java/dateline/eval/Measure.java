package dateline.eval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code quality.tsv}: a score of one development corpus, its floor and its targets, in
 * per cent.
 *
 * @param gold path below {@code shared/gold}
 * @param run {@code read} or {@code actor}: the command that answers; {@code read+geonames}: read
 *     with the shared GeoNames dump imported
 * @param scorer file in {@code shared/score} and its leading arguments
 * @param metric dotted path into the scorer's JSON
 * @param floor CI fails under it; null: not pinned yet
 */
record Measure(
    String group,
    String gold,
    String run,
    String scorer,
    String metric,
    String label,
    @Nullable Double floor,
    @Nullable Double must,
    @Nullable Double aim,
    String anchor) {

  static List<Measure> table(Path file) throws IOException {
    List<Measure> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] cell = line.split("\t", -1);
        if (cell.length != 10) {
          throw new IOException(file + ": a row needs 10 cells: " + line);
        }
        rows.add(
            new Measure(
                cell[0],
                cell[1],
                cell[2],
                cell[3],
                cell[4],
                cell[5],
                number(cell[6]),
                number(cell[7]),
                number(cell[8]),
                cell[9]));
      }
    }
    return rows;
  }

  private static @Nullable Double number(String cell) {
    return cell.equals("-") ? null : Double.valueOf(cell);
  }
}
