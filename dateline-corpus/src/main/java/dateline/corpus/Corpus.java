package dateline.corpus;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The front door: reports of a made-up world, in the order in which they are published.
 *
 * <pre>{@code
 * Corpus.reports(Plan.demo(7)).forEach(report -> dateline.read(report.page()));
 * }</pre>
 */
public final class Corpus {

  /** No report of a later happening is published earlier than so many days before its day. */
  private static final int SLACK_DAYS = 4;

  private Corpus() {}

  /** All reports, by time of publication; made as they are asked for, so any number is possible. */
  public static Stream<Report> reports(Plan plan) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(new Reports(plan), Spliterator.ORDERED), false);
  }

  private static final class Reports implements Iterator<Report> {

    private final Plan plan;
    private final World world;
    private final PriorityQueue<Report> waiting =
        new PriorityQueue<>(Comparator.comparing(Report::published).thenComparing(Report::id));
    private int next;

    Reports(Plan plan) {
      this.plan = plan;
      this.world = new World(plan.seed());
    }

    @Override
    public boolean hasNext() {
      while (next < plan.happenings() && !isComplete()) {
        waiting.addAll(Newsroom.reports(world, Happening.of(world, plan, next++), plan));
      }
      return !waiting.isEmpty();
    }

    /** Whether no happening still to come can be reported before the first that waits. */
    private boolean isComplete() {
      Report first = waiting.peek();
      LocalDateTime day =
          plan.from().plusDays((long) next * plan.days() / plan.happenings()).atStartOfDay();
      return first != null && first.published().isBefore(day.minusDays(SLACK_DAYS));
    }

    @Override
    public Report next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return waiting.remove();
    }
  }
}
