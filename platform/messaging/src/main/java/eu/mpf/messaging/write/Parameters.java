package eu.mpf.messaging.write;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes the parameters of one row in order. */
public interface Parameters {

    /** Also for JSON, where the statement casts. */
    Parameters text(@Nullable String value) throws SQLException;

    Parameters number(int value) throws SQLException;

    Parameters number(long value) throws SQLException;

    /** As {@code bigint[]}. */
    default Parameters numbers(Stream<Long> values) throws SQLException {
        return array("bigint", values.toArray());
    }

    Parameters id(UUID value) throws SQLException;

    Parameters instant(Instant value) throws SQLException;

    Parameters bytes(byte @Nullable [] value) throws SQLException;

    /** As {@code text[]}. */
    default Parameters texts(Collection<String> values) throws SQLException {
        return array("text", values.toArray());
    }

    /** @param type of the elements, by PostgreSQL's name */
    Parameters array(String type, @Nullable Object[] elements) throws SQLException;
}
