package eu.mpf.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Ends the processes this JVM has started once the JVM is gone, even when it was killed and could run no shutdown hook.
 *
 * <p>A small shell process waits for the end of its standard input, which the operating system closes for every way a
 * JVM can die.
 */
public final class Reaper {

    private final Process shell;
    private final OutputStream orders;

    public Reaper() {
        try (InputStream script = Reaper.class.getResourceAsStream("reaper.sh")) {
            if (script == null) {
                throw new IllegalStateException("reaper.sh is missing from the class path");
            }
            shell = new ProcessBuilder(
                            "sh", "-c", new String(script.readAllBytes(), StandardCharsets.UTF_8), "mpf-reaper")
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            orders = shell.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a shell", e);
        }
    }

    /** @param signal name without SIG, for example {@code TERM} */
    public void watch(long pid, String signal) {
        order("+ " + signal + " " + pid);
    }

    /** The process has ended: its number may soon belong to somebody else. */
    public void forget(long pid) {
        order("- " + pid);
    }

    /** Removes the directory after all processes have ended. */
    public void removeAtEnd(Path scratch) {
        order("rm " + scratch.toAbsolutePath());
    }

    private synchronized void order(String line) {
        try {
            orders.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the reaper, process " + shell.pid() + ", is gone", e);
        }
    }
}
