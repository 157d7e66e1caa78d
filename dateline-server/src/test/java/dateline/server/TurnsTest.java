package dateline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final Context NOTHING =
      (Context)
          Proxy.newProxyInstance(
              Context.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
              });

  @Test
  void notMoreAreWorkedOutAtATimeThanAllowedAndAllAreAnswered() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch two = new CountDownLatch(2);
    Handler page =
        new Turns(2)
            .inTurn(
                context -> {
                  most.accumulateAndGet(now.incrementAndGet(), Math::max);
                  two.countDown();
                  two.await(); // two do run side by side
                  now.decrementAndGet();
                });
    ExecutorService people = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> asked = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        asked.add(
            people.submit(
                () -> {
                  page.handle(NOTHING);
                  return null;
                }));
      }
      for (Future<?> each : asked) {
        each.get();
      }
    } finally {
      people.shutdownNow();
    }
    assertThat(most).hasValue(2);
  }

  @Test
  void aPageThatFailsGivesItsTurnBack() throws Exception {
    Turns turns = new Turns(1);
    Handler failing =
        turns.inTurn(
            context -> {
              throw new IllegalStateException("no such store");
            });
    assertThatThrownBy(() -> failing.handle(NOTHING)).isInstanceOf(IllegalStateException.class);
    AtomicInteger answered = new AtomicInteger();
    turns.inTurn(context -> answered.incrementAndGet()).handle(NOTHING);
    assertThat(answered).hasValue(1);
  }
}
