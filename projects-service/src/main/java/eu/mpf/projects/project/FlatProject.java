package eu.mpf.projects.project;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project as one row of a table, read from columns alone: a million of them are read without parsing a document.
 * Several values of a field are separated by {@code "; "}. An amount that is unknown, or not for the reader, is absent.
 */
public record FlatProject(
        UUID id,
        long version,
        String code,
        @Nullable String reference,
        @Nullable String acronym,
        String title,
        ProjectKind kind,
        ProjectStatus status,
        LocalDate statusSince,
        boolean contracted,
        @Nullable String leadOrganisation,
        @Nullable String leadName,
        String memberStates,
        String partnerCountries,
        @Nullable String region,
        String themes,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable String fund,
        @Nullable BigDecimal total,
        @Nullable BigDecimal euShare,
        @Nullable String currency,
        @Nullable BigDecimal ratePercent,
        @Nullable String predecessor,
        @Nullable String callKey) {

    static final String COLUMNS = """
            p.id, p.version, p.code, p.details ->> 'reference' AS reference, p.details ->> 'acronym' AS acronym, p.title, p.kind, \
            p.status, p.status_since, p.contracted_on IS NOT NULL AS contracted, p.lead_code, \
            COALESCE(p.details ->> 'leadName', o.name) AS lead_name, array_to_string(p.member_states, '; ') AS member_states, \
            array_to_string(p.partner_countries, '; ') AS partner_countries, p.region, array_to_string(p.themes, '; ') AS themes, \
            p.start_date, p.end_date, p.fund, p.money_public, p.total, p.eu_share, p.currency, \
            p.details #>> '{budget,rate}' AS rate, p.predecessor, p.call_key""";

    /** @param sight whose money is shown before it is public */
    static FlatProject read(ResultSet row, ProjectSight sight) throws SQLException {
        boolean money = row.getBoolean("money_public") || sight.inside(row.getString("lead_code"));
        return new FlatProject(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("code"),
                row.getString("reference"),
                row.getString("acronym"),
                row.getString("title"),
                ProjectKind.valueOf(row.getString("kind")),
                ProjectStatus.valueOf(row.getString("status")),
                row.getObject("status_since", LocalDate.class),
                row.getBoolean("contracted"),
                row.getString("lead_code"),
                row.getString("lead_name"),
                row.getString("member_states"),
                row.getString("partner_countries"),
                row.getString("region"),
                row.getString("themes"),
                row.getObject("start_date", LocalDate.class),
                row.getObject("end_date", LocalDate.class),
                row.getString("fund"),
                money ? row.getBigDecimal("total") : null,
                money ? row.getBigDecimal("eu_share") : null,
                money ? row.getString("currency") : null,
                money ? row.getBigDecimal("rate") : null,
                row.getString("predecessor"),
                row.getString("call_key"));
    }

    public GranteeStanding granteeStanding() {
        return GranteeStanding.of(kind, status, contracted);
    }
}
