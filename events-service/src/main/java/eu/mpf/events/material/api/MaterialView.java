package eu.mpf.events.material.api;

import eu.mpf.events.material.MaterialKind;
import eu.mpf.events.material.PublicationConsent;
import eu.mpf.events.sql.Json;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.LocalizedText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A material as clients read it; its bytes are at {@code …/content}.
 *
 * @param consentAt when consent was last given, refused or withdrawn
 * @param size bytes
 * @param checksum SHA-256, hexadecimal
 */
@Schema(name = "Material")
public record MaterialView(
        UUID id,
        UUID sessionId,
        @Nullable UUID contributionId,
        MaterialKind kind,
        LocalizedText title,
        @Nullable Instant embargoUntil,
        PublicationConsent consent,
        @Nullable Instant consentAt,
        String fileName,
        int fileVersion,
        String mediaType,
        long size,
        String checksum,
        @Nullable String language) {

    static final String COLUMNS = """
            m.*, f.name AS file_name, f.version AS file_version, f.media_type, f.size, f.language,
            encode(f.checksum, 'hex') AS file_checksum""";
    static final String FROM = """
            material m JOIN stored_file f ON f.id = m.file_id
            JOIN session s ON s.id = m.session_id JOIN event e ON e.id = s.event_id""";
    /** What the public may have: consent given, embargo over by the database's clock. */
    static final String PUBLIC = """
            m.consent = 'GIVEN' AND (m.embargo_until IS NULL OR m.embargo_until <= platform_clock())""";

    static MaterialView of(ResultSet row) throws SQLException {
        return new MaterialView(
                row.getObject("id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getObject("contribution_id", UUID.class),
                MaterialKind.valueOf(row.getString("kind")),
                Json.text(row.getString("title")),
                Sql.instant(row, "embargo_until"),
                PublicationConsent.valueOf(row.getString("consent")),
                Sql.instant(row, "consent_at"),
                row.getString("file_name"),
                row.getInt("file_version"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("file_checksum"),
                row.getString("language"));
    }
}
