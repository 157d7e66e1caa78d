package dateline.io.web;

import dateline.PageException;
import dateline.PageException.Reason;
import dateline.PageInput;
import dateline.io.Input;
import dateline.io.Limits;
import dateline.io.web.Feed.Entry;
import dateline.io.web.Fetcher.Answer;
import dateline.io.web.WatchState.Subscription;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Follows feeds: asks each when it is due, and fetches the pages that are new in it or have
 * changed. A feed that fails is asked less and less often, and not before the time that its server
 * names. What was fetched is remembered once {@link #save} is called, after the pages are kept: a
 * run that is killed before fetches them again. Not thread-safe.
 */
public final class Watch {

  /** A failing feed is asked after twice the time, four times … up to 64 times. */
  private static final int MAX_DOUBLINGS = 6;

  /** A page that its server does not give is asked for so often, once a round. */
  private static final int MAX_TRIES = 5;

  private final Fetcher fetcher;
  private final WatchState state;
  private final List<String> feeds;
  private final Duration every;
  private final Clock clock;

  /**
   * @param feeds addresses
   * @param state what earlier runs remembered
   * @param every how long after an answer a feed is asked again
   */
  public Watch(List<String> feeds, WatchState state, Fetcher fetcher, Duration every, Clock clock) {
    this.feeds = List.copyOf(feeds);
    this.state = state;
    this.fetcher = fetcher;
    this.every = every;
    this.clock = clock;
  }

  /**
   * The pages of all feeds that are due, fetched one by one as they are asked for. What fails is an
   * input that fails. Ends early when the thread is interrupted.
   */
  public Iterator<Input> round() {
    return new Round();
  }

  /** Writes down what was fetched. */
  public void save() throws IOException {
    state.save();
  }

  /** How long until a feed is due; zero when one is. */
  public Duration untilDue() {
    Instant now = clock.instant();
    return feeds.stream()
        .map(feed -> Duration.between(now, state.of(feed).due()))
        .min(Duration::compareTo)
        .map(left -> left.isNegative() ? Duration.ZERO : left)
        .orElse(every);
  }

  private final class Round implements Iterator<Input> {

    private final Deque<String> due = new ArrayDeque<>();
    private final Deque<Page> pages = new ArrayDeque<>();
    private @Nullable Input next;

    Round() {
      Instant now = clock.instant();
      for (String feed : feeds) {
        if (state.isDue(feed, now)) {
          due.add(feed);
        }
      }
    }

    @Override
    public boolean hasNext() {
      while (next == null && !(due.isEmpty() && pages.isEmpty())) {
        try {
          Page page = pages.poll();
          next = page == null ? feed(due.remove()) : page(page);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          due.clear();
          pages.clear();
        }
      }
      return next != null;
    }

    @Override
    public Input next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException();
      }
      Input input = next;
      next = null;
      return input;
    }

    /** Asks a feed; an input only when that fails. */
    private @Nullable Input feed(String feed) throws InterruptedException {
      Subscription subscription = state.of(feed);
      try {
        Answer answer =
            fetcher.get(
                address(feed), subscription.etag, subscription.lastModified, Limits.MAX_PAGE_BYTES);
        if (!answer.isNew() && !answer.isSame()) {
          return failed(feed, subscription, "answered " + answer.status(), answer.retryAfter());
        }
        if (answer.isNew()) {
          take(subscription, answer);
        }
        subscription.succeeded(clock.instant(), every);
        return null;
      } catch (IOException e) {
        return failed(feed, subscription, e.toString(), null);
      }
    }

    private void take(Subscription subscription, Answer answer) throws IOException {
      Feed content = Feed.parse(answer.body(), answer.url());
      Map<String, String> listed = new HashMap<>();
      for (Entry entry : content.entries()) {
        String changed = entry.changed() == null ? "" : entry.changed();
        String known = subscription.known.get(entry.url());
        if (known != null) {
          listed.put(entry.url(), known);
        }
        if (!changed.equals(known)) {
          pages.add(new Page(entry.url(), changed, subscription));
        }
      }
      subscription.known = listed;
      subscription.tried.keySet().retainAll(content.entries().stream().map(Entry::url).toList());
      subscription.etag = answer.etag();
      subscription.lastModified = answer.lastModified();
      for (String further : content.feeds()) {
        if (!feeds.contains(further) && state.isDue(further, clock.instant())) {
          due.add(further);
        }
      }
    }

    private Input failed(
        String feed, Subscription subscription, String message, @Nullable String retryAfter) {
      int doublings = Math.min(MAX_DOUBLINGS, subscription.failures + 1);
      Instant now = clock.instant();
      Instant due = now.plus(every.multipliedBy(1L << doublings));
      Instant asked = retryAfter(retryAfter, now);
      subscription.failed(message, asked.isAfter(due) ? asked : due);
      return failure(feed, "the feed " + message);
    }

    private Input page(Page page) throws InterruptedException {
      try {
        Answer answer = fetcher.get(address(page.url()), null, null, Limits.MAX_PAGE_BYTES);
        if (answer.status() == 429 || answer.status() / 100 == 5) {
          askAgain(page);
        } else {
          settle(page);
        }
        if (!answer.isNew()) {
          return failure(page.url(), "answered " + answer.status());
        }
        PageInput input =
            new PageInput(
                null,
                answer.body(),
                PageInput.Kind.AUTO,
                answer.url().toString(),
                answer.charset(),
                null,
                null,
                clock.instant().toString());
        return new Input(page.url(), null, null, () -> input);
      } catch (Fetcher.ForbiddenException e) {
        settle(page);
        return failure(page.url(), e.toString());
      } catch (IOException e) {
        askAgain(page);
        return failure(page.url(), e.toString());
      }
    }

    /** The page is not asked for again until the feed says that it has changed. */
    private static void settle(Page page) {
      page.from().known.put(page.url(), page.changed());
      page.from().tried.remove(page.url());
    }

    private static void askAgain(Page page) {
      if (page.from().tried.merge(page.url(), 1, Integer::sum) >= MAX_TRIES) {
        settle(page);
      } else {
        page.from().etag = null; // so that the feed is sent again, and with it the page's address
        page.from().lastModified = null;
      }
    }
  }

  /** A page still to be fetched. */
  private record Page(String url, String changed, Subscription from) {}

  private static Input failure(String url, String message) {
    return new Input(
        url,
        null,
        null,
        () -> {
          throw new PageException(Reason.UNREADABLE, null, message);
        });
  }

  private static URI address(String url) throws IOException {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new IOException("not an address: " + url, e);
    }
  }

  /** After RFC 9110: seconds, or a date. */
  private static Instant retryAfter(@Nullable String value, Instant now) {
    try {
      if (value == null) {
        return now;
      }
      return value.strip().matches("[0-9]{1,6}")
          ? now.plusSeconds(Long.parseLong(value.strip()))
          : ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return now;
    }
  }
}
