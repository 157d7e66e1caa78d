package dateline.io.export;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.model.Article;
import dateline.model.ArticleRecord;
import dateline.model.Provenance;
import dateline.model.Source;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {

  private static final ArticleRecord ANY =
      new ArticleRecord(
          ArticleRecord.SCHEMA,
          "x",
          new Source(null, "text/plain", "utf-8", "0", 0, null),
          new Article(
              null, null, null, null, null, List.of(), null, List.of(), "", List.of(), List.of(),
              null, null, false),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          new Provenance("test", Map.of(), List.of()));

  private static String csv(boolean raw, Object... cells) throws IOException {
    List<Table.Column> columns =
        Arrays.stream(cells).map(cell -> new Table.Column("c", "a cell")).toList();
    StringWriter out = new StringWriter();
    CsvWriter writer =
        new CsvWriter(out, new Table("t", columns, record -> List.of(Arrays.asList(cells))), raw);
    writer.write(ANY);
    return out.toString().substring(out.toString().indexOf("\r\n") + 2);
  }

  @Test
  void quotesWhatNeedsIt() throws IOException {
    assertThat(csv(false, "plain", "a,b", "say \"so\"", "two\nlines", null, 3, -0.5))
        .isEqualTo("plain,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",,3,-0.5\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", "＋1", "－1", "＠x"})
  void makesFormulasHarmless(String formula) throws IOException {
    assertThat(csv(false, formula)).startsWith(formula.contains("\r") ? "\"'" : "'");
    assertThat(csv(true, formula)).doesNotContain("'");
  }

  @Property
  void rawCellsComeBackAsTheyWere(@ForAll List<String> cells) throws IOException {
    List<String> kept = new ArrayList<>(cells);
    kept.add("end");

    assertThat(parse(csv(true, kept.toArray()))).isEqualTo(kept);
  }

  /** One line of CSV, read by the standard's rules. */
  private static List<String> parse(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean marked = false;
    for (int i = 0; i < line.length() - 2; i++) {
      char c = line.charAt(i);
      if (marked && c == '"' && line.charAt(i + 1) == '"') {
        cell.append(line.charAt(++i));
      } else if (c == '"') {
        marked = !marked;
      } else if (c == ',' && !marked) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  @Test
  void everyTableHasAMeaningForEveryColumnAndNoColumnTwice() {
    for (Table table : Tables.ALL) {
      assertThat(table.columns()).extracting(Table.Column::name).doesNotHaveDuplicates();
      assertThat(table.columns()).allSatisfy(column -> assertThat(column.meaning()).isNotBlank());
    }
  }
}
