package dateline.cli;

import dateline.store.Stories;
import dateline.store.Stories.Edited;
import dateline.store.Stories.Found;
import dateline.store.Stories.StoryChange;
import dateline.store.Stories.StoryRef;
import dateline.story.Edits.Edit;
import dateline.story.People.Person;
import dateline.story.People.Role;
import dateline.story.Story;
import dateline.story.Story.Detail;
import dateline.story.Story.Member;
import dateline.story.Story.SameEvent;
import dateline.story.Story.SameStatement;
import dateline.story.Story.Standing;
import dateline.story.Story.Text;
import dateline.story.Story.Variant;
import dateline.story.StoryWords;
import dateline.story.WordDiff.Op;
import dateline.story.WordDiff.Piece;
import dateline.words.TimexWords;
import dateline.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stories for people at a terminal. */
final class StoryView {

  private static final int COMFORTABLE = 92;
  private static final String MARGIN = "  ";
  private static final String INDENT = "    ";

  /** Outlets named of a text that many print. */
  private static final int OUTLETS_SHOWN = 8;

  private final int width;
  private final boolean coloured;
  private final StringBuilder out = new StringBuilder();

  private StoryView(int columns, boolean coloured) {
    this.width = Math.min(columns, COMFORTABLE);
    this.coloured = coloured;
  }

  static String list(Found found, int columns, boolean coloured) {
    StoryView view = new StoryView(columns, coloured);
    if (found.total() > 0) {
      InkedText heading = new InkedText().add(stories(found.total()), Ink.BOLD);
      if (found.total() > found.stories().size()) {
        heading.add(", the first " + found.stories().size(), Ink.DIM);
      }
      view.print(heading, "");
      found.stories().forEach(view::reference);
    }
    return view.out.toString();
  }

  private static String stories(long count) {
    return count == 1 ? "1 story" : count + " stories";
  }

  private void reference(StoryRef story) {
    print(new InkedText().add(title(story.title()), Ink.BOLD), MARGIN);
    String line =
        String.join(
            " · ",
            period(story.first(), story.last()),
            Tally.count(story.articles(), "article"),
            Tally.count(story.texts(), "text"),
            Tally.count(story.outlets(), "outlet"),
            "story " + story.story());
    print(new InkedText().add(line, Ink.DIM), INDENT);
  }

  static String of(Stories.Kept kept, int columns, boolean coloured) {
    StoryView view = new StoryView(columns, coloured);
    view.story(kept);
    return view.out.toString();
  }

  static String said(List<SameStatement> statements, int columns, boolean coloured) {
    StoryView view = new StoryView(columns, coloured);
    for (SameStatement statement : statements) {
      String first = statement.first();
      view.print(
          new InkedText().add(first == null ? "undated" : TimexWords.orValue(day(first)), Ink.TIME),
          "");
      view.statement(statement);
    }
    return view.out.toString();
  }

  static String people(List<Person> people, int columns, boolean coloured) {
    StoryView view = new StoryView(columns, coloured);
    people.forEach(view::person);
    return view.out.toString();
  }

  private void person(Person person) {
    InkedText line = new InkedText().add(person.names().get(0), Ink.SOURCE);
    String affiliation = Wording.list(person.countries().stream().map(Wording::country).toList());
    line.add(affiliation.isEmpty() ? "" : " (" + affiliation + ")", Ink.DIM);
    line.add(", " + Tally.count(person.articles().size(), "article"), Ink.DIM);
    print(line, "");
    if (person.names().size() > 1) {
      String others = Wording.list(person.names().subList(1, person.names().size()));
      String because = String.join("; ", person.because());
      print(new InkedText().add("also " + others).add(" (" + because + ")", Ink.DIM), MARGIN);
    }
    for (Role role : person.roles()) {
      InkedText told = new InkedText().add(role.role());
      told.add(" · " + period(role.first(), role.last()), Ink.DIM);
      told.add(" · " + Tally.count(role.articles(), "article"), Ink.DIM);
      print(told, MARGIN);
    }
  }

  private void story(Stories.Kept kept) {
    Story story = kept.story();
    print(new InkedText().add(title(story.title()), Ink.BOLD), "");
    String counts =
        String.join(
            " · ",
            period(story.first(), story.last()),
            Tally.count(story.articles().size(), "article"),
            Tally.count(story.outlets(), "outlet"),
            Tally.count(story.sources().size(), "independent source"),
            "story " + kept.number());
    print(new InkedText().add(counts, Ink.DIM), "");
    section("Who reports it");
    story.texts().forEach(this::text);
    section("What happened");
    story.events().stream().filter(event -> isToldOften(event, story)).forEach(this::event);
    section("Who said what");
    story.statements().stream()
        .filter(statement -> statement.speaker() != null)
        .forEach(this::statement);
    if (!kept.edited().isEmpty()) {
      section("What outlets changed afterwards");
      kept.edited().forEach(this::edited);
    }
    section("Why these articles are one story");
    reasons(story.articles());
    kept.history().forEach(this::change);
  }

  /** In a story of many articles, what only one of them mentions in passing is left out. */
  private static boolean isToldOften(SameEvent event, Story story) {
    return event.day() != null && (event.reports() > 1 || story.articles().size() < 3)
        || event.standing() == Standing.CONTESTED;
  }

  private void section(String heading) {
    out.append('\n');
    print(new InkedText().add(heading, Ink.BOLD), "");
  }

  private void text(Text text) {
    InkedText line = new InkedText().add(text.source(), Ink.SOURCE);
    line.add(text.isAgency() ? " (agency)" : "", Ink.DIM);
    List<String> others =
        text.outlets().stream().filter(outlet -> !outlet.equals(text.source())).toList();
    if (!others.isEmpty()) {
      line.add(", printed by ");
      List<String> shown = new ArrayList<>(others.stream().limit(OUTLETS_SHOWN).toList());
      int more = others.size() - shown.size();
      if (more > 0) {
        shown.add(more + " more");
      }
      line.add(Wording.list(shown));
    }
    print(line, MARGIN);
  }

  private void event(SameEvent event) {
    InkedText line = new InkedText().add(event.type().code(), Ink.EVENT).add("  ");
    line.add(
        event.actors().isEmpty()
            ? "(by whom is not told)"
            : event.actors().stream().limit(3).collect(Collectors.joining(" / ")));
    if (!event.recipients().isEmpty()) {
      line.add(" → ", Ink.DIM);
      line.add(event.recipients().stream().limit(3).collect(Collectors.joining(" / ")));
    }
    print(line, MARGIN);
    List<String> facts = new ArrayList<>();
    add(facts, event.day() == null ? null : TimexWords.orValue(event.day()));
    add(facts, event.place());
    facts.add(StoryWords.standing(event));
    facts.add(
        Tally.count(event.reports(), "report")
            + " in "
            + Tally.count(event.outlets(), "outlet")
            + " from "
            + Tally.count(event.independentSources(), "independent source"));
    print(new InkedText().add(String.join(" · ", facts), Ink.DIM), INDENT);
    for (Detail detail : event.details()) {
      print(
          new InkedText()
              .add(detail.value() + " " + detail.what(), Ink.YELLOW)
              .add(": " + Wording.list(detail.sources())),
          INDENT);
    }
  }

  private void statement(SameStatement statement) {
    InkedText line =
        new InkedText().add(Objects.requireNonNullElse(statement.speaker(), ""), Ink.SOURCE);
    line.add(
        statement.spellings().isEmpty()
            ? ""
            : " (also " + Wording.list(statement.spellings()) + ")",
        Ink.DIM);
    print(line.add(": ").add(statement.longest(), Ink.STATEMENT), MARGIN);
    print(
        new InkedText()
            .add(
                Tally.count(statement.articles(), "article")
                    + " · "
                    + Tally.count(statement.sources(), "independent source"),
                Ink.DIM),
        INDENT);
    statement.variants().forEach(this::variant);
  }

  private void variant(Variant variant) {
    String where =
        variant.tellings().stream()
            .map(StoryView::where)
            .distinct()
            .limit(3)
            .collect(Collectors.joining(", "));
    switch (variant.form()) {
      case WHOLE -> {}
      case CUT -> print(new InkedText().add("cut: ", Ink.DIM).add(where, Ink.DIM), INDENT);
      case INDIRECT ->
          print(
              new InkedText()
                  .add("indirectly: ", Ink.DIM)
                  .add(variant.words())
                  .add(" " + where, Ink.DIM),
              INDENT);
      case REWORDED ->
          print(
              new InkedText()
                  .add("in other words: ", Ink.DIM)
                  .add(variant.words())
                  .add(" " + where, Ink.DIM),
              INDENT);
      case ALTERED -> {
        InkedText line = new InkedText().add("altered in " + where + ": ", Ink.BOLD);
        difference(variant.difference(), line);
        print(line, INDENT);
      }
    }
  }

  private static String where(Story.Telling telling) {
    return telling.revision() == null
        ? telling.outlet()
        : telling.outlet() + " (version " + telling.revision() + ", changed since)";
  }

  /** Words left out in brackets, words put in marked. */
  private static void difference(List<Piece> pieces, InkedText line) {
    for (Piece piece : pieces) {
      if (piece.op() == Op.LEFT_OUT) {
        line.add("[-" + piece.words() + "-] ", Ink.DIM);
      } else if (piece.op() == Op.PUT_IN) {
        line.add("{+" + piece.words() + "+} ", Ink.BOLD | Ink.YELLOW);
      } else {
        line.add(piece.words() + " ");
      }
    }
  }

  private void edited(Edited edited) {
    for (Edit edit : edited.edits()) {
      InkedText line =
          new InkedText().add(Objects.requireNonNullElse(edited.outlet(), ""), Ink.BOLD);
      line.add(edit.isAdmitted() ? ", saying so, " : ", in silence, ");
      if (edit.difference().isEmpty()) {
        line.add(edit.before() + " became " + edit.after() + " " + edit.what(), Ink.YELLOW);
      } else {
        line.add("changed a quote: ");
        difference(edit.difference(), line);
      }
      print(line, MARGIN);
    }
  }

  /** Articles under the one that each is like. */
  private void reasons(List<Member> members) {
    Map<String, List<Member>> byLike = new LinkedHashMap<>();
    members.stream()
        .filter(member -> !member.because().isEmpty())
        .forEach(
            member ->
                byLike
                    .computeIfAbsent(member.because().get(0), like -> new ArrayList<>())
                    .add(member));
    byLike.forEach(
        (like, articles) -> {
          print(new InkedText().add(like, Ink.DIM), MARGIN);
          for (Member member : articles) {
            String because =
                String.join("; ", member.because().subList(1, member.because().size()));
            print(new InkedText().add(member.outlet(), Ink.BOLD).add(": " + because), INDENT);
          }
        });
  }

  private void change(StoryChange change) {
    String what =
        change.what().equals("merged")
            ? "story " + change.story() + " became part of " + change.became()
            : "story " + change.became() + " came out of " + change.story();
    print(new InkedText().add(what, Ink.DIM), MARGIN);
  }

  private static String title(@Nullable String title) {
    return title == null ? "(no title)" : title;
  }

  private static String period(@Nullable String first, @Nullable String last) {
    if (first == null || last == null) {
      return "undated";
    }
    String from = TimexWords.orValue(day(first));
    String to = TimexWords.orValue(day(last));
    return from.equals(to) ? from : from + " to " + to;
  }

  private static String day(String published) {
    return published.substring(0, Math.min(10, published.length()));
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
