package dateline.time;

/** Works out what a match means. */
interface Recipe {

  Resolution resolve(Match match, Story story, Tense tense);
}
