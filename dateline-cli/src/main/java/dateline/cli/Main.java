package dateline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Where the process begins. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    System.exit(run(Console.ofProcess(), args));
  }

  /** Runs one command and returns its exit status. */
  static int run(Console console, String... args) {
    CommandLine line = commandLine(console);
    int status = line.execute(args);
    line.getOut().flush();
    line.getErr().flush();
    return status;
  }

  static CommandLine commandLine(Console console) {
    CommandLine line = new CommandLine(new DatelineCommand(), new Commands(console));
    line.getCommandSpec().usageMessage().footerHeading("%nSettings in the environment:%n");
    line.getCommandSpec()
        .usageMessage()
        .footer(Arrays.stream(Setting.values()).map(Setting::line).toArray(String[]::new));
    return line.setOut(new PrintWriter(console.out(), false, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setDefaultValueProvider(Setting.from(console.environment()))
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(Math.max(60, Math.min(console.columns(), 100)))
        .setParameterExceptionHandler(Main::usage)
        .setExecutionExceptionHandler((e, command, parsed) -> broken(console, command, e));
  }

  private static int usage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("dateline: " + e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> meant = unmatched.getSuggestions();
      if (!meant.isEmpty()) {
        err.println("Did you mean " + String.join(" or ", meant) + "?");
      }
    }
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitStatus.USAGE;
  }

  private static int broken(Console console, CommandLine command, Exception e) {
    if (isBrokenPipe(e)) {
      return ExitStatus.OK; // the reader of our output has seen enough
    }
    String message = message(e);
    Log.of(command)
        .tell(
            console,
            "error",
            "dateline: " + message,
            line -> line.writeStringField("message", message));
    if (console.environment().containsKey("DATELINE_DEBUG")) {
      e.printStackTrace(console.err());
    }
    return ExitStatus.BROKEN;
  }

  private static String message(Exception e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return e instanceof IOException || e instanceof UncheckedIOException
        ? e.getClass().getSimpleName().replace("Exception", "") + ": " + message
        : message;
  }

  private static boolean isBrokenPipe(Exception e) {
    return e instanceof IOException && "Broken pipe".equals(e.getMessage());
  }

  /** Makes commands: each takes the console. */
  private record Commands(Console console) implements IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
      try {
        return type.getDeclaredConstructor(Console.class).newInstance(console);
      } catch (NoSuchMethodException e) {
        return CommandLine.defaultFactory().create(type);
      }
    }
  }
}
