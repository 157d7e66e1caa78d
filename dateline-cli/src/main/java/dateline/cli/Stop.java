package dateline.cli;

import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A stop that somebody asks for (Ctrl-C, SIGTERM) while a command works: the process ends when the
 * command has come to a good end, or after {@value #PATIENCE_SECONDS} seconds.
 */
final class Stop implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean asked;

  /**
   * @param wake called when the stop is asked for, on another thread
   */
  Stop(Runnable wake) {
    hook =
        new Thread(
            () -> {
              asked = true;
              wake.run();
              await();
            });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  boolean isAsked() {
    return asked;
  }

  /** As if a stop had been asked for. */
  void ask() {
    asked = true;
  }

  /** The things up to the moment when a stop is asked for. */
  <T> Iterator<T> until(Iterator<T> things) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !asked && things.hasNext();
      }

      @Override
      public T next() {
        return things.next();
      }
    };
  }

  private void await() {
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells that the command's work is done. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending already
    }
  }
}
