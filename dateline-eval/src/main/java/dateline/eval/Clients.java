package dateline.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Clients of a server, all at once, each on a thread of its own and with draws of its own. */
final class Clients {

  private Clients() {}

  /** What one client does until its time is over. */
  interface Client<T> {
    List<T> run(SplittableRandom random) throws Exception;
  }

  /**
   * All answers, client after client.
   *
   * @throws Exception what a client threw, when all have ended
   */
  static <T> List<T> run(int clients, long seed, Client<T> client) throws Exception {
    List<Callable<List<T>>> tasks = new ArrayList<>();
    IntStream.range(0, clients)
        .forEach(i -> tasks.add(() -> client.run(new SplittableRandom(seed * 1000 + i))));
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      List<T> answers = new ArrayList<>();
      for (Future<List<T>> future : threads.invokeAll(tasks)) {
        answers.addAll(future.get());
      }
      return answers;
    } finally {
      threads.shutdown();
    }
  }
}
