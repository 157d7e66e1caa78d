package dateline.model;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts pseudonyms in the place of the names of people who comment. */
public final class Commenters {

  /** Shorter names are words of the text too often. */
  private static final int SHORTEST = 3;

  /** Names that are looked for in other comments; a bound on the work for one page. */
  private static final int MOST = 500;

  private Commenters() {}

  /** {@code reader-1}, {@code reader-2} … in the order of their first comments on this page. */
  public static ArticleRecord numbered(ArticleRecord record) {
    Map<String, String> numbers = new LinkedHashMap<>();
    for (Comment comment : record.comments()) {
      if (comment.author() != null) {
        numbers.putIfAbsent(comment.author(), "reader-" + (numbers.size() + 1));
      }
    }
    return renamed(record, name -> numbers.getOrDefault(name, name));
  }

  /**
   * The record with a pseudonym for every commenter, also where another comment calls one by name
   * ("@Ann"). The article's text is not touched.
   */
  public static ArticleRecord renamed(ArticleRecord record, UnaryOperator<String> pseudonym) {
    if (record.comments().isEmpty()) {
      return record;
    }
    List<String> names = names(record.comments());
    return record.withComments(
        record.comments().stream().map(comment -> renamed(comment, names, pseudonym)).toList());
  }

  private static Comment renamed(
      Comment comment, List<String> names, UnaryOperator<String> pseudonym) {
    String text = comment.text();
    for (String name : names) {
      if (text.contains(name)) {
        Pattern word =
            Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])");
        text = word.matcher(text).replaceAll(Matcher.quoteReplacement(pseudonym.apply(name)));
      }
    }
    String author = comment.author() == null ? null : pseudonym.apply(comment.author());
    return new Comment(author, comment.posted(), text, comment.replyTo());
  }

  /** The names to look for, the longest first. */
  private static List<String> names(List<Comment> comments) {
    TreeSet<String> names =
        new TreeSet<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(name -> name));
    for (Comment comment : comments) {
      String name = comment.author();
      if (name != null && name.length() >= SHORTEST && names.size() < MOST) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }
}
