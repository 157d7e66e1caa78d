package dateline.cli;

import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import dateline.store.RecordStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Shows one article from the store.")
final class ShowCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "ID",
      description = "The record's id or the beginning of it, or the article's address or file.")
  private String id = "";

  @Option(
      names = "--revision",
      paramLabel = "N",
      description = "The N-th revision. Default: the latest.")
  private int revision;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), json or jsonl.")
  private Format format = Format.TEXT;

  @Mixin private PastStoreOption store = new PastStoreOption();

  @Mixin private Colour colour = new Colour();

  private final Console console;

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (RecordStore opened = store.open(console)) {
      Optional<ArticleRecord> record = revision == 0 ? opened.find(id) : revision(opened);
      if (record.isEmpty()) {
        console.err().println("dateline: the store has no record " + id);
        return ExitStatus.SOME_FAILED;
      }
      console.out().write(rendered(record.get()).getBytes(StandardCharsets.UTF_8));
      int revisions = opened.versions(id);
      if (revisions > 1 && format == Format.TEXT) {
        console.err().println("The article has " + revisions + " revisions: see --revision.");
      }
      return ExitStatus.OK;
    }
  }

  private Optional<ArticleRecord> revision(RecordStore opened) {
    List<RecordStore.Revision> revisions = opened.revisions(id);
    return revisions.stream()
        .filter(each -> each.number() == revision)
        .map(RecordStore.Revision::record)
        .findFirst();
  }

  private String rendered(ArticleRecord record) {
    return switch (format) {
      case TEXT -> ArticleView.of(record, console.columns(), colour.on(console));
      case JSON -> RecordJson.pretty(record) + "\n";
      case JSONL -> RecordJson.write(record) + "\n";
    };
  }
}
