package dateline.spark;

import dateline.io.Input;
import dateline.io.Inputs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/**
 * The pages of a file. A file that is not on this machine is copied to it first and deleted when
 * the task ends: going on behind damage needs a file in which one can go back.
 */
final class Pages implements FlatMapFunction<String, Page> {

  private static final long serialVersionUID = 1L;

  private final SerializableConfiguration configuration;

  Pages(Configuration configuration) {
    this.configuration = new SerializableConfiguration(configuration);
  }

  @Override
  public Iterator<Page> call(String file) throws IOException {
    org.apache.hadoop.fs.Path remote = new org.apache.hadoop.fs.Path(file);
    if ("file".equals(remote.toUri().getScheme())) {
      String name = Path.of(remote.toUri()).toString();
      return pages(name, name);
    }
    // The name tells what is in it.
    Path folder = Files.createTempDirectory("dateline");
    Path copy = folder.resolve(remote.getName());
    atTheEnd(() -> delete(copy));
    FileSystem system = remote.getFileSystem(configuration.value());
    try (InputStream in = system.open(remote)) {
      Files.copy(in, copy);
    }
    return pages(copy.toString(), file);
  }

  private static Iterator<Page> pages(String local, String name) {
    Inputs inputs = Inputs.of(List.of(local), InputStream.nullInputStream());
    atTheEnd(inputs::close);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return inputs.hasNext();
      }

      @Override
      public Page next() {
        Input input = inputs.next();
        return Page.of(input, name + input.name().substring(local.length()));
      }
    };
  }

  private static void atTheEnd(Runnable work) {
    TaskCompletionListener listener = context -> work.run();
    TaskContext.get().addTaskCompletionListener(listener);
  }

  private static void delete(Path copy) {
    try {
      Files.deleteIfExists(copy);
      Path folder = copy.getParent();
      if (folder != null) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
