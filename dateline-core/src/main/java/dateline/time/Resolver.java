package dateline.time;

import java.util.HashMap;
import java.util.Map;

/** Works out the values of matches by the recipes that their rules name. Immutable. */
final class Resolver {

  private final Map<String, Recipe> recipes = new HashMap<>();

  Resolver(Holidays holidays) {
    CalendarRecipes calendar = new CalendarRecipes(holidays);
    recipes.putAll(calendar.recipes());
    recipes.putAll(new DeicticRecipes(calendar).recipes());
    recipes.putAll(new NarrativeRecipes(calendar).recipes());
    recipes.putAll(Lengths.recipes());
  }

  /**
   * @throws IllegalArgumentException when no recipe has the name
   */
  Recipe recipe(String name) {
    Recipe recipe = recipes.get(name);
    if (recipe == null) {
      throw new IllegalArgumentException("no recipe is called " + name);
    }
    return recipe;
  }
}
