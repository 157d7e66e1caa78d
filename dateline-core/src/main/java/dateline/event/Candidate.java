package dateline.event;

import dateline.model.Event.Factuality;
import dateline.model.Event.Participant;
import dateline.model.PloverType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event mention of one sentence, before mentions of the article are brought together.
 *
 * @param bySpeaker whether saying it is the act, and who says it the actor: "there will be no
 *     talks"
 */
record Candidate(
    Syntax syntax,
    Trigger trigger,
    PloverType type,
    @Nullable String mode,
    @Nullable String cameo,
    List<Participant> actors,
    List<Participant> recipients,
    Factuality factuality,
    double confidence,
    boolean bySpeaker) {

  Candidate withParticipants(List<Participant> newActors, List<Participant> newRecipients) {
    return new Candidate(
        syntax,
        trigger,
        type,
        mode,
        cameo,
        newActors,
        newRecipients,
        factuality,
        confidence,
        bySpeaker);
  }

  Candidate withMode(@Nullable String newMode) {
    return new Candidate(
        syntax,
        trigger,
        type,
        newMode,
        cameo,
        actors,
        recipients,
        factuality,
        confidence,
        bySpeaker);
  }
}
