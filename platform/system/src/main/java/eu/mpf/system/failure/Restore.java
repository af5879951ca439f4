package eu.mpf.system.failure;

import eu.mpf.system.up.BreakableStack;
import eu.mpf.system.up.BreakableStack.Piece;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The disk of the database is lost; a base backup, the archived log and what the disk of the log still holds bring
 * everything back, as {@code docs/operations.md} says.
 */
final class Restore implements Fault {

    private static final int MEANWHILE = 200;

    /** Settings of a server whose log is archived beside its data. @param scratch a directory of this run */
    static List<String> archiving(Path scratch) {
        Path archive = scratch.resolve("archive");
        try {
            Files.createDirectories(archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(
                "archive_mode=on",
                "archive_command='cp %p " + archive + "/%f'",
                "restore_command='cp " + archive + "/%f %p'");
    }

    @Override
    public String cause(BreakableStack stack, Writers writers, RandomGenerator random)
            throws IOException, SQLException {
        Path data = stack.databaseFiles();
        Path backup = data.resolveSibling("backup");
        Path lost = data.resolveSibling("lost");
        back(stack, backup);
        writers.awaitMore(MEANWHILE);
        stack.kill(Piece.POSTGRESQL);
        Files.move(data, lost);
        long took = Faults.timeOf(() -> {
            try {
                Files.move(backup, data);
                copy(lost.resolve("pg_wal"), data.resolve("pg_wal"), List.of());
                Files.createFile(data.resolve("recovery.signal"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            stack.start(Piece.POSTGRESQL);
            writers.awaitMore(1);
        });
        return String.format(
                Locale.ROOT,
                "%d requests after the backup; a write is acknowledged again after %.1f s",
                MEANWHILE,
                took / 1e9);
    }

    /** What {@code pg_basebackup} does. */
    private static void back(BreakableStack stack, Path backup) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection(stack.superuserUrl("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('before the disk is lost', true)");
            copy(stack.databaseFiles(), backup, List.of("pg_wal", "postmaster.pid", "postmaster.opts"));
            try (var row = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(true)")) {
                row.next();
                Files.writeString(backup.resolve("backup_label"), row.getString(1));
            }
        }
    }

    /** @param without names of files at the top, and of directories whose content is left out */
    private static void copy(Path from, Path to, List<String> without) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path inside = from.relativize(file);
                if (without.contains(inside.getName(0).toString())) {
                    continue;
                }
                copyOne(file, to.resolve(inside.toString()));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The server goes on: what it removes meanwhile need not be there. */
    private static void copyOne(Path file, Path copy) throws IOException {
        try {
            if (Files.isDirectory(file)) {
                Files.createDirectories(copy);
                Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(file));
            } else {
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (NoSuchFileException gone) {
            if (Files.exists(file)) {
                throw gone;
            }
        }
    }
}
