package dateline.cli;

import dateline.Dateline;
import dateline.Failure;
import dateline.store.RecordStore;
import dateline.store.RecordStore.Change;
import dateline.store.Runs;
import java.util.ArrayList;
import java.util.List;

/** A store, and the run in which something is kept there: it begins with the first of that. */
final class Keeping {

  /** A run's inputs are named up to so many. */
  private static final int NAMED = 100;

  private final RecordStore store;
  private final Runs.Reader reader;
  private long run;

  /**
   * @param inputs as the user named them
   */
  Keeping(RecordStore store, Dateline dateline, List<String> inputs) {
    this.store = store;
    List<String> named = new ArrayList<>(inputs);
    if (named.size() > NAMED) {
      named = new ArrayList<>(named.subList(0, NAMED));
      named.add("… and " + (inputs.size() - NAMED) + " more");
    }
    this.reader = new Runs.Reader(Dateline.SOFTWARE, dateline.parts(), named);
  }

  List<Change> save(List<RecordStore.Reading> readings, List<Failure> failures) {
    if (readings.isEmpty() && failures.isEmpty()) {
      return List.of();
    }
    if (run == 0) {
      run = store.runs().begin(Runs.Kind.READ, reader);
    }
    List<Change> changes = readings.isEmpty() ? List.of() : store.save(run, readings);
    if (!failures.isEmpty()) {
      store.saveFailures(run, failures);
    }
    return changes;
  }
}
