package dateline.story;

import dateline.story.Story.SameEvent;

/** What pages and commands say of a story's events, in plain words. */
public final class StoryWords {

  private StoryWords() {}

  /** How an event stands, with the names of those on whose word it does. */
  public static String standing(SameEvent event) {
    String by = String.join(" and ", event.claimedBy());
    String denied = String.join(" and ", event.deniedBy());
    return switch (event.standing()) {
      case CORROBORATED -> "reported by " + event.ownVoice() + " sources in their own voice";
      case REPORTED -> "reported by one source in its own voice";
      case CLAIMED_BY_SEVERAL -> "claimed by " + by;
      case CLAIMED -> "claimed by " + by + " only";
      case CONTESTED -> "contested: denied by " + denied;
      case DENIED -> "denied by " + denied;
      case EXPECTED -> "not told as a fact";
    };
  }
}
