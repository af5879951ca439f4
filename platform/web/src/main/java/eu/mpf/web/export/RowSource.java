package eu.mpf.web.export;

import java.util.function.Consumer;

/** Gives rows one after the other, never all at once. */
@FunctionalInterface
public interface RowSource<T> {
    void forEach(Consumer<T> consumer);
}
