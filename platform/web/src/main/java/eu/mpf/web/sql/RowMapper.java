package eu.mpf.web.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes an item of the row the result set stands on. */
@FunctionalInterface
public interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
}
