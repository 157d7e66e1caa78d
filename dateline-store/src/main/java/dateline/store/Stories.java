package dateline.store;

import dateline.story.Edits.Edit;
import dateline.story.People.Person;
import dateline.story.Story;
import dateline.story.Story.SameStatement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stories of a store: articles on one happening, kept together as they come in. A story's
 * number stays when articles join it; when two stories turn out to be one, the lower number stays
 * and the other leads there.
 */
public interface Stories {

  /** How stories are ordered. */
  enum Order {
    /** The one with the latest article first. */
    LATEST,
    /** The one with the most articles first. */
    LARGEST
  }

  /**
   * A question. All parts must hold; an absent one holds always.
   *
   * @param words that one of its articles has, as in {@link Query#words()}
   * @param from earliest day of its latest article, ISO 8601, also a year or month
   * @param to latest day of its first article, all of it included
   * @param articles at least so many
   * @param skip leave out so many of the first
   * @param limit at most so many
   */
  record StoryQuery(
      @Nullable String words,
      @Nullable String from,
      @Nullable String to,
      int articles,
      Order order,
      int skip,
      int limit) {}

  /**
   * A story in a list.
   *
   * @param title of its first article
   * @param first when that was published
   * @param last when its last article was
   * @param texts how many different texts its articles print
   */
  record StoryRef(
      long story,
      @Nullable String title,
      @Nullable String first,
      @Nullable String last,
      int articles,
      int texts,
      int outlets) {}

  /** What a search found: how many in all, and as many as asked for. */
  record Found(long total, List<StoryRef> stories) {

    public Found {
      stories = List.copyOf(stories);
    }
  }

  /**
   * Something that happened to a story.
   *
   * @param story that was
   * @param what {@code merged} or {@code split}
   * @param became that is
   * @param because id of the article that made it
   */
  record StoryChange(long story, String what, long became, @Nullable String because) {}

  /**
   * What an outlet changed in an article of the story.
   *
   * @param revision the later of the two, from 2
   */
  record Edited(String article, @Nullable String outlet, int revision, List<Edit> edits) {

    public Edited {
      edits = List.copyOf(edits);
    }
  }

  /**
   * A story with all that its articles tell.
   *
   * @param edited quotes and numbers that outlets changed after they were published
   */
  record Kept(long number, Story story, List<StoryChange> history, List<Edited> edited) {

    public Kept {
      history = List.copyOf(history);
      edited = List.copyOf(edited);
    }
  }

  Found find(StoryQuery query);

  /**
   * @param id a story's number, also one that has become another's, or an article's id or address
   */
  Optional<Kept> story(String id);

  /**
   * What a speaker said over time, each statement once with all its tellings, by first telling.
   *
   * @param speaker part of a name; other spellings of it are found too
   * @param words as in {@link Query#words()}
   */
  List<SameStatement> said(String speaker, @Nullable String words);

  /**
   * People with a name, the most seen first; other spellings of the family name are found too.
   *
   * @param name at least a family name
   */
  List<Person> people(String name);

  /** The number of the story that an article is in. */
  Optional<Long> of(String article);
}
