package dateline.io.gazetteer;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Names with the rows that carry them, sorted by hash in constant memory: full buffers are sorted
 * and written out, and the written runs are merged.
 */
final class NameIndex {

  private static final int BUFFER = 1 << 20;

  private record Name(long hash, int row) implements Comparable<Name> {
    @Override
    public int compareTo(Name other) {
      return hash != other.hash
          ? Long.compare(hash, other.hash)
          : Integer.compareUnsigned(row, other.row);
    }
  }

  private final Path folder;
  private final Name[] buffer = new Name[BUFFER];
  private final List<Path> runs = new ArrayList<>();
  private int filled;

  NameIndex(Path folder) {
    this.folder = folder;
  }

  void add(long hash, int row) throws IOException {
    buffer[filled++] = new Name(hash, row);
    if (filled == BUFFER) {
      spill();
    }
  }

  private void spill() throws IOException {
    Arrays.sort(buffer, 0, filled);
    Path run = folder.resolve("run-" + runs.size());
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run), 1 << 16))) {
      for (int i = 0; i < filled; i++) {
        out.writeLong(buffer[i].hash());
        out.writeInt(buffer[i].row());
      }
    }
    runs.add(run);
    filled = 0;
  }

  /** Writes every different name in order; returns their number. */
  int writeTo(DataOutputStream out) throws IOException {
    spill();
    PriorityQueue<Run> queue = new PriorityQueue<>();
    try {
      for (Path run : runs) {
        offer(queue, new Run(run));
      }
      return merge(queue, out);
    } finally {
      for (Run run : queue) {
        run.in.close();
      }
    }
  }

  private static int merge(PriorityQueue<Run> queue, DataOutputStream out) throws IOException {
    Name last = null;
    int count = 0;
    for (Run run = queue.poll(); run != null; run = queue.poll()) {
      Name next = run.head;
      if (!next.equals(last)) {
        out.writeLong(next.hash());
        out.writeInt(next.row());
        count = Math.addExact(count, 1);
      }
      last = next;
      offer(queue, run);
    }
    return count;
  }

  private static void offer(PriorityQueue<Run> queue, Run run) throws IOException {
    if (run.advance()) {
      queue.add(run);
    } else {
      run.in.close();
    }
  }

  /** A sorted run, read from its start. */
  private static final class Run implements Comparable<Run> {

    private final DataInputStream in;
    private long left;
    private Name head = new Name(0, 0);

    Run(Path file) throws IOException {
      left = Files.size(file) / (Long.BYTES + Integer.BYTES);
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    boolean advance() throws IOException {
      if (left == 0) {
        return false;
      }
      left--;
      head = new Name(in.readLong(), in.readInt());
      return true;
    }

    @Override
    public int compareTo(Run other) {
      return head.compareTo(other.head);
    }
  }
}
