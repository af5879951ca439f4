package eu.mpf.calls;

import org.jspecify.annotations.Nullable;

/** What the database fills in when it reads an aggregate. */
public final class Rows {

    private Rows() {}

    public static <A> A read(A aggregate, String field, @Nullable Object value) {
        try {
            var column = aggregate.getClass().getDeclaredField(field);
            column.setAccessible(true);
            column.set(aggregate, value);
            return aggregate;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
