package dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import dateline.model.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutletsCommandTest {

  private static final String LEARNED = "The Lake Post\tToledo, Ohio\t5 of 5 datelines\n";

  @TempDir private Path folder;

  private Cli.Result run(Object... arguments) {
    return new Cli().with("DATELINE_HOME", folder.resolve("home").toString()).run(arguments);
  }

  private Path store() {
    return folder.resolve("store.db");
  }

  private Path page(String name, String line) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        "<html><head><meta property=\"og:site_name\" content=\"The Lake Post\"></head><body><article>"
            + "<h1>Council meets again</h1><p>"
            + line
            + "A bridge in Springfield was shut on Monday, and so was a road to the harbour, "
            + name
            + ".</p><p>Nobody spoke against the plan, which was made there in the winter.</p>"
            + "</article></body></html>");
  }

  private ArticleRecord read(Path page) {
    return RecordJson.read(run("read", page, "--format", "jsonl").out());
  }

  private static Place springfield(ArticleRecord record) {
    return record.places().stream()
        .filter(place -> place.name().equals("Springfield"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsLearnedAndSavedHelpsPagesReadLater() throws IOException {
    Path plain = page("plain.html", "");
    for (int i = 0; i < 5; i++) {
      run(
          "read",
          page(i + ".html", "TOLEDO, Ohio – "),
          "--store",
          folder.resolve("store.db"),
          "-q");
    }
    ArticleRecord before = read(plain);

    assertThat(run("outlets", "--store", store()).out()).isEqualTo(LEARNED);
    assertThat(read(plain)).as("nothing is saved unless asked").isEqualTo(before);
    assertThat(run("outlets", "--save", "--store", store()).status()).isZero();
    run("outlets", "--save", "--store", store());

    assertThat(folder.resolve("home/outlets.tsv")).hasContent(LEARNED);
    assertThat(springfield(read(plain)).gazetteer()).isEqualTo("dateline:USA.OH.springfield");
    assertThat(springfield(before).gazetteer()).isNotEqualTo("dateline:USA.OH.springfield");
    assertThat(read(plain).provenance().models()).containsKey("outlets");
    assertThat(run("version").out()).contains("file     outlets sha256:");
  }

  @Test
  void aHomeMayBeWrittenByHandAndABadLineIsNamed() throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Files.writeString(home.resolve("outlets.tsv"), "# ours\nThe Lake Post\tOhio\n");

    assertThat(springfield(read(page("a.html", ""))).gazetteer()).contains("USA.OH");

    Files.writeString(home.resolve("outlets.tsv"), "The Lake Post, Ohio\n");
    Cli.Result bad = run("read", page("a.html", ""));
    assertThat(bad.status()).isEqualTo(3);
    assertThat(bad.err()).contains("outlets.tsv:1");
  }

  @Test
  void nothingLearnedIsSaid() throws IOException {
    run("read", page("a.html", ""), "--store", store(), "-q");

    assertThat(run("outlets", "--store", store()).status()).isEqualTo(1);
    assertThat(run("outlets", "--store", store()).err()).contains("Nothing learned");
  }
}
