package eu.mpf.projects.project;

import eu.mpf.web.json.StoredJson;
import eu.mpf.web.sql.EnumColumn;
import eu.mpf.web.value.BindingLanguage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project as its row holds it: the description is still the JSON of its column, as most readers only want it passed on.
 *
 * @param organisationName what the lead is called in the register today
 * @param details {@link ProjectDetails}, as JSON in UTF-8
 */
record StoredProject(
        UUID id,
        String code,
        ProjectKind kind,
        ProjectStatus status,
        LocalDate statusSince,
        @Nullable String statusReason,
        boolean everContracted,
        Visibility visibility,
        @Nullable String organisationName,
        boolean moneyPublic,
        @Nullable UUID grantId,
        @Nullable String applicationId,
        @Nullable String callId,
        @Nullable String callKey,
        LocalDate validFrom,
        Instant createdAt,
        Instant updatedAt,
        long version,
        byte[] details) {

    private static final EnumColumn<ProjectKind> KIND = new EnumColumn<>(ProjectKind.class, "kind");
    private static final EnumColumn<ProjectStatus> STATUS = new EnumColumn<>(ProjectStatus.class, "status");
    private static final EnumColumn<Visibility> VISIBILITY = new EnumColumn<>(Visibility.class, "visibility");

    /** @param row with {@link ProjectRows#COLUMNS} */
    static StoredProject read(ResultSet row) throws SQLException {
        LocalDate statusSince = row.getObject("status_since", LocalDate.class);
        LocalDate validFrom = row.getObject("valid_from", LocalDate.class);
        return new StoredProject(
                row.getObject("id", UUID.class),
                row.getString("code"),
                KIND.of(row),
                STATUS.of(row),
                statusSince,
                row.getString("status_reason"),
                row.getObject("contracted_on") != null,
                VISIBILITY.of(row),
                row.getString("lead_name"),
                row.getBoolean("money_public"),
                row.getObject("grant_id", UUID.class),
                row.getString("application_id"),
                row.getString("call_id"),
                row.getString("call_key"),
                // A version that a correction took over is true on no day; it is shown with the day its status began.
                validFrom == null ? statusSince : validFrom,
                instant(row, "created_at"),
                instant(row, "updated_at"),
                row.getLong("version"),
                row.getBytes("details"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        // Not as OffsetDateTime, which the driver puts together of six objects.
        @Nullable Timestamp time = row.getTimestamp(column);
        if (time == null) {
            throw new SQLException(column + " is missing");
        }
        return time.toInstant();
    }

    GranteeStanding granteeStanding() {
        return GranteeStanding.of(kind, status, everContracted);
    }

    /** With a description that can be looked into. */
    ProjectView view(StoredJson json) {
        ProjectDetails d = json.read(details, ProjectDetails.class);
        return new ProjectView(
                id,
                code,
                d.reference(),
                d.acronym(),
                d.acronymVariants(),
                kind,
                d.title(),
                d.summary(),
                status,
                statusSince,
                statusReason,
                granteeStanding(),
                visibility,
                d.leadOrganisation(),
                d.leadName() == null ? organisationName : d.leadName(),
                d.partners(),
                d.beneficiaries(),
                d.memberStates(),
                d.partnerCountries(),
                d.region(),
                d.themes(),
                d.startDate(),
                d.endDate(),
                d.fund(),
                d.budget(),
                moneyPublic,
                d.inKind(),
                d.activities(),
                d.notes(),
                d.predecessor(),
                BindingLanguage.of(d.bindingLanguage(), d.title()),
                grantId,
                applicationId,
                callId,
                callKey,
                validFrom,
                createdAt,
                updatedAt,
                version);
    }
}
