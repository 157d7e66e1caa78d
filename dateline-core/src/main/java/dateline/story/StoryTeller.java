package dateline.story;

import dateline.model.ArticleRecord;
import dateline.story.Story.Member;
import dateline.story.Story.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Lays the articles of a story side by side: a function of their set, in any order. */
public final class StoryTeller {

  private StoryTeller() {}

  /**
   * An article and the number of its text.
   *
   * @param copies the same for near copies, and for nothing else
   * @param earlier the article's earlier revisions, in order
   */
  public record Input(ArticleRecord record, long copies, List<ArticleRecord> earlier) {

    public Input {
      earlier = List.copyOf(earlier);
    }

    /** An article that never changed, or of which no earlier revision is known. */
    public Input(ArticleRecord record, long copies) {
      this(record, copies, List.of());
    }
  }

  /**
   * @param inputs at least one
   */
  public static Story tell(List<Input> inputs) {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("a story has at least one article");
    }
    List<Told> articles = told(inputs);
    List<Text> texts = texts(articles);
    Told first = articles.get(0);
    Set<String> outlets = new LinkedHashSet<>();
    articles.forEach(article -> outlets.add(article.outlet()));
    Told last = first;
    for (Told article : articles) {
      last = article.published() == null ? last : article;
    }
    return new Story(
        first.record.article().title(),
        first.published(),
        last.published(),
        members(articles),
        texts,
        outlets.size(),
        texts.stream().map(Text::source).distinct().toList(),
        SameEvents.of(articles),
        SameStatements.of(articles));
  }

  /**
   * What was said over time: statements out of many articles, each once, by first telling.
   *
   * @param wanted tells by the ids of article and statement which to take
   */
  public static List<Story.SameStatement> sayings(
      List<Input> inputs, BiPredicate<String, String> wanted) {
    List<Told> articles = told(inputs);
    texts(articles);
    return SameStatements.of(articles, wanted);
  }

  private static List<Told> told(List<Input> inputs) {
    return inputs.stream()
        .map(input -> new Told(input.record(), input.copies(), input.earlier()))
        .sorted(Told.BY_TIME)
        .toList();
  }

  /** Groups articles by text, and tells each whose report it is. */
  private static List<Text> texts(List<Told> articles) {
    Map<Long, List<Told>> byText = new LinkedHashMap<>();
    articles.forEach(
        article -> byText.computeIfAbsent(article.copies, c -> new ArrayList<>()).add(article));
    List<Text> texts = new ArrayList<>();
    for (List<Told> copies : byText.values()) {
      String source = Sources.of(copies);
      copies.forEach(article -> article.source = source);
      texts.add(
          new Text(
              source,
              Sources.agency(copies) != null,
              copies.stream().map(Told::id).toList(),
              copies.stream().map(Told::outlet).distinct().toList()));
    }
    texts.sort(
        Comparator.comparing((Text text) -> -text.articles().size())
            .thenComparing(text -> text.articles().get(0)));
    return texts;
  }

  private static List<Member> members(List<Told> articles) {
    List<Digest> digests = articles.stream().map(told -> Digests.of(told.record)).toList();
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      Told article = articles.get(i);
      members.add(
          new Member(
              article.id(),
              article.record.article().title(),
              article.outlet(),
              article.published(),
              article.record.source().uri(),
              article.source,
              reasons(i, digests, articles)));
    }
    return members;
  }

  /** What ties an article to the story: its link to the earliest article that it has one with. */
  private static List<String> reasons(int article, List<Digest> digests, List<Told> articles) {
    for (int i = 0; i < digests.size(); i++) {
      if (i != article && (i < article || article > 0)) {
        List<String> reasons = Links.reasons(digests.get(article), digests.get(i));
        if (!reasons.isEmpty()) {
          List<String> named = new ArrayList<>();
          named.add("like “" + title(articles.get(i)) + "” in " + articles.get(i).outlet());
          named.addAll(reasons);
          return named;
        }
      }
    }
    return List.of();
  }

  private static String title(Told article) {
    String title = article.record.article().title();
    return title == null ? article.id() : title;
  }
}
