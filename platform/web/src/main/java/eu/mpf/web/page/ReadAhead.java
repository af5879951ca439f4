package eu.mpf.web.page;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the next batch while the one before is still being worked on: without it the database waits whenever an export
 * writes, and the export whenever the database reads. At most {@link #AHEAD} batches wait, however slowly they are taken.
 */
final class ReadAhead<T> {

    /** Where batches come from; an empty one is the last. It is asked by one thread at a time. */
    @FunctionalInterface
    interface Source<T> {
        List<T> next() throws SQLException;
    }

    private static final int AHEAD = 2;

    private final Source<T> source;
    private final BlockingQueue<Read<T>> waiting = new ArrayBlockingQueue<>(AHEAD);
    private volatile boolean abandoned;

    /** A batch, or why there is none. */
    private record Read<T>(List<T> batch, @Nullable Throwable failure) {}

    private ReadAhead(Source<T> source) {
        this.source = source;
    }

    /**
     * Gives every item to the consumer, in the caller's thread and in the source's order. The source is left alone once
     * this method has returned or thrown.
     *
     * @throws SQLException as the source throws it
     */
    static <T> void forEach(Source<T> source, int batchSize, Consumer<T> consumer) throws SQLException {
        List<T> first = source.next();
        if (first.size() < batchSize) {
            // Most lists end here, and need no thread.
            first.forEach(consumer);
            return;
        }
        new ReadAhead<>(source).consume(first, consumer);
    }

    private void consume(List<T> first, Consumer<T> consumer) throws SQLException {
        Thread reader = Thread.ofVirtual().name("read-ahead").start(this::read);
        try {
            for (List<T> batch = first; !batch.isEmpty(); batch = take()) {
                batch.forEach(consumer);
            }
        } finally {
            abandoned = true;
            // Makes room for a reader that waits to put: it then sees that nobody wants more. It is never interrupted,
            // as
            // that would close the connection it reads from.
            waiting.clear();
            awaitEnd(reader);
        }
    }

    private void read() {
        try {
            Read<T> read;
            do {
                read = next();
                waiting.put(read);
            } while (!read.batch().isEmpty() && !abandoned);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the reader", e);
        }
    }

    private Read<T> next() {
        try {
            return new Read<>(source.next(), null);
        } catch (SQLException | RuntimeException | Error e) {
            return new Read<>(List.of(), e); // the caller's to know
        }
    }

    private List<T> take() throws SQLException {
        Read<T> read;
        try {
            read = waiting.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the next rows were read", e);
        }
        switch (read.failure()) {
            case null -> {
                return read.batch();
            }
            case SQLException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException("rows cannot be read", e);
        }
    }

    /** Also if the caller is interrupted: what the reader reads from is closed next. */
    private static void awaitEnd(Thread reader) {
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
