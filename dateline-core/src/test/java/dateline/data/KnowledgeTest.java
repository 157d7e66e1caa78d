package dateline.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KnowledgeTest {

  /** A model has a hash of its own, a schema reads nothing. */
  private static final Set<String> NO_RULES =
      Set.of("model/news-en.json", "model/news-en.onnx", "schema/dateline-1.json");

  @Test
  void everyFileServesAPart() throws IOException, URISyntaxException {
    URI months = Resource.class.getResource("/dateline/data/page/months.tsv").toURI();
    if (months.getScheme().equals("jar")) {
      try (FileSystem jar = FileSystems.newFileSystem(months, Map.of())) {
        assertThat(names(jar.getPath("/dateline/data"))).isEqualTo(Knowledge.files());
      }
    } else {
      Path root = Path.of(months).getParent().getParent();
      assertThat(names(root)).isEqualTo(Knowledge.files());
    }
  }

  private static List<String> names(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.endsWith("README.md") && !name.endsWith("examples.tsv"))
          .filter(name -> !NO_RULES.contains(name))
          .sorted()
          .toList();
    }
  }

  @Test
  void partsHaveHashes() {
    assertThat(Knowledge.hashes())
        .containsKeys("rules/page", "rules/event", "rules/place")
        .allSatisfy((part, hash) -> assertThat(hash).matches("sha256:[0-9a-f]{64}"));
  }
}
