package dateline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dateline.server.Question;
import dateline.store.Findings.Facets;
import dateline.store.Findings.Histogram;
import dateline.store.Hit;
import dateline.store.Hits;
import dateline.store.Query;
import dateline.store.RecordStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
      "talk* finds talks and talking, -word leaves out what has the word (after --), OR is either side."
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
      description =
          "Of an event (AGREE, ASSAULT …) or a statement (direct, indirect, mixed). Statements are"
              + " what was said unless it is any: then also what was thought.")
  private @Nullable String type;

  @Option(
      names = "--country",
      paramLabel = "CODE",
      description = "ISO 3166-1 alpha-3: the speaker's; a party's or the place's of an event.")
  private @Nullable String country;

  @Option(
      names = "--sector",
      paramLabel = "CODE",
      description = "PLOVER sector, such as GOV or MIL: the speaker's; a party's of an event.")
  private @Nullable String sector;

  @Option(
      names = "--factuality",
      paramLabel = "CODE",
      description = "Of an event: actual, negated, possible, planned or conditional.")
  private @Nullable String factuality;

  @Option(
      names = "--claimed",
      paramLabel = "yes|no",
      description = "Events that are somebody's claim, or the outlet's own report.")
  private @Nullable String claimed;

  @Option(names = "--outlet", paramLabel = "NAME", description = "Name of the outlet, whole.")
  private @Nullable String outlet;

  @Option(names = "--place", paramLabel = "NAME", description = "Place of an event, whole.")
  private @Nullable String place;

  @Option(names = "--latest", description = "The latest first, not the best.")
  private boolean latest;

  @Option(
      names = "--facets",
      description = "Count speakers, countries, types, outlets …, and show hits over time.")
  private boolean facets;

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

  @Mixin private PastStoreOption store = new PastStoreOption();

  @Mixin private Colour colour = new Colour();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Console console;

  SearchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Map<String, String> parts = parts();
    List<Found> found = new ArrayList<>();
    try (RecordStore opened = store.open(console)) {
      for (In each : EnumSet.copyOf(in)) {
        Question question = new Question(each.name().toLowerCase(Locale.ROOT), parts);
        Query query = question.query(name -> List.of(name)).limit(limit);
        found.add(
            new Found(
                question,
                switch (each) {
                  case STATEMENTS -> opened.statements(query);
                  case EVENTS -> opened.events(query);
                  case ARTICLES -> opened.articles(query);
                },
                facets ? opened.findings().facets(question.kind(), query) : null,
                facets ? opened.findings().histogram(question.kind(), query) : null));
      }
    }
    console.out().write(rendered(found).getBytes(StandardCharsets.UTF_8));
    boolean nothing = found.stream().allMatch(each -> each.hits().total() == 0);
    if (nothing) {
      console.err().println("Nothing found.");
    }
    return nothing ? ExitStatus.SOME_FAILED : ExitStatus.OK;
  }

  /** The search as an address would spell it. */
  private Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    put(parts, "q", words.isEmpty() ? null : String.join(" ", words));
    put(parts, "speaker", speaker);
    put(parts, "actor", actor);
    put(parts, "type", type);
    put(parts, "country", country);
    put(parts, "sector", sector);
    put(parts, "factuality", factuality);
    put(parts, "claimed", claimed);
    put(parts, "outlet", outlet);
    put(parts, "place", place);
    put(parts, "from", from);
    put(parts, "to", to);
    if (parts.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "say what to find: words or an option");
    }
    put(parts, "order", latest ? "latest" : null);
    for (String date : new String[] {from, to}) {
      if (date != null && !DATE.matcher(date).matches()) {
        throw new ParameterException(
            spec.commandLine(), "a date is 2020, 2020-11 or 2020-11-17, not " + date);
      }
    }
    if (limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit must be at least 1");
    }
    return parts;
  }

  private static void put(Map<String, String> parts, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      parts.put(name, value.strip());
    }
  }

  /**
   * What a search found among things of one kind.
   *
   * @param facets null when they weren't asked for, like the histogram
   */
  record Found(
      Question question,
      Hits<? extends Hit> hits,
      @Nullable Facets facets,
      @Nullable Histogram histogram) {

    /** For JSON. */
    Map<String, @Nullable Object> shown() {
      Map<String, @Nullable Object> shown = new LinkedHashMap<>();
      shown.put("readAs", question.readAs());
      shown.put("total", hits.total());
      shown.put("exact", hits.exact());
      shown.put("hits", hits.hits());
      shown.put("next", hits.next());
      if (facets != null) {
        shown.put("facets", facets);
        shown.put("histogram", histogram);
      }
      return shown;
    }
  }

  private String rendered(List<Found> found) throws IOException {
    if (format == As.TEXT) {
      return HitView.of(found, console.columns(), colour.on(console));
    }
    Map<String, Object> named = new LinkedHashMap<>();
    found.forEach(each -> named.put(each.question().in(), each.shown()));
    ObjectWriter writer = new ObjectMapper().writer(SerializationFeature.INDENT_OUTPUT);
    return writer.writeValueAsString(named) + "\n";
  }
}
