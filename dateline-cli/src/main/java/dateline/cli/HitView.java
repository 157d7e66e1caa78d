package dateline.cli;

import dateline.cli.SearchCommand.Found;
import dateline.model.Event.Factuality;
import dateline.server.Bars;
import dateline.server.Question;
import dateline.server.SearchPage;
import dateline.store.Findings.Count;
import dateline.store.Findings.Facet;
import dateline.store.Findings.Facets;
import dateline.store.Findings.Histogram;
import dateline.store.FullText;
import dateline.store.Hit;
import dateline.store.Hits;
import dateline.words.TimexWords;
import dateline.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a search found, for people. */
final class HitView {

  private static final int COMFORTABLE = 92;
  private static final int ID_SHOWN = 12;
  private static final String MARGIN = "  ";
  private static final String INDENT = "    ";

  /** From the least to the most. */
  private static final String BARS = "▁▂▃▄▅▆▇█";

  private final int width;
  private final boolean coloured;
  private final StringBuilder out = new StringBuilder();

  private HitView(int columns, boolean coloured) {
    this.width = Math.min(columns, COMFORTABLE);
    this.coloured = coloured;
  }

  static String of(List<Found> found, int columns, boolean coloured) {
    HitView view = new HitView(columns, coloured);
    found.forEach(view::section);
    return view.out.toString();
  }

  private void section(Found found) {
    Hits<? extends Hit> hits = found.hits();
    if (hits.total() == 0) {
      return;
    }
    String heading =
        (hits.exact() ? "" : "About ") + Tally.count(hits.total(), found.question().one());
    InkedText line = new InkedText().add(heading, Ink.BOLD);
    line.add(" " + String.join("; ", found.question().readAs()), Ink.DIM);
    if (hits.total() > hits.hits().size()) {
      line.add(", the first " + hits.hits().size(), Ink.DIM);
    }
    print(line, "");
    for (Hit hit : hits.hits()) {
      if (hit instanceof Hit.OfStatement statement) {
        statement(statement);
      } else if (hit instanceof Hit.OfEvent event) {
        event(event);
      } else if (hit instanceof Hit.OfArticle article) {
        article(article);
      }
    }
    if (found.histogram() != null && found.facets() != null) {
      out.append('\n');
      histogram(found.histogram());
      facets(found.facets(), found.question());
    }
    out.append('\n');
  }

  /** A bar a step; a step without anything has a dot. */
  private void histogram(Histogram histogram) {
    List<Count> bars = histogram.bars();
    if (bars.size() < 2) {
      return;
    }
    long most = bars.stream().mapToLong(Count::count).max().orElse(1);
    InkedText line = new InkedText().add("By " + histogram.step() + "  ", Ink.BOLD);
    line.add(bars.get(0).value() + " ", Ink.DIM);
    Map<String, Long> counts = bars.stream().collect(Collectors.toMap(Count::value, Count::count));
    StringBuilder drawn = new StringBuilder();
    for (String time : Bars.times(histogram)) {
      long count = counts.getOrDefault(time, 0L);
      drawn.append(count == 0 ? '·' : BARS.charAt((int) ((count * BARS.length() - 1) / most)));
    }
    line.add(drawn.toString()).add(" " + bars.get(bars.size() - 1).value(), Ink.DIM);
    line.add(", at most " + most, Ink.DIM);
    print(line, MARGIN);
  }

  private void facets(Facets facets, Question question) {
    if (!facets.all()) {
      String which = facets.share() > 0 ? "one in " + facets.share() + ": " : "the latest ";
      print(new InkedText().add("Counted over " + which + facets.of(), Ink.DIM), MARGIN);
    }
    for (Facet facet : facets.facets()) {
      InkedText line = new InkedText();
      line.add(SearchPage.title(facet.name(), question), Ink.BOLD).add("  ");
      String separator = "";
      for (Count value : facet.values()) {
        line.add(separator + SearchPage.label(facet.name(), value.value()) + " ");
        line.add(Long.toString(value.count()), Ink.DIM);
        separator = " · ";
      }
      print(line, MARGIN);
    }
  }

  private void statement(Hit.OfStatement hit) {
    String name = Objects.requireNonNullElse(hit.speaker(), hit.source());
    InkedText line = new InkedText().add(name == null ? "Unnamed" : name, Ink.SOURCE);
    line.add(parenthesis(hit.country(), hit.sectors()), Ink.DIM);
    line.add(hit.cue() == null ? "" : " " + hit.cue(), Ink.CUE).add(": ");
    print(line.add(hit.content(), Ink.STATEMENT), MARGIN);
    article(hit.article(), hit.date());
  }

  private void event(Hit.OfEvent hit) {
    InkedText line = new InkedText().add(hit.type(), Ink.EVENT);
    line.add(hit.mode() == null ? "" : " " + hit.mode(), Ink.MAGENTA).add("  ");
    line.add(hit.actors().isEmpty() ? "(by whom is not told)" : parties(hit.actors()));
    if (!hit.recipients().isEmpty()) {
      line.add(" → ", Ink.DIM).add(parties(hit.recipients()));
    }
    print(line, MARGIN);
    print(new InkedText().add(hit.sentence()), INDENT);
    List<String> facts = new ArrayList<>();
    add(facts, hit.place() == null ? null : hit.place().name());
    add(facts, factuality(hit.factuality()));
    facts.add(
        hit.assertedBy() == null ? "the outlet reports it" : "according to " + hit.assertedBy());
    print(new InkedText().add(String.join(" · ", facts), Ink.DIM), INDENT);
    article(hit.article(), hit.date());
  }

  private static String factuality(String code) {
    for (Factuality factuality : Factuality.values()) {
      if (factuality.code().equals(code)) {
        return Wording.factuality(factuality);
      }
    }
    return code;
  }

  private void article(Hit.OfArticle hit) {
    Hit.ArticleRef article = hit.article();
    String title = Objects.requireNonNullElse(article.title(), article.uri());
    print(new InkedText().add(title == null ? "(no title)" : title, Ink.BOLD), MARGIN);
    if (!hit.passage().isEmpty()) {
      InkedText line = new InkedText();
      int ink = Ink.PLAIN;
      for (char c : hit.passage().toCharArray()) {
        if (c == FullText.MATCH_START || c == FullText.MATCH_END) {
          ink = c == FullText.MATCH_START ? Ink.BOLD | Ink.YELLOW : Ink.PLAIN;
        } else {
          line.add(c, ink);
        }
      }
      print(line, INDENT);
    }
    article(article, article.published());
  }

  /** The line that leads to the article. */
  private void article(Hit.ArticleRef article, @Nullable String date) {
    List<String> line = new ArrayList<>();
    add(line, date == null ? null : TimexWords.orValue(date));
    add(line, article.outlet());
    add(line, article.title());
    String id = article.id();
    line.add("show " + id.substring(0, Math.min(ID_SHOWN, id.length())));
    print(new InkedText().add(String.join(" · ", line), Ink.DIM), INDENT);
  }

  private static String parties(List<Hit.Party> parties) {
    return Wording.list(
        parties.stream()
            .map(party -> party.name() + parenthesis(party.country(), party.sectors()))
            .distinct()
            .toList());
  }

  private static String parenthesis(@Nullable String country, List<String> sectors) {
    String affiliation = Wording.affiliation(country, sectors);
    return affiliation.isEmpty() ? "" : " (" + affiliation + ")";
  }

  private void print(InkedText line, String indent) {
    line.wrap(out, indent, indent.isEmpty() ? "" : indent + "  ", width, coloured);
  }

  private static void add(List<String> line, @Nullable String part) {
    if (part != null && !part.isBlank()) {
      line.add(part);
    }
  }
}
