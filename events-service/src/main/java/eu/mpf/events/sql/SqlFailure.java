package eu.mpf.events.sql;

import java.sql.SQLException;

/** The database refused a statement; the cause keeps the SQL state. */
public class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SqlFailure(SQLException cause) {
        super(cause);
    }

    /** Whether this unique index or check constraint was hit. */
    public boolean violates(String constraint) {
        return getCause() != null
                && getCause().getMessage() != null
                && getCause().getMessage().contains('"' + constraint + '"');
    }
}
