package dateline.cli;

import dateline.model.Actor;
import dateline.model.Article;
import dateline.model.Article.Image;
import dateline.model.ArticleRecord;
import dateline.model.Comment;
import dateline.model.Event;
import dateline.model.Event.Participant;
import dateline.model.Place;
import dateline.model.Provenance.Warning;
import dateline.model.Resolved;
import dateline.model.Statement;
import dateline.model.TimeExpression;
import dateline.text.CharRange;
import dateline.text.CodePoints;
import dateline.text.Span;
import dateline.words.TimexWords;
import dateline.words.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record for people: the article as a newspaper would print it, with what was found marked in it,
 * then who said what, who did what to whom, where and when. Readers' comments are counted apart:
 * they are opinions, not part of the article.
 */
final class ArticleView {

  /** Longest line that is comfortable to read. */
  private static final int COMFORTABLE = 92;

  private static final int COMMENTS_SHOWN = 3;
  private static final int COMMENT_LENGTH = 200;
  private static final String MARGIN = "  ";
  private static final String INDENT = "    ";
  private static final String DEEPER = "      ";

  private final ArticleRecord record;
  private final CodePoints text;
  private final int width;
  private final boolean coloured;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, Actor> actors = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, Statement> statements = new HashMap<>();

  private ArticleView(ArticleRecord record, int columns, boolean coloured) {
    this.record = record;
    this.text = CodePoints.of(record.article().text());
    this.width = Math.min(columns, COMFORTABLE);
    this.coloured = coloured;
    record.actors().forEach(actor -> actors.put(actor.id(), actor));
    record.places().forEach(place -> places.put(place.id(), place));
    record.statements().forEach(statement -> statements.put(statement.id(), statement));
  }

  /**
   * @param columns width of the terminal in characters
   * @param coloured whether ANSI sequences are understood
   */
  static String of(ArticleRecord record, int columns, boolean coloured) {
    ArticleView view = new ArticleView(record, columns, coloured);
    view.head();
    view.body();
    view.statements();
    view.events();
    view.places();
    view.times();
    view.comments();
    view.foot();
    return view.out.toString();
  }

  // ---- head and body

  private void head() {
    Article article = record.article();
    out.append(ink("━".repeat(width), Ink.DIM)).append('\n');
    List<String> line = new ArrayList<>();
    add(line, article.outlet());
    add(line, article.section());
    add(line, date(article.published()));
    if (!article.byline().isEmpty()) {
      line.add("by " + Wording.list(article.byline()));
    }
    print(new InkedText().add(String.join(" · ", line), Ink.DIM), MARGIN, MARGIN);
    if (article.title() != null) {
      print(new InkedText().add(article.title(), Ink.BOLD), MARGIN, MARGIN);
    }
    Article.Dateline dateline = article.dateline();
    if (dateline != null) {
      print(new InkedText().add("Filed from " + filed(dateline), Ink.DIM), MARGIN, MARGIN);
    }
    for (Image image : article.images()) {
      print(new InkedText().add("Image: " + image(image), Ink.DIM), MARGIN, MARGIN + "       ");
    }
    out.append('\n');
  }

  private String filed(Article.Dateline dateline) {
    Place place = places.get(dateline.place());
    if (place == null) {
      return text.slice(dateline.span());
    }
    List<String> line = new ArrayList<>();
    line.add(withCountry(place));
    add(line, dateline.time());
    add(line, dateline.date() == null ? null : TimexWords.orValue(dateline.date()));
    add(line, dateline.agency());
    return String.join(", ", line);
  }

  private static String image(Image image) {
    List<String> line = new ArrayList<>();
    add(line, image.caption());
    add(line, image.file());
    add(line, image.credit() == null ? null : "credit: " + image.credit());
    add(line, image.licence() == null ? "licence not stated" : image.licence());
    return String.join(" · ", line);
  }

  private void body() {
    byte[] inks = inks();
    String words = text.text();
    for (Span paragraph : record.article().paragraphs()) {
      CharRange range = text.range(paragraph);
      InkedText line = new InkedText();
      for (int i = range.start(); i < range.end(); i++) {
        line.add(words.charAt(i), inks[i]);
      }
      print(line, MARGIN, MARGIN);
      out.append('\n');
    }
    if (record.article().truncated()) {
      print(new InkedText().add("[The page shows only part of the article.]", Ink.DIM), MARGIN, "");
      out.append('\n');
    }
    if (coloured && isMarked(inks)) {
      print(
          new InkedText()
              .add("Marked: ", Ink.DIM)
              .add("who", Ink.SOURCE)
              .add(" · ", Ink.DIM)
              .add("said", Ink.CUE)
              .add(" · ", Ink.DIM)
              .add("what was said", Ink.STATEMENT)
              .add(" · ", Ink.DIM)
              .add("event", Ink.EVENT)
              .add(" · ", Ink.DIM)
              .add("place", Ink.PLACE)
              .add(" · ", Ink.DIM)
              .add("time", Ink.TIME),
          MARGIN,
          MARGIN);
    }
  }

  private static boolean isMarked(byte[] inks) {
    for (byte ink : inks) {
      if (ink != Ink.PLAIN) {
        return true;
      }
    }
    return false;
  }

  /** The look of every UTF-16 unit of the article. */
  private byte[] inks() {
    byte[] inks = new byte[text.text().length()];
    for (Statement statement : shownStatements()) {
      ink(inks, statement.content(), Ink.STATEMENT);
    }
    for (Statement statement : shownStatements()) {
      ink(inks, statement.source(), Ink.SOURCE);
      ink(inks, statement.cue(), Ink.CUE);
    }
    record.times().forEach(time -> ink(inks, time.span(), Ink.TIME));
    record.places().forEach(place -> ink(inks, place.span(), Ink.PLACE));
    for (Event event : record.events()) {
      ink(inks, event.trigger(), Ink.EVENT);
      event.mentions().forEach(mention -> ink(inks, mention, Ink.EVENT));
    }
    return inks;
  }

  private void ink(byte[] inks, List<Span> spans, int ink) {
    for (Span span : spans) {
      CharRange range = text.range(span);
      for (int i = range.start(); i < range.end(); i++) {
        inks[i] = (byte) Ink.over(inks[i], ink);
      }
    }
  }

  // ---- who said what

  /** What readers are shown: what was communicated, not what someone is said to want or know. */
  private List<Statement> shownStatements() {
    return record.statements().stream()
        .filter(statement -> statement.type() == Statement.Type.COMMUNICATION)
        .toList();
  }

  private void statements() {
    if (shownStatements().isEmpty()) {
      return;
    }
    heading("Who said what");
    String last = null;
    for (Statement statement : shownStatements()) {
      String speaker = speaker(statement);
      if (!speaker.equals(last)) {
        Actor actor = actors.get(statement.speaker());
        InkedText line = new InkedText().add(speaker, Ink.SOURCE);
        if (actor != null) {
          line.add(parenthesis(actor.country(), actor.sectors()), Ink.DIM);
        }
        print(line, MARGIN, INDENT);
        last = speaker;
      }
      statement(statement);
    }
  }

  private void statement(Statement statement) {
    InkedText line = new InkedText();
    if (!statement.cue().isEmpty()) {
      line.add(text.slice(statement.cue()), Ink.CUE).add(": ");
    }
    String gap = "";
    for (Span part : statement.content()) {
      line.add(gap, Ink.DIM).add(text.slice(part), Ink.STATEMENT);
      gap = " … ";
    }
    print(line, INDENT, DEEPER);
    List<String> circumstances = new ArrayList<>();
    Actor addressee = actors.get(statement.addressee());
    add(circumstances, addressee == null ? null : "to " + addressee.name());
    add(circumstances, statement.venue() == null ? null : text.slice(statement.venue().span()));
    add(circumstances, isOnPublicationDay(statement.date()) ? null : date(statement.date()));
    Statement outer = statements.get(statement.within());
    add(circumstances, outer == null ? null : "as told by " + speaker(outer));
    if (!circumstances.isEmpty()) {
      print(new InkedText().add(String.join(" · ", circumstances), Ink.DIM), DEEPER, DEEPER);
    }
  }

  private boolean isOnPublicationDay(@Nullable Resolved date) {
    Resolved published = record.article().published();
    return date != null && published != null && published.value().startsWith(date.value());
  }

  private static @Nullable String date(@Nullable Resolved date) {
    return date == null ? null : TimexWords.orValue(date.value());
  }

  private String speaker(Statement statement) {
    Actor actor = actors.get(statement.speaker());
    if (actor != null) {
      return actor.name();
    }
    return statement.source().isEmpty() ? "Unnamed" : text.slice(statement.source());
  }

  // ---- who did what to whom

  private void events() {
    if (record.events().isEmpty()) {
      return;
    }
    heading("Who did what to whom");
    for (Event event : record.events()) {
      InkedText line = new InkedText();
      line.add(event.type().code(), Ink.EVENT);
      line.add(event.mode() == null ? "" : " " + event.mode(), Ink.MAGENTA);
      line.add("  ");
      line.add(event.actors().isEmpty() ? "(by whom is not told)" : parties(event.actors()));
      if (!event.recipients().isEmpty()) {
        line.add(" → ", Ink.DIM).add(parties(event.recipients()));
      }
      print(line, MARGIN, INDENT);
      print(new InkedText().add(circumstances(event), Ink.DIM), INDENT, DEEPER);
    }
  }

  private String parties(List<Participant> participants) {
    Set<String> names = new LinkedHashSet<>();
    for (Participant participant : participants) {
      Actor actor = actors.get(participant.actor());
      String name = actor == null ? text.slice(participant.span()) : actor.name();
      names.add(name + parenthesis(participant.country(), participant.sectors()));
    }
    return Wording.list(List.copyOf(names));
  }

  private String circumstances(Event event) {
    List<String> line = new ArrayList<>();
    line.add("“" + text.slice(event.trigger()) + "”");
    add(line, date(event.date()));
    Place place = places.get(event.place());
    add(line, place == null ? null : withCountry(place));
    String harm = Wording.harm(event.harm());
    add(line, harm.isEmpty() ? null : harm);
    line.add(Wording.factuality(event.factuality()));
    Statement claim = statements.get(event.assertedBy());
    line.add(claim == null ? "the outlet reports it" : "according to " + speaker(claim));
    return String.join(" · ", line);
  }

  // ---- where and when

  private void places() {
    Map<String, Place> shown = new LinkedHashMap<>();
    for (Place place : record.places()) {
      shown.putIfAbsent(Objects.requireNonNullElse(place.gazetteer(), place.name()), place);
    }
    if (shown.isEmpty()) {
      return;
    }
    heading("Where");
    for (Place place : shown.values()) {
      InkedText line = new InkedText().add(withCountry(place), Ink.PLACE);
      List<String> facts = new ArrayList<>();
      add(facts, place.precision() == null ? null : place.precision().code());
      add(facts, coordinates(place));
      add(facts, place.disputed() ? "disputed" : null);
      if (place.disputed() && !place.alsoKnownAs().isEmpty()) {
        facts.add("also " + Wording.list(place.alsoKnownAs()));
      }
      line.add(
          facts.isEmpty() ? "  not found on the map" : "  " + String.join(" · ", facts), Ink.DIM);
      print(line, MARGIN, INDENT);
    }
  }

  private static @Nullable String coordinates(Place place) {
    if (place.lat() == null || place.lon() == null) {
      return null;
    }
    return String.format(
        Locale.ROOT,
        "%.2f° %s, %.2f° %s",
        Math.abs(place.lat()),
        place.lat() < 0 ? "S" : "N",
        Math.abs(place.lon()),
        place.lon() < 0 ? "W" : "E");
  }

  private static String withCountry(Place place) {
    String country = place.country() == null ? "" : Wording.country(place.country());
    return country.isEmpty() || country.equals(place.name())
        ? place.name()
        : place.name() + ", " + country;
  }

  private void times() {
    Set<String> shown = new LinkedHashSet<>();
    for (TimeExpression time : record.times()) {
      String value = calendar(time.value());
      if (value != null) {
        shown.add(text.slice(time.span()) + " = " + value);
      }
    }
    if (!shown.isEmpty()) {
      heading("When");
      print(new InkedText().add(String.join(" · ", shown)), MARGIN, MARGIN);
    }
  }

  /** A value in words; null for none and for "now" and alike, which say no more than the text. */
  private static @Nullable String calendar(@Nullable String value) {
    return value == null || value.endsWith("_REF") ? null : TimexWords.of(value);
  }

  // ---- readers and remarks

  private void comments() {
    List<Comment> comments = record.comments();
    if (comments.isEmpty()) {
      return;
    }
    heading("Readers’ opinions");
    print(
        new InkedText()
            .add(Tally.count(comments.size(), "comment"))
            .add(", no part of the article; nothing in them counts as reported."),
        MARGIN,
        MARGIN);
    for (Comment comment : comments.subList(0, Math.min(COMMENTS_SHOWN, comments.size()))) {
      String posted = comment.posted() == null ? "" : TimexWords.orValue(comment.posted()) + ": ";
      print(new InkedText().add(posted + shortened(comment.text()), Ink.DIM), INDENT, DEEPER);
    }
  }

  private static String shortened(String words) {
    if (words.codePointCount(0, words.length()) <= COMMENT_LENGTH) {
      return words;
    }
    String cut = words.substring(0, words.offsetByCodePoints(0, COMMENT_LENGTH));
    int blank = cut.lastIndexOf(' ');
    return (blank > 0 ? cut.substring(0, blank) : cut) + " …";
  }

  private void foot() {
    List<Warning> warnings = record.provenance().warnings();
    if (!warnings.isEmpty()) {
      heading("Remarks");
      for (Warning warning : warnings) {
        print(new InkedText().add(warning.code() + ": " + warning.what()), MARGIN, INDENT);
      }
    }
    out.append('\n');
    String uri = record.source().uri();
    print(
        new InkedText().add((uri == null ? "" : uri + " · ") + "record " + record.id(), Ink.DIM),
        MARGIN,
        MARGIN);
  }

  // ---- printing

  private void heading(String words) {
    if (out.charAt(out.length() - 2) != '\n') { // no blank line yet
      out.append('\n');
    }
    String line = "── " + words + " ";
    InkedText heading = new InkedText().add("── ", Ink.DIM).add(words, Ink.BOLD).add(" ", Ink.DIM);
    heading.add("─".repeat(Math.max(0, width - line.length())), Ink.DIM);
    print(heading, "", "");
  }

  private void print(InkedText line, String first, String rest) {
    if (!line.isEmpty()) {
      line.wrap(out, first, rest, width, coloured);
    }
  }

  private String ink(String words, int ink) {
    return coloured ? Ink.begin(ink) + words + Ink.begin(Ink.PLAIN) : words;
  }

  private static String parenthesis(@Nullable String country, List<String> sectors) {
    String affiliation = Wording.affiliation(country, sectors);
    return affiliation.isEmpty() ? "" : " (" + affiliation + ")";
  }

  private static void add(List<String> line, @Nullable String part) {
    if (part != null && !part.isBlank()) {
      line.add(part);
    }
  }
}
