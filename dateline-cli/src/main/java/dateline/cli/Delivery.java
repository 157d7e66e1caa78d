package dateline.cli;

import dateline.Failure;
import dateline.io.FailureFile;
import dateline.io.Input;
import dateline.model.ArticleRecord;
import dateline.model.Provenance.Warning;
import dateline.store.RecordStore;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes outcomes to where they belong: records to the output and the store, failures to their file,
 * the store and, when nothing else shows them, to the screen.
 */
final class Delivery implements Reading.Sink, Closeable {

  /** Records saved in one transaction: what a run that is killed has to read again. */
  private static final int BATCH = 50;

  private final @Nullable RecordOutput output;
  private final FailureFile failureFile;
  private final @Nullable Keeping store;
  private final Tally tally;
  private final Console console;
  private final Log log;
  private final boolean printFailures;
  private final List<RecordStore.Reading> readings = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();

  /**
   * @param output null when records are not written
   * @param store null when records are not kept
   */
  Delivery(
      @Nullable RecordOutput output,
      FailureFile failureFile,
      @Nullable Keeping store,
      Tally tally,
      Console console,
      Log log,
      boolean printFailures) {
    this.output = output;
    this.failureFile = failureFile;
    this.store = store;
    this.tally = tally;
    this.console = console;
    this.log = log;
    this.printFailures = printFailures;
  }

  @Override
  public void take(Outcome outcome) throws IOException {
    if (outcome instanceof Outcome.Failed failed) {
      tally.failed(failed.failure());
      report(failed.failure());
    } else if (outcome instanceof Outcome.Read read) {
      take(read);
    } else {
      tally.passedOver();
    }
    if (readings.size() + failures.size() >= BATCH) {
      save();
    }
  }

  private void take(Outcome.Read read) throws IOException {
    ArticleRecord record = read.record();
    tally.read(record);
    if (output != null) {
      output.write(read.rendered());
      if (console.outTerminal()) {
        output.flush();
      }
    }
    Input input = read.input();
    if (store != null) {
      readings.add(new RecordStore.Reading(input.name(), input.line(), read.fingerprint(), record));
    }
    for (Warning warning : record.provenance().warnings()) {
      if (Tally.isShortfall(warning)) {
        report(
            new Failure(
                input.name(), input.line(), input.offset(), warning.code(), warning.what()));
      }
    }
  }

  private void report(Failure failure) throws IOException {
    failureFile.write(failure);
    if (store != null) {
      failures.add(failure);
    }
    if (printFailures) {
      log.failure(console, failure);
    }
  }

  private void save() {
    if (store != null) {
      store.save(readings, failures).forEach(tally::saved);
    }
    readings.clear();
    failures.clear();
  }

  /** Saves what waits. */
  @Override
  public void close() {
    save();
  }
}
