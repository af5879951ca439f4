package eu.mpf.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Directories under the temporary folder that are made once and then only read, by any number of JVMs. */
final class SharedDirectory {

    private SharedDirectory() {}

    /**
     * Makes the directory with {@code filler} unless it is there. Several JVMs may fill their own copy at once; a rename
     * decides which one stays, so nobody ever sees half of one.
     */
    static Path of(String name, Consumer<Path> filler) {
        Path root = Path.of(System.getProperty("java.io.tmpdir"), "mpf-" + System.getProperty("user.name"));
        Path directory = root.resolve(name);
        if (Files.isDirectory(directory)) {
            return directory;
        }
        try {
            Files.createDirectories(root);
            Path mine = Files.createTempDirectory(root, name + ".making");
            filler.accept(mine);
            try {
                Files.move(mine, directory);
            } catch (IOException somebodyWasFaster) {
                delete(mine);
                if (!Files.isDirectory(directory)) {
                    throw somebodyWasFaster;
                }
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + directory, e);
        }
    }

    /** @param to an existing, empty directory */
    static void copyInto(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(path -> !path.equals(from))::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
