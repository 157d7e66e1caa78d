package dateline.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.PageInput;
import dateline.io.Inputs;
import dateline.page.PageReader;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveMakerTest {

  private static final int PAGES = 40;

  @TempDir private Path folder;

  @Test
  void articlesAreAboutAsLongAsAskedFor() throws Exception {
    List<String> texts = texts(make("long", 600));
    assertThat(texts).hasSize(PAGES).allMatch(text -> Math.abs(words(text) - 600) < 60);
    assertThat(texts).allSatisfy(text -> assertThat(text.lines().toList()).doesNotHaveDuplicates());
  }

  @Test
  void anArticleBeginsWithItsOwnReport() throws Exception {
    List<String> own = texts(make("own", ArchiveMaker.AS_REPORTED));
    List<String> longer = texts(make("longer", 300));
    for (int i = 0; i < PAGES; i++) {
      assertThat(longer.get(i)).startsWith(own.get(i));
    }
  }

  @Test
  void theSameNumbersGiveTheSameArchive() throws Exception {
    assertThat(make("one", 300)).hasSameBinaryContentAs(make("other", 300));
  }

  private Path make(String name, int words) throws Exception {
    Path file = folder.resolve(name + ".warc.gz");
    ArchiveMaker.make(file, PAGES, 5_000, 3, words);
    assertThat(Files.size(file)).isPositive();
    return file;
  }

  private static List<String> texts(Path archive) throws Exception {
    PageReader reader = PageReader.create();
    List<String> texts = new ArrayList<>();
    try (Inputs inputs = Inputs.of(List.of(archive.toString()), InputStream.nullInputStream())) {
      while (inputs.hasNext()) {
        PageInput page = inputs.next().load();
        texts.add(reader.read(page).article().text());
      }
    }
    return texts;
  }

  private static int words(String text) {
    return text.split("\\s+").length;
  }
}
