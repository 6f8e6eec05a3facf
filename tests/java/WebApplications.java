import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Two web applications in one container, run one after the other in threads that belong to the container.
 *
 * <p>Arguments: a directory of classes and two jars; {@code shared} if the container has the jars, {@code own} if each
 * application has them. Prints how many applications ran, and how many of them are in memory in the end.
 */
class WebApplications {
  private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

  public static void main(String[] args) throws Exception {
    boolean shared = args[3].equals("shared");
    URL[] jars = {url(args[1]), url(args[2])};
    URLClassLoader container = new URLClassLoader(shared ? jars : new URL[0], null);
    URL[] application = shared ? new URL[] {url(args[0])} : new URL[] {url(args[0]), jars[0], jars[1]};
    List<WeakReference<ClassLoader>> applications =
        Arrays.asList(run(application, container), run(application, container));
    for (int tries = 0; tries < 200 && shared && left(applications) > 0; tries++) {
      System.gc();
      Thread.sleep(20);
    }
    System.out.println(applications.size() + " ran, " + left(applications) + " left");
    THREADS.shutdown();
  }

  private static URL url(String file) throws Exception {
    return new File(file).toURI().toURL();
  }

  /** Runs the example of a service in an application of its own, and stops the application. */
  private static WeakReference<ClassLoader> run(URL[] application, ClassLoader container) throws Exception {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed));
    try (URLClassLoader loader = new URLClassLoader(application, container)) {
      Method main = Class.forName("Service", true, loader).getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      THREADS.submit(() -> main.invoke(null, (Object) new String[0])).get();
      if (!printed.toString("UTF-8").contains("mother.hukou.division")) {
        throw new IllegalStateException("it did not run");
      }
      return new WeakReference<>(loader);
    } finally {
      System.setOut(out);
    }
  }

  private static long left(List<WeakReference<ClassLoader>> applications) {
    return applications.stream().filter(application -> application.get() != null).count();
  }
}
