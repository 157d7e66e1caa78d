package dateline.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dateline.Dateline;
import dateline.PageInput;
import dateline.json.RecordJson;
import dateline.model.Actor;
import dateline.model.ArticleRecord;
import dateline.model.Event;
import dateline.model.Statement;
import dateline.text.CodePoints;
import dateline.text.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped examples, through the whole walk. */
class ExamplesTest {

  private static final Dateline DATELINE = Dateline.open();
  private static final List<PageInput> INPUTS = new ArrayList<>();
  private static final List<ArticleRecord> RECORDS = new ArrayList<>();

  @BeforeAll
  static void read() throws Exception {
    try (Stream<Path> files = Files.list(Shared.examples())) {
      for (Path file : files.filter(f -> !f.toString().endsWith(".md")).sorted().toList()) {
        PageInput input = PageInput.of(Files.readAllBytes(file), file.getFileName().toString());
        INPUTS.add(input);
        RECORDS.add(DATELINE.read(input));
      }
    }
    assertThat(RECORDS).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void everyRecordIsValidAgainstTheSchema() {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(RecordJson.schema(), InputFormat.JSON);
    for (ArticleRecord record : RECORDS) {
      assertThat(schema.validate(RecordJson.write(record), InputFormat.JSON))
          .as(String.valueOf(record.source().uri()))
          .isEmpty();
    }
  }

  @Test
  void everySpanLiesInTheText() {
    for (ArticleRecord record : RECORDS) {
      int length = CodePoints.of(record.article().text()).length();
      assertThat(spans(record)).allMatch(span -> span.end() <= length && span.length() > 0);
    }
  }

  @Test
  void everyIdThatIsPointedAtExists() {
    for (ArticleRecord record : RECORDS) {
      Set<String> ids =
          Stream.of(
                  record.actors().stream().map(Actor::id),
                  record.statements().stream().map(Statement::id),
                  record.events().stream().map(Event::id),
                  record.places().stream().map(p -> p.id()),
                  record.times().stream().map(t -> t.id()))
              .flatMap(s -> s)
              .collect(Collectors.toSet());
      assertThat(ids).containsAll(pointers(record));
    }
  }

  @Test
  void eightThreadsGiveTheSameBytesAsOne() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> jobs = new ArrayList<>();
      for (int round = 0; round < 4; round++) {
        INPUTS.forEach(input -> jobs.add(() -> RecordJson.write(DATELINE.read(input))));
      }
      List<String> once = RECORDS.stream().map(RecordJson::write).toList();
      int i = 0;
      for (var answer : threads.invokeAll(jobs)) {
        assertThat(answer.get()).isEqualTo(once.get(i++ % once.size()));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void recordsReadBackFromTheirJson() {
    for (ArticleRecord record : RECORDS) {
      assertThat(RecordJson.read(RecordJson.write(record))).isEqualTo(record);
    }
  }

  @Test
  void commentsAreNeverInTheArticle() {
    ArticleRecord truce = of("ceasefire.html");
    assertThat(truce.comments()).hasSize(2);
    assertThat(truce.comments().get(1).replyTo()).isEqualTo(0);
    assertThat(truce.article().text()).doesNotContain("riverman", "tanks leave", "Share this");
  }

  @Test
  void aPageInAnotherLanguageSaysThatNoStatementsWereRead() {
    ArticleRecord german = of("gipfel.html");
    assertThat(german.article().language()).isEqualTo("de");
    assertThat(german.article().text()).startsWith("WIEN (dz)");
    assertThat(german.statements()).isEmpty();
    assertThat(german.provenance().warnings()).anyMatch(w -> w.code().equals("not-english"));
  }

  private static ArticleRecord of(String name) {
    return RECORDS.stream().filter(r -> name.equals(r.source().uri())).findFirst().orElseThrow();
  }

  private static List<Span> spans(ArticleRecord record) {
    List<Span> spans = new ArrayList<>(record.article().paragraphs());
    spans.addAll(record.article().sentences());
    for (Actor actor : record.actors()) {
      actor.mentions().forEach(mention -> spans.addAll(mention.span()));
    }
    for (Statement statement : record.statements()) {
      spans.addAll(statement.content());
      spans.addAll(statement.cue());
      spans.addAll(statement.source());
    }
    for (Event event : record.events()) {
      event.mentions().forEach(spans::addAll);
      event.actors().forEach(side -> spans.addAll(side.span()));
      event.recipients().forEach(side -> spans.addAll(side.span()));
    }
    record.places().forEach(place -> spans.addAll(place.span()));
    record.times().forEach(time -> spans.addAll(time.span()));
    return spans;
  }

  private static Set<String> pointers(ArticleRecord record) {
    Stream.Builder<String> pointers = Stream.builder();
    for (Statement statement : record.statements()) {
      Stream.of(statement.speaker(), statement.addressee(), statement.partOf(), statement.within())
          .forEach(pointers);
    }
    for (Event event : record.events()) {
      pointers.add(event.place()).add(event.assertedBy());
      event.actors().forEach(side -> pointers.add(side.actor()));
      event.recipients().forEach(side -> pointers.add(side.actor()));
    }
    return pointers.build().filter(java.util.Objects::nonNull).collect(Collectors.toSet());
  }
}
