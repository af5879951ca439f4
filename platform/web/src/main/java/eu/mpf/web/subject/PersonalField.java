package eu.mpf.web.subject;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A column that holds personal data.
 *
 * @param column table and column
 * @param purpose what it is for; the retention rule of this purpose lets it go
 * @param retention how long it is kept, in words
 * @param account whether it holds the subject of somebody's tokens: a request for the account is looked up in it
 * @param keptBecause why an erasure leaves it as it is; none if an erasure empties it
 */
@Schema(name = "PersonalField", description = "A column that holds personal data, and why.")
public record PersonalField(
        String column,
        String purpose,
        LegalBasis basis,
        Regime regime,
        String retention,
        boolean account,
        @Nullable String keptBecause) {

    PersonalField asAccount() {
        return new PersonalField(column, purpose, basis, regime, retention, true, keptBecause);
    }

    PersonalField kept(String because) {
        return new PersonalField(column, purpose, basis, regime, retention, account, because);
    }

    /** A request for an account finds what is kept under it by the register alone. */
    boolean isKeptAccount() {
        return account && keptBecause != null;
    }

    String table() {
        return column.substring(0, column.indexOf('.'));
    }

    String name() {
        return column.substring(column.indexOf('.') + 1);
    }
}
