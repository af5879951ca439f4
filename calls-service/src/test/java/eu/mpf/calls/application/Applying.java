package eu.mpf.calls.application;

import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Applications for tests of one aggregate, made without the API. */
public final class Applying {

    public static final UUID CALL = UUID.randomUUID();
    public static final Instant DRAFTED = Instant.parse("2030-03-01T09:00:00Z");

    private Applying() {}

    public static Application drafted(Content content, Partner... partners) {
        Application application =
                new Application(UUID.randomUUID(), "A-1", CALL, "TEST/2030-1", "LV-BORDER", content, DRAFTED);
        for (Partner partner : partners) {
            application.add(partner, DRAFTED);
        }
        return application;
    }

    public static Content written(
            @Nullable LocalizedText title, @Nullable String fund, @Nullable String lot, List<BudgetLine> budget) {
        return new Content(
                "JBS",
                title,
                LocalizedText.of("en", "Watching a border together."),
                "borders",
                fund,
                lot,
                new LeadApplicant("State Border Guard", "LV", "PUBLIC_AUTHORITY", true),
                List.of("training"),
                List.of("border-management"),
                List.of("LV"),
                List.of("MD"),
                "eastern-partnership",
                LocalDate.of(2031, 1, 1),
                24,
                budget,
                Money.euro("60000.00"),
                List.of(),
                Map.of("why", "Because."));
    }

    public static Partner partner(String organisation, Partner.State state) {
        return new Partner(
                UUID.randomUUID(), organisation, organisation + " Ltd", "LT", Partner.Role.CO_APPLICANT, state);
    }
}
