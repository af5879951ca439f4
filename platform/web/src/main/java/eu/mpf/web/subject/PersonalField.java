package eu.mpf.web.subject;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A column that holds personal data.
 *
 * @param column table and column
 * @param purpose what it is for; the retention rule of this purpose lets it go
 * @param retention how long it is kept, in words
 */
@Schema(name = "PersonalField", description = "A column that holds personal data, and why.")
public record PersonalField(String column, String purpose, LegalBasis basis, Regime regime, String retention) {}
