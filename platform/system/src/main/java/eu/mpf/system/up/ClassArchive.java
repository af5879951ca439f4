package eu.mpf.system.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The JVM's archive of a program's loaded classes (class data sharing): written once, as the process ends, it halves the
 * next start. The JVM itself refuses an archive that does not fit the class path. (Written from a process that goes on
 * running, JDK 25 crashes soon after. The ahead-of-time cache that images have takes ten times as long to write.)
 *
 * @param file where it is kept
 * @param jars of the program; one that is newer than the archive makes it worthless
 */
record ClassArchive(Path file, List<Path> jars) {

    /** JVM options that use the archive, or that write one as the process ends. */
    List<String> options() {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(making());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return isCurrent()
                // Its remarks on module options that differ are of no consequence.
                ? List.of("-XX:SharedArchiveFile=" + file, "-Xlog:disable")
                : List.of("-XX:ArchiveClassesAtExit=" + making(), "-Xlog:disable");
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

    /** Takes the archive into use that the process wrote as it ended; a process that was killed wrote none. */
    void settle() {
        try {
            if (Files.exists(making())) {
                Files.move(making(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + file, e);
        }
    }

    private Path making() {
        return file.resolveSibling(file.getFileName() + ".making");
    }
}
