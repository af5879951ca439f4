package eu.mpf.web.page;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items kept as they are given: a list may know how to write itself as JSON. Nobody changes it any more
 * @param nextPageToken absent on the last page
 * @param count only with {@code count=true}
 */
public record Page<T>(
        @Schema(required = true) List<T> items,

        @Nullable @Schema(description = "Give it back as pageToken to read on; absent on the last page.")
        String nextPageToken,

        @Nullable Count count) {

    /** A complete list that fits on one page. */
    public static <T> Page<T> of(List<T> items) {
        return new Page<>(items, null, null);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), nextPageToken, count);
    }
}
