package dateline.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a long tale of the past from news: many years by number that lie before the day of
 * publication, and few words that count from it. The bounds are by eye, from development texts of
 * both sorts.
 */
final class Narrative {

  private static final int MANY_YEARS = 8;
  private static final Set<String> NEWS_WORDS = WordLists.of("news-words");

  private Narrative() {}

  static boolean isOne(List<Lexemes> paragraphs, @Nullable LocalDate published) {
    int past = 0;
    int news = 0;
    for (Lexemes lexemes : paragraphs) {
      for (int at = 0; at < lexemes.size(); at++) {
        Lexeme lexeme = lexemes.at(at);
        if (NEWS_WORDS.contains(lexeme.form())) {
          news++;
        } else if (isPastYear(lexemes, at, published) || lexeme.form().equals("bc")) {
          past++;
        }
      }
    }
    return published == null ? news < past : past >= MANY_YEARS && past > 8 * news;
  }

  private static boolean isPastYear(Lexemes lexemes, int at, @Nullable LocalDate published) {
    Lexeme lexeme = lexemes.at(at);
    if (!lexeme.isNumber()
        || lexeme.form().length() != 4
        || lexemes.at(at - 1).form().equals("$")) {
      return false;
    }
    int year = Integer.parseInt(lexeme.form());
    return year >= 1000 && year <= (published == null ? 2100 : published.getYear() - 2);
  }
}
