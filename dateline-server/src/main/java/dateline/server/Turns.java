package dateline.server;

import io.javalin.http.Handler;
import java.util.concurrent.Semaphore;

/**
 * Lets as many pages that go through the store be worked out at a time as there are processors, in
 * the order in which they were asked for: more at once would make each other late, and a short one
 * would wait for all the long ones. Not for what is streamed: a slow reader would keep its turn.
 * Thread-safe.
 */
final class Turns {

  private final Semaphore free;

  Turns(int atATime) {
    free = new Semaphore(atATime, true);
  }

  /** The same page, when it is its turn. */
  Handler inTurn(Handler page) {
    return context -> {
      free.acquire();
      try {
        page.handle(context);
      } finally {
        free.release();
      }
    };
  }
}
