package dateline.story;

import dateline.data.Resource;
import dateline.model.Article;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose report an article is: an agency's text is the agency's, whoever prints it. */
final class Sources {

  private static final Pattern CALLED_AGENCY =
      Pattern.compile(".{2,30}\\b(?:News Agency|News Service|Newswire|Press Agency)");

  private static final Set<String> AGENCIES = agencies();

  private Sources() {}

  private static Set<String> agencies() {
    Set<String> names = new HashSet<>();
    Resource.table("page/agencies.tsv").forEach(row -> names.add(row[0]));
    return names;
  }

  /**
   * The source of a text that articles print: the agency that the first of them names that names
   * one, else the outlet of the first.
   *
   * @param articles by time
   */
  static String of(List<Told> articles) {
    String agency = agency(articles);
    return agency == null ? articles.get(0).outlet() : agency;
  }

  static @Nullable String agency(List<Told> articles) {
    for (Told article : articles) {
      String agency = agency(article);
      if (agency != null) {
        return agency;
      }
    }
    return null;
  }

  private static @Nullable String agency(Told told) {
    Article article = told.record.article();
    Article.Dateline line = article.dateline();
    if (line != null && line.agency() != null) {
      return line.agency();
    }
    for (String name : article.byline()) {
      if (isAgency(name)) {
        return name;
      }
    }
    return article.outlet() != null && isAgency(article.outlet()) ? article.outlet() : null;
  }

  private static boolean isAgency(String name) {
    return AGENCIES.contains(name) || CALLED_AGENCY.matcher(name).matches();
  }
}
