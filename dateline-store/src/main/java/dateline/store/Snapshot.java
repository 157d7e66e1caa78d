package dateline.store;

/**
 * What a store held at an earlier moment: the same answers that it gave then. Can't be changed.
 *
 * <p>Who was forgotten since stays forgotten: see {@link #forgotten}.
 */
public interface Snapshot extends RecordStore {

  Runs.Moment moment();

  /** How many people have been forgotten since: what was removed is not here either. */
  long forgotten();
}
