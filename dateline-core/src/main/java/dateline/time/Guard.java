package dateline.time;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A check that a match must pass beyond its pattern: what stands around it. */
enum Guard {
  NONE {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      return true;
    }
  },

  /** Goes on from the time right before: "April 24 and 25", "1915-17". */
  AGAIN {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      if (before.isEmpty()) {
        return false;
      }
      Match last = before.get(before.size() - 1);
      boolean joined =
          match.first() == last.end() + 1 && JOINERS.contains(match.lexemes().form(last.end()));
      boolean year = match.has(Kind.SHORT);
      boolean dash = match.lexemes().glued(match.first());
      return joined && (year ? dash && last.has(Kind.YEAR) : followsDay(match, last));
    }

    private boolean followsDay(Match match, Match last) {
      boolean day = last.has(Kind.MONTH) && (last.has(Kind.DAY) || last.has(Kind.ORD));
      boolean again = last.rule().guard() == AGAIN && !last.has(Kind.SHORT);
      boolean noun =
          match.has(Kind.ORD) && !match.has(Kind.DAY) && match.lexemes().at(match.end()).isWord();
      return (day || again) && !noun;
    }
  },

  /** A number of four digits that is a year. */
  YEAR {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      Lexemes lexemes = match.lexemes();
      if (match.says("the") || match.has(Kind.ERA)) {
        return true;
      }
      if (match.has(Kind.SHORT) || !match.has(Kind.YEAR)) {
        return false;
      }
      int year = match.number(Kind.YEAR, 0);
      String next = lexemes.form(match.end());
      String last = lexemes.form(match.first() - 1);
      if (COUNTED.contains(next) || last.equals("no") || CODES.contains(last)) {
        return false;
      }
      boolean spelled = !lexemes.at(match.first()).isNumber();
      boolean modern = year >= 1900 && year <= 2100 && !(spelled && year % 100 == 0);
      boolean counts = lexemes.at(match.end()).isWord() && next.endsWith("s");
      boolean code =
          lexemes.glued(match.first())
              && lexemes.at(match.first() - 2).isNumber()
              && lexemes.form(match.first() - 2).length() == 3
              && year > 1000
              && !match.has(Kind.ERA);
      if (code) {
        return false; // 555-1234
      }
      return modern || YEAR_LEADS.contains(last) || stretch.narrative() && year < 2100 && !counts;
    }
  },

  /** "'89", but no measure or quotation. */
  SHORT_YEAR {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      return !match.lexemes().glued(match.first()) && !match.lexemes().at(match.end()).isWord()
          || YEAR_LEADS.contains(match.lexemes().form(match.first() - 1));
    }
  },

  /** All its words have capitals: "Sunday Times", "60 Minutes". */
  CAPITAL {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      for (int at = match.first(); at < match.end(); at++) {
        Lexeme lexeme = match.lexemes().at(at);
        if (lexeme.isWord() && !lexeme.capital()) {
          return false;
        }
      }
      return true;
    }
  },

  /** "Q3", "H1 2012", "FY2013" with a capital and nothing glued on: no "H1N1". */
  CODE {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      Lexemes lexemes = match.lexemes();
      boolean goesOn = lexemes.glued(match.end()) && lexemes.at(match.end()).isWord();
      return lexemes.at(match.first()).capital() && !lexemes.glued(match.first()) && !goesOn;
    }
  },

  /** "the first quarter of the year", but no quarter of a field. */
  QUARTER {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      Lexemes lexemes = match.lexemes();
      String noun = lexemes.form(match.end() + 1);
      boolean article = noun.equals("the") || noun.equals("a") || noun.equals("its");
      String named = lexemes.form(match.end() + 2);
      boolean field = article && lexemes.form(match.end()).equals("of");
      return !field || QUARTERED.contains(named) || !lexemes.at(match.end() + 2).isWord();
    }
  },

  /** "before dawn", "at sunset". */
  DAWN {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      String form = match.lexemes().form(match.first());
      boolean broad =
          form.equals("night")
              || form.equals("morning")
              || form.equals("evening")
              || form.equals("afternoon")
              || form.equals("daytime");
      return !broad && PART_LEADS.contains(match.lexemes().form(match.first() - 1));
    }
  },

  /** A season and not a fall, a spring or to winter. */
  SEASON {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      Lexemes lexemes = match.lexemes();
      String season = lexemes.form(match.end() - 1);
      String next = lexemes.form(match.end());
      if (season.equals("fall") || season.equals("spring")) {
        boolean led = match.says("the") || SEASON_LEADS.contains(lexemes.form(match.first() - 1));
        return SEASON_NOUNS.contains(next) || led && !next.equals("of") && !next.equals("in");
      }
      return true;
    }
  },

  /** "a day" but no "a second try", "a quarter", "$5 a day". */
  LENGTH {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      String unit = match.value(Kind.UNIT);
      boolean vague =
          unit.equals("TS") || unit.equals("Q") || unit.equals("N") || unit.equals("WE");
      boolean counted = match.has(Kind.NUM);
      return vague ? counted && unit.equals("TS") : counted || !isRate(match);
    }

    /** "seats a week", "$500 million a year", "three times a day". */
    private boolean isRate(Match match) {
      Lexeme last = match.lexemes().at(match.first() - 1);
      String form = last.form();
      boolean article = ARTICLES.contains(match.lexemes().form(match.first()));
      boolean plural =
          form.length() > 3
              && form.endsWith("s")
              && !form.endsWith("ss")
              && !LENGTH_LEADS.contains(form);
      boolean sum = form.equals("million") || form.equals("billion") || form.equals("thousand");
      return article
          && (plural || sum || last.isNumber() || form.equals("%") || form.equals("percent"));
    }
  },

  /** "the weekend". */
  WEEKEND {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      return match.value(Kind.UNIT).equals("WE");
    }
  },

  /** "for the week", "the week's". */
  THE_WEEK {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      String next = match.lexemes().form(match.end());
      return match.value(Kind.UNIT).equals("W") && !next.equals("before") && !next.equals("of");
    }
  },

  DAY {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      return match.value(Kind.UNIT).equals("D");
    }
  },

  NOT_DAY {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      return !DAY.allows(match, stretch, before);
    }
  },

  /**
   * "the next day" starts from the story's last time; in news "the next year" from the article's.
   */
  NEXT {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      return stretch.narrative() || DAY.allows(match, stretch, before);
    }
  },

  /** "to date". */
  TO_DATE {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      return match.lexemes().form(match.first() - 1).equals("to");
    }
  },

  /** "at the time". */
  THE_TIME {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      return match.lexemes().form(match.first() - 1).equals("at");
    }
  },

  /** "at night", "a night raid", but no "the night". */
  NIGHT {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      String form = match.lexemes().form(match.first());
      String last = match.lexemes().form(match.first() - 1);
      boolean said = last.equals("the") || last.equals("that") || last.equals("one");
      return !said && (form.equals("daytime") || form.equals("night") && !last.equals("the"));
    }
  },

  /** A vague time after a word that leads to one: no ", this time to Numidia". */
  LED {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      Lexemes lexemes = match.lexemes();
      return lexemes.form(match.first()).equals("at")
          || lexemes.at(match.first()).capital() && !lexemes.form(match.end()).equals(",")
          || TIME_LEADS.contains(lexemes.form(match.first() - 1));
    }
  },

  /** The first word of its sentence. */
  OPENING {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      return match.lexemes().at(match.first()).opening();
    }
  },

  /** "for weeks", "within days": a bare plural after a word that leads to a length. */
  UNITS {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      return LENGTH_LEADS.contains(match.lexemes().form(match.first() - 1));
    }
  },

  /** "now" but no "now that". */
  NOW {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      return !match.lexemes().form(match.end()).equals("defunct");
    }
  },

  /** "current" but no "current account". */
  CURRENT {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      return !match.lexemes().form(match.end()).equals("account");
    }
  },

  /** "the past", "the future" as nouns. */
  PAST {
    @Override
    boolean allows(Match match, Stretch stretch, List<Match> before) {
      Lexeme next = match.lexemes().at(match.end());
      return !next.isWord() && !next.isNumber() || AFTER_NOUN.contains(next.form());
    }
  };

  private static final Set<String> JOINERS = WordLists.of("joiners");
  private static final Set<String> COUNTED = WordLists.of("counted");
  private static final Set<String> TIME_LEADS = WordLists.of("time-leads");
  private static final Set<String> SEASON_NOUNS = WordLists.of("season-nouns");
  private static final Set<String> ARTICLES = WordLists.of("articles");
  private static final Set<String> CODES = WordLists.of("codes");
  private static final Set<String> YEAR_LEADS = WordLists.of("year-leads");
  private static final Set<String> SEASON_LEADS = WordLists.of("season-leads");
  private static final Set<String> LENGTH_LEADS = WordLists.of("length-leads");
  private static final Set<String> PART_LEADS = WordLists.of("part-leads");
  private static final Set<String> QUARTERED = WordLists.of("quartered");
  private static final Set<String> AFTER_NOUN = WordLists.of("after-noun");

  abstract boolean allows(Match match, Stretch stretch, List<Match> before);

  static Guard named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
