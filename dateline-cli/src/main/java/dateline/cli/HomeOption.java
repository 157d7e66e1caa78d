package dateline.cli;

import dateline.io.gazetteer.DatelineHome;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The folder with what the user imported and told. */
final class HomeOption {

  @Option(
      names = "--home",
      paramLabel = "FOLDER",
      description =
          "Where an imported gazetteer and outlets.tsv are. Default: dateline in the user's data folder.")
  private @Nullable Path folder;

  DatelineHome home(Map<String, String> environment) {
    return folder != null
        ? new DatelineHome(folder)
        : DatelineHome.usual(
            environment, System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }
}
