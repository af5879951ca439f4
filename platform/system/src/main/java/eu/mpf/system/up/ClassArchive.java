package eu.mpf.system.up;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The JVM's archive of an application's loaded classes (class data sharing): written once from a running process, it
 * halves the next start. The JVM itself refuses an archive that does not fit the class path.
 */
final class ClassArchive {

    private final String name;
    private final Path file;
    private final List<Path> jars;

    ClassArchive(String name, Path file, List<Path> jars) {
        this.name = name;
        this.file = file;
        this.jars = jars;
    }

    String classPath() {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** JVM options that use the archive, or that allow a later {@link #write}. */
    List<String> options() {
        return isCurrent()
                // Its remarks on module options that differ are of no consequence.
                ? List.of("-XX:SharedArchiveFile=" + file, "-Xlog:disable")
                : List.of("-XX:+RecordDynamicDumpInfo", "-Xlog:disable");
    }

    boolean isCurrent() {
        try {
            if (!Files.exists(file)) {
                return false;
            }
            var written = Files.getLastModifiedTime(file);
            for (Path jar : jars) {
                if (Files.getLastModifiedTime(jar).compareTo(written) > 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the archive from the process, which goes on running; a failure costs only the next start's time. */
    void write(long pid) {
        try {
            Files.createDirectories(file.getParent());
            Path making = file.resolveSibling(file.getFileName() + ".making");
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            "VM.cds",
                            "dynamic_dump",
                            making.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (jcmd.waitFor(60, TimeUnit.SECONDS) && jcmd.exitValue() == 0 && Files.exists(making)) {
                Files.move(making, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot archive the classes of " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
