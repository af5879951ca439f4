package eu.mpf.web.sql;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/** The database refused a statement. Left alone it becomes the problem its SQL state stands for. */
public class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SqlFailure(SQLException cause) {
        super(cause);
    }

    /** Whether this unique index, check or foreign key was hit. */
    public boolean violates(String constraint) {
        return getCause() instanceof PSQLException e
                && e.getServerErrorMessage() != null
                && constraint.equals(e.getServerErrorMessage().getConstraint());
    }
}
