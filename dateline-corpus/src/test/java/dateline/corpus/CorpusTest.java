package dateline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CorpusTest {

  private static final List<Report> REPORTS = Corpus.reports(Plan.year(3, 300)).toList();

  @Test
  void theSameSeedMakesTheSameCorpusAndAnotherSeedAnother() {
    assertThat(Corpus.reports(Plan.year(3, 300)).toList()).isEqualTo(REPORTS);
    assertThat(Corpus.reports(Plan.year(4, 300)).toList()).isNotEqualTo(REPORTS);
  }

  @Test
  void reportsComeInTheOrderOfTheirPublication() {
    LocalDateTime last = LocalDateTime.MIN;
    for (Report report : REPORTS) {
      assertThat(report.published()).isAfterOrEqualTo(last);
      last = report.published();
    }
  }

  @Test
  void idsAreUniqueAndARevisionKeepsItsAddress() {
    Set<String> ids = REPORTS.stream().map(Report::id).collect(Collectors.toSet());
    assertThat(ids).hasSameSizeAs(REPORTS);
    Set<String> first = new HashSet<>();
    REPORTS.stream().filter(r -> r.revision() == 1).forEach(r -> first.add(r.url()));
    assertThat(REPORTS.stream().filter(r -> r.revision() == 2))
        .isNotEmpty()
        .allMatch(r -> first.contains(r.url()));
  }

  @Test
  void marksLieOnTheWordsThatTheyMean() {
    for (Report report : REPORTS) {
      assertThat(report.text()).doesNotContain("{").doesNotContain("*").doesNotContain("|");
      for (Mark mark : report.marks()) {
        String words = report.text().substring(mark.span().start(), mark.span().end());
        switch (mark.what()) {
          case EVENT -> assertThat(words).matches("(?s)[A-Z0-9].*[.]");
          case STATEMENT -> assertThat(words).matches("(?s)[“A-Z].*[.”]");
          case PERSON -> assertThat(words).matches("\\p{Lu}\\p{L}+ [\\p{L} -]+");
        }
      }
    }
  }

  @Test
  void theCorpusHasOneToFortyReportsAndEveryTrap() {
    var byStory =
        REPORTS.stream()
            .collect(Collectors.groupingBy(r -> r.truth().story(), Collectors.counting()));
    assertThat(byStory).hasSize(300);
    assertThat(byStory.values()).contains(1L).allMatch(n -> n <= 46).anyMatch(n -> n > 20);
    assertThat(REPORTS.stream().flatMap(r -> r.marks().stream()))
        .anyMatch(Mark::altered)
        .anyMatch(mark -> mark.key().endsWith("/denial"))
        .anyMatch(mark -> mark.key().endsWith("/claim"))
        .anyMatch(mark -> mark.key().endsWith("/sequel"));
  }
}
