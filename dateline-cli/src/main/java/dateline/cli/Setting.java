package dateline.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What can be set once for every command: an option takes its value from the environment when it is
 * not given. This table is what help and documentation show.
 */
enum Setting {
  STORE("--store", "DATELINE_STORE", "dateline.db", "the store's file"),
  HOME(
      "--home",
      "DATELINE_HOME",
      "see --home",
      "the folder of an imported gazetteer and outlets.tsv"),
  THREADS("--threads", "DATELINE_THREADS", "one a processor", "threads that read"),
  TOKEN("--token", "DATELINE_TOKEN", "none", "what callers of the server must know"),
  LOG("--log", "DATELINE_LOG", "text", "what long commands tell: text or json"),
  COLOR("--color", "DATELINE_COLOR", "auto", "colours: auto, always or never");

  private final String option;
  private final String variable;
  private final String otherwise;
  private final String help;

  Setting(String option, String variable, String otherwise, String help) {
    this.option = option;
    this.variable = variable;
    this.otherwise = otherwise;
    this.help = help;
  }

  String option() {
    return option;
  }

  String variable() {
    return variable;
  }

  /** One line of help. */
  String line() {
    return String.format("  %-17s %-10s %s (default: %s)", variable, option, help, otherwise);
  }

  /** Looks options up in the environment. */
  static IDefaultValueProvider from(Map<String, String> environment) {
    return argument -> value(argument, environment);
  }

  private static @Nullable String value(ArgSpec argument, Map<String, String> environment) {
    if (argument.isOption()) {
      for (Setting setting : values()) {
        if (List.of(((OptionSpec) argument).names()).contains(setting.option)) {
          String value = environment.get(setting.variable);
          return value == null || value.isEmpty() ? null : value;
        }
      }
    }
    return null;
  }
}
