package eu.mpf.messaging.write;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Binds the parameters of one row in order; several rows may stand in one statement. */
public final class Parameters {
    private final PreparedStatement statement;
    private int last;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    /** Also for JSON, where the statement casts. */
    public Parameters text(@Nullable String value) throws SQLException {
        statement.setString(++last, value);
        return this;
    }

    public Parameters number(int value) throws SQLException {
        statement.setInt(++last, value);
        return this;
    }

    public Parameters number(long value) throws SQLException {
        statement.setLong(++last, value);
        return this;
    }

    /** As {@code bigint[]}. */
    public Parameters numbers(Stream<Long> values) throws SQLException {
        statement.setArray(++last, statement.getConnection().createArrayOf("bigint", values.toArray()));
        return this;
    }

    public Parameters id(UUID value) throws SQLException {
        statement.setObject(++last, value);
        return this;
    }

    public Parameters instant(Instant value) throws SQLException {
        statement.setObject(++last, value.atOffset(ZoneOffset.UTC));
        return this;
    }

    public Parameters bytes(byte @Nullable [] value) throws SQLException {
        statement.setBytes(++last, value);
        return this;
    }

    public Parameters texts(Collection<String> values) throws SQLException {
        statement.setArray(++last, statement.getConnection().createArrayOf("text", values.toArray()));
        return this;
    }
}
