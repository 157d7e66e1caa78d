package dateline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dateline.store.Hit;
import dateline.store.Hits;
import dateline.store.Query;
import dateline.store.RecordStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "search",
    description = "Finds statements, events and articles in the store.",
    footer = {
      "",
      "All words must occur. \"Quotation marks\" keep words together (in a shell: '\"no talks\"'),",
      "talk* finds talks and talking, -word leaves out what has the word (after --)."
    })
final class SearchCommand implements Callable<Integer> {

  private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

  /** What is looked for. */
  enum In {
    STATEMENTS,
    EVENTS,
    ARTICLES
  }

  /** How hits are written. */
  enum As {
    TEXT,
    JSON
  }

  @Parameters(paramLabel = "WORDS", arity = "0..*", description = "Words to find.")
  private List<String> words = List.of();

  @Option(
      names = "--speaker",
      paramLabel = "NAME",
      description = "Part of the name of who says it.")
  private @Nullable String speaker;

  @Option(
      names = "--actor",
      paramLabel = "NAME|CODE",
      description = "Part of an actor's name, or a code such as RUS or MIL.")
  private @Nullable String actor;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Of an event (AGREE, ASSAULT …) or a statement (direct, indirect, mixed).")
  private @Nullable String type;

  @Option(
      names = "--country",
      paramLabel = "CODE",
      description = "ISO 3166-1 alpha-3: the speaker's; a party's or the place's of an event.")
  private @Nullable String country;

  @Option(names = "--from", paramLabel = "DATE", description = "Earliest day, month or year.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "DATE", description = "Latest day, month or year.")
  private @Nullable String to;

  @Option(
      names = "--in",
      paramLabel = "WHAT",
      split = ",",
      description = "statements, events, articles. Default: all three.")
  private Set<In> in = EnumSet.allOf(In.class);

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many of each. Default: 10.")
  private int limit = 10;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private As format = As.TEXT;

  @Mixin private StoreOption store = new StoreOption();

  @Mixin private Colour colour = new Colour();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Console console;

  SearchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Query query = query();
    Map<In, Hits<? extends Hit>> found = new LinkedHashMap<>();
    try (RecordStore opened = store.open()) {
      for (In each : EnumSet.copyOf(in)) {
        found.put(
            each,
            switch (each) {
              case STATEMENTS -> opened.statements(query);
              case EVENTS -> opened.events(query);
              case ARTICLES -> opened.articles(query);
            });
      }
    }
    console.out().write(rendered(found).getBytes(StandardCharsets.UTF_8));
    boolean nothing = found.values().stream().allMatch(hits -> hits.total() == 0);
    if (nothing) {
      console.err().println("Nothing found.");
    }
    return nothing ? ExitStatus.SOME_FAILED : ExitStatus.OK;
  }

  private Query query() {
    String typed = words.isEmpty() ? null : String.join(" ", words);
    Query query = new Query(typed, speaker, actor, type, country, from, to, limit);
    if (query.equals(new Query(null, null, null, null, null, null, null, limit))) {
      throw new ParameterException(spec.commandLine(), "say what to find: words or an option");
    }
    for (String date : new String[] {from, to}) {
      if (date != null && !DATE.matcher(date).matches()) {
        throw new ParameterException(
            spec.commandLine(), "a date is 2020, 2020-11 or 2020-11-17, not " + date);
      }
    }
    if (limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit must be at least 1");
    }
    return query;
  }

  private String rendered(Map<In, Hits<? extends Hit>> found) throws IOException {
    if (format == As.TEXT) {
      return HitView.of(found, console.columns(), colour.on(console));
    }
    Map<String, Hits<? extends Hit>> named = new LinkedHashMap<>();
    found.forEach((what, hits) -> named.put(what.name().toLowerCase(Locale.ROOT), hits));
    ObjectWriter writer = new ObjectMapper().writer(SerializationFeature.INDENT_OUTPUT);
    return writer.writeValueAsString(named) + "\n";
  }
}
