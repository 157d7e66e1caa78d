package dateline.cli;

import dateline.Dateline;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The commands' root. */
@Command(
    name = "dateline",
    description = "Reads the news and keeps the record: who said what, who did what to whom.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = DatelineCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:All done",
      "1:Done, but some inputs failed, or nothing was found",
      "2:The command line was wrong",
      "3:The installation, or a file that Dateline writes, failed"
    },
    subcommands = {
      ReadCommand.class,
      WatchCommand.class,
      SearchCommand.class,
      ShowCommand.class,
      StoriesCommand.class,
      StoryCommand.class,
      SaidCommand.class,
      OutletsCommand.class,
      PeopleCommand.class,
      ExportCommand.class,
      FailuresCommand.class,
      RunsCommand.class,
      DiffCommand.class,
      UpgradeCommand.class,
      StoreCommand.class,
      ForgetCommand.class,
      ActorCommand.class,
      GazetteerCommand.class,
      ServeCommand.class,
      DemoCommand.class,
      SchemaCommand.class,
      VerifyCommand.class,
      VersionCommand.class,
      CompletionCommand.class
    })
final class DatelineCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** For {@code --version}. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Dateline.SOFTWARE};
    }
  }
}
