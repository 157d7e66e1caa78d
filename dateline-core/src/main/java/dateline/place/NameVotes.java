package dateline.place;

import dateline.language.Entity;
import dateline.language.EntityType;
import dateline.language.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the encoder takes each name of an article for, all its mentions together: one mark of "Hill"
 * as a place weighs less than three of "Juan Hill" as a person. Immutable.
 */
final class NameVotes {

  private final Map<String, double[]> weights = new HashMap<>();
  private final Set<String> partsOfPersons = new HashSet<>();

  NameVotes(List<Entity> entities, List<Token> tokens, String text) {
    for (Entity entity : entities) {
      vote(PlaceNames.fold(entity.range().of(text)), entity);
      boolean longer = entity.endToken() - entity.firstToken() > 1;
      if (entity.type() == EntityType.PER && longer) {
        for (int i = entity.firstToken(); i < entity.endToken(); i++) {
          String part = PlaceNames.fold(tokens.get(i).text());
          vote(part, entity);
          partsOfPersons.add(part);
        }
      }
    }
  }

  private void vote(String key, Entity entity) {
    double[] votes = weights.computeIfAbsent(key, k -> new double[EntityType.values().length]);
    votes[entity.type().ordinal()] += entity.confidence();
  }

  /**
   * Whether a name is a part of a person's longer one: "Washington" where "Denzel Washington" is.
   */
  boolean isPartOfPerson(String key) {
    return partsOfPersons.contains(key);
  }

  /** Whether a name is marked as a location at least as surely as anything else. */
  boolean favourLocation(String key) {
    double[] votes = weights.get(key);
    return votes == null
        || votes[EntityType.LOC.ordinal()]
            >= Math.max(votes[EntityType.PER.ordinal()], votes[EntityType.ORG.ordinal()]);
  }
}
