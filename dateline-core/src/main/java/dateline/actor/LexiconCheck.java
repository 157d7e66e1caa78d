package dateline.actor;

import dateline.data.Resource;
import dateline.model.Actor;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks the actor lexicon: codes that PLOVER has, spellings that only one row claims, and every
 * example beside it.
 */
public final class LexiconCheck {

  /** PLOVER's sectors. */
  private static final Set<String> SECTORS =
      Set.of(
          "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS",
          "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC");

  private final List<String> problems = new ArrayList<>();
  private final Set<String> codes = new HashSet<>(Actor.GROUP_CODES);

  private LexiconCheck() {}

  /**
   * @return a line for each thing that is wrong, in the order of the files; empty when nothing is
   */
  public static List<String> problems() {
    LexiconCheck check = new LexiconCheck();
    check.countries();
    check.bodies();
    check.cities();
    check.roles();
    check.persons();
    ActorCoder coder = ActorCoder.create();
    for (CodeExample example : CodeExample.shipped()) {
      String wrong = example.check(coder);
      if (wrong != null) {
        check.problems.add("examples.tsv: " + wrong);
      }
    }
    return List.copyOf(check.problems);
  }

  private void countries() {
    for (String[] row : Resource.table("actor/countries.tsv")) {
      if (!row[0].matches("[A-Z]{3}") || !codes.add(row[0])) {
        problems.add("countries.tsv: " + row[0] + " is no code, or twice there");
      }
    }
  }

  private void bodies() {
    Map<String, String> claimed = new HashMap<>();
    for (String[] row : Resource.table("actor/organisations.tsv")) {
      country("organisations.tsv", row[0]);
      for (String sector : row[1].split(";")) {
        sector("organisations.tsv", sector);
      }
      for (String name : row[3].split("[;|]")) {
        claim("organisations.tsv", claimed, name.strip(), row[0] + " " + row[1]);
      }
    }
  }

  private void cities() {
    Map<String, String> claimed = new HashMap<>();
    for (String[] row : Resource.table("actor/cities.tsv")) {
      country("cities.tsv", row[0]);
      for (String name : row[1].split("[;|]")) {
        claim("cities.tsv", claimed, name.strip(), row[0]);
      }
    }
  }

  private void roles() {
    Map<String, String> claimed = new HashMap<>();
    for (String[] row : Resource.table("actor/roles.tsv")) {
      sector("roles.tsv", row[0]);
      for (String word : row[3].split(";")) {
        claim("roles.tsv", claimed, word.strip(), row[0] + " " + row[1]);
      }
    }
  }

  private void persons() {
    for (String[] row : Resource.table("actor/persons.tsv")) {
      country("persons.tsv", row[2]);
      try {
        Person.roles(row[3]).forEach(role -> person(role.sector()));
      } catch (IllegalArgumentException | DateTimeException wrong) {
        problems.add("persons.tsv: " + row[0] + ": " + wrong.getMessage());
      }
    }
  }

  private void person(String sector) {
    if (!Actor.GROUP_CODES.contains(sector)) {
      sector("persons.tsv", sector);
    }
  }

  private void country(String file, String code) {
    if (!codes.contains(code)) {
      problems.add(file + ": " + code + " is no country or group of PLOVER's");
    }
  }

  private void sector(String file, String code) {
    if (!code.equals("-") && !SECTORS.contains(code)) {
      problems.add(file + ": " + code + " is no sector of PLOVER's");
    }
  }

  private void claim(String file, Map<String, String> claimed, String spelling, String code) {
    String other = claimed.putIfAbsent(spelling, code);
    if (other != null && !other.equals(code)) {
      problems.add(file + ": \"" + spelling + "\" is both " + other + " and " + code);
    }
  }
}
