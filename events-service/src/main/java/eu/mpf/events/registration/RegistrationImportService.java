package eu.mpf.events.registration;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.event.AudienceCategory;
import eu.mpf.events.sql.Json;
import eu.mpf.web.bulk.Row;
import eu.mpf.web.bulk.RowOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Registers people from a file, row by row; whoever is registered already stays as they are. */
@ApplicationScoped
@Transactional
public class RegistrationImportService {
    /** What a row may hold; {@code answers}, an object, in JSON lines only. */
    public static final Set<String> COLUMNS = Set.of(
            "name",
            "address",
            "category",
            "organisation",
            "language",
            "sessions",
            "consentWording",
            "participantList",
            "followUps",
            "answers");

    private static final TypeReference<Map<String, JsonNode>> ANSWERS = new TypeReference<>() {};

    private final IntakeService service;

    public RegistrationImportService(IntakeService service) {
        this.service = service;
    }

    /** The result names rows by the registration's number: an address is personal data, and results are kept. */
    public RowOutcome enter(UUID eventId, Row row) {
        RegistrationDetails details = details(row);
        return service.enter(eventId, details)
                .map(made -> RowOutcome.created("no. " + made.number(), made.id()))
                .orElseGet(() -> RowOutcome.unchanged(null, eventId));
    }

    private static RegistrationDetails details(Row row) {
        Optional<String> name = row.required("name").filter(text -> within(row, "name", text, 200));
        Optional<String> address = row.required("address").filter(text -> within(row, "address", text, 320));
        Optional<AudienceCategory> category = row.constant("category", AudienceCategory.class);
        if (category.isEmpty() && row.text("category").isEmpty()) {
            row.error("category", "required", "must not be empty");
        }
        Optional<String> wording = row.required("consentWording");
        boolean participantList = row.bool("participantList").orElse(false);
        boolean followUps = row.bool("followUps").orElse(false);
        String language = row.text("language").orElse("en");
        if (!language.matches("[a-z]{2}")) {
            row.error("language", "invalid", "must be two letters such as en");
        }
        List<UUID> sessions = sessions(row);
        row.throwIfErrors();
        return new RegistrationDetails(
                name.orElseThrow(),
                address.orElseThrow(),
                category.orElseThrow(),
                row.text("organisation").orElse(null),
                sessions,
                null,
                language,
                row.json().path("answers").isObject()
                        ? Json.read(row.json().path("answers").toString(), ANSWERS)
                        : null,
                null,
                new Consent(wording.orElseThrow(), participantList, followUps, null));
    }

    private static boolean within(Row row, String column, String text, int most) {
        if (text.length() > most) {
            row.error(column, "too-long", "has more than %d characters".formatted(most));
        }
        return true;
    }

    private static List<UUID> sessions(Row row) {
        List<UUID> sessions = new ArrayList<>();
        for (String text : row.texts("sessions", "|")) {
            try {
                sessions.add(UUID.fromString(text));
            } catch (IllegalArgumentException e) {
                row.error("sessions", "invalid", "must be ids of sessions");
            }
        }
        return sessions;
    }
}
