package dateline.model;

import static dateline.model.Event.Quad.MATERIAL_CONFLICT;
import static dateline.model.Event.Quad.MATERIAL_COOPERATION;
import static dateline.model.Event.Quad.VERBAL_CONFLICT;
import static dateline.model.Event.Quad.VERBAL_COOPERATION;

import dateline.model.Event.Quad;

/**
 * The 16 event types of PLOVER (manual of 2021), each with its quad category and
 * conflict-cooperation score.
 *
 * <p>SANCTION is verbal conflict after the manual's quad table; the type's own section says
 * material conflict. ACCUSE is −3 where the table prints +3, a slip: all its modes are negative.
 */
public enum PloverType implements Coded {
  AGREE(VERBAL_COOPERATION, 2.5, "03"),
  CONSULT(VERBAL_COOPERATION, 2.5, "04"),
  SUPPORT(VERBAL_COOPERATION, 5, "05"),
  CONCEDE(VERBAL_COOPERATION, 4.5, "08"),
  COOPERATE(MATERIAL_COOPERATION, 9.5, "06"),
  AID(MATERIAL_COOPERATION, 10, "07"),
  RETREAT(MATERIAL_COOPERATION, 6.5, "08"),
  REQUEST(VERBAL_CONFLICT, 0, "10"),
  ACCUSE(VERBAL_CONFLICT, -3, "11"),
  REJECT(VERBAL_CONFLICT, -2, "12"),
  THREATEN(VERBAL_CONFLICT, -3.5, "13"),
  SANCTION(VERBAL_CONFLICT, -6, "16"),
  PROTEST(MATERIAL_CONFLICT, -5, "14"),
  MOBILIZE(MATERIAL_CONFLICT, -5.5, "15"),
  COERCE(MATERIAL_CONFLICT, -7, "17"),
  ASSAULT(MATERIAL_CONFLICT, -9, "19");

  private final Quad quad;
  private final double score;
  private final String cameo;

  PloverType(Quad quad, double score, String cameo) {
    this.quad = quad;
    this.score = score;
    this.cameo = cameo;
  }

  public Quad quad() {
    return quad;
  }

  /** The bare type's score; modes differ. */
  public double score() {
    return score;
  }

  /** The CAMEO root that is closest to the bare type: two digits. */
  public String cameoRoot() {
    return cameo;
  }

  /** PLOVER spells its types in capitals. */
  @Override
  public String code() {
    return name();
  }
}
