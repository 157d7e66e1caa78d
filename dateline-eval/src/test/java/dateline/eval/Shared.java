package dateline.eval;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the shared development data lies, which the repository does not hold. */
final class Shared {

  private Shared() {}

  /**
   * The folder {@code shared} beside the repository, or the one that the property {@code
   * dateline.shared} names.
   */
  static Path folder() {
    String named = System.getProperty("dateline.shared");
    if (named != null) {
      return Path.of(named);
    }
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path candidate = up.resolve("shared/gold");
      if (Files.isDirectory(candidate)) {
        return candidate.getParent();
      }
    }
    return Path.of("../shared");
  }

  /** The repository's folder of example pages. */
  static Path examples() {
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      if (Files.isDirectory(up.resolve("examples"))) {
        return up.resolve("examples");
      }
    }
    throw new IllegalStateException("there is no folder examples");
  }
}
