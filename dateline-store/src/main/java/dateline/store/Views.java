package dateline.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Transactions in which searches read a SQLite file, kept open between two searches for as long as
 * an {@link Epoch} lasts. One that begins after somebody has written starts with nothing of the
 * file at hand: while an archive is read into it, that would be nearly every one. None is kept when
 * nobody searches, for what is written meanwhile has to stay in the write-ahead log. Thread-safe.
 */
final class Views implements AutoCloseable {

  /** So many searches at a time find an open one. */
  private static final int KEPT = 16;

  private final Jdbi jdbi;
  private final Epoch epoch;
  private final Deque<View> begun = new ArrayDeque<>();
  private final Deque<Handle> ended = new ArrayDeque<>();
  private final ReadWriteLock inUse = new ReentrantReadWriteLock(true);
  private boolean closed;

  Views(SqliteDatabase database, Epoch epoch) {
    this.jdbi = Jdbi.create(database::search);
    this.epoch = epoch;
  }

  <T> T with(Function<View, T> work) {
    inUse.readLock().lock();
    try {
      return looking(work);
    } finally {
      inUse.readLock().unlock();
    }
  }

  /**
   * Does work while no search has a view, unless one takes longer than so many milliseconds to end.
   */
  void between(long patience, Runnable work) throws InterruptedException {
    if (inUse.writeLock().tryLock(patience, TimeUnit.MILLISECONDS)) {
      try {
        endIdle();
        work.run();
      } finally {
        inUse.writeLock().unlock();
      }
    }
  }

  private <T> T looking(Function<View, T> work) {
    View view = take(epoch.number());
    boolean isSound = false;
    try {
      T result = work.apply(view);
      isSound = true;
      return result;
    } finally {
      giveBack(view, isSound);
    }
  }

  private View take(long number) {
    Handle handle;
    synchronized (this) {
      View known = begun.pollFirst();
      if (known != null && known.epoch() == number) {
        return known;
      }
      if (known != null) {
        end(known);
      }
      handle = ended.pollFirst();
    }
    if (handle == null) {
      handle = jdbi.open();
    }
    handle.execute("BEGIN");
    return new View(handle, number);
  }

  private synchronized void giveBack(View view, boolean isSound) {
    if (closed || !isSound || begun.size() + ended.size() >= KEPT) {
      view.handle().close();
    } else if (epoch.isPresent(view.epoch())) {
      begun.addFirst(view);
    } else {
      end(view);
    }
  }

  private void end(View view) {
    view.handle().execute("ROLLBACK");
    ended.addFirst(view.handle());
  }

  /** Ends those that nobody uses; the others are ended when they are given back. */
  synchronized void endIdle() {
    begun.forEach(this::end);
    begun.clear();
  }

  @Override
  public synchronized void close() {
    closed = true;
    endIdle();
    ended.forEach(Handle::close);
    ended.clear();
  }
}
