package eu.mpf.messaging.write;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Binds parameters to a statement; several rows may stand in one. */
final class StatementParameters implements Parameters {
    private final PreparedStatement statement;
    private int last;

    StatementParameters(PreparedStatement statement) {
        this.statement = statement;
    }

    @Override
    public Parameters text(@Nullable String value) throws SQLException {
        statement.setString(++last, value);
        return this;
    }

    @Override
    public Parameters number(int value) throws SQLException {
        statement.setInt(++last, value);
        return this;
    }

    @Override
    public Parameters number(long value) throws SQLException {
        statement.setLong(++last, value);
        return this;
    }

    @Override
    public Parameters id(UUID value) throws SQLException {
        statement.setObject(++last, value);
        return this;
    }

    @Override
    public Parameters instant(Instant value) throws SQLException {
        statement.setObject(++last, value.atOffset(ZoneOffset.UTC));
        return this;
    }

    @Override
    public Parameters bytes(byte @Nullable [] value) throws SQLException {
        statement.setBytes(++last, value);
        return this;
    }

    @Override
    public Parameters array(String type, @Nullable Object[] elements) throws SQLException {
        statement.setArray(++last, statement.getConnection().createArrayOf(type, elements));
        return this;
    }
}
