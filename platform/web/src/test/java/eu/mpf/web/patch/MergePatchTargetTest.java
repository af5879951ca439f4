package eu.mpf.web.patch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import eu.mpf.web.fuzz.Seeds;
import eu.mpf.web.json.JsonSettings;
import eu.mpf.web.problem.JsonErrors;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A record after a patch, whatever that holds, is what the standard says and is written as it will be read, or the patch is refused. Sought by {@code ./mpf fuzz MergePatchTargetTest}; here the known inputs only. */
@Tag("E27")
public class MergePatchTargetTest {

    record Part(@NotNull UUID id, @Nullable BigDecimal rate) {}

    record Draft(
            @NotNull LocalizedText title,
            @Nullable @Valid Money total,
            @Nullable LocalDate starts,
            @Nullable LocalDateTime local,
            @Nullable Instant at,
            @Nullable Integer months,
            @Nullable @Valid @Size(max = 3) List<Part> parts,
            @Nullable Map<String, @Size(max = 20) String> answers) {}

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    static {
        new JsonSettings().customize(JSON);
    }

    private static final MergePatch PATCHES = new MergePatch(
            JSON,
            Validation.byDefaultProvider()
                    .configure()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory()
                    .getValidator());

    private static final Draft BEFORE = new Draft(
            LocalizedText.of("en", "Border"),
            Money.euro("12.34"),
            LocalDate.of(2026, 3, 31),
            LocalDateTime.of(2026, 3, 31, 9, 30),
            Instant.EPOCH,
            24,
            List.of(new Part(new UUID(0, 1), new BigDecimal("95.00"))),
            Map.of("diet", "none"));

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        try {
            JsonNode patch = JSON.readTree(input);
            Draft after = PATCHES.apply(BEFORE, patch, Draft.class);
            if (!PATCHES.apply(after, patch, Draft.class).equals(after)) {
                throw new IllegalStateException("twice is not once");
            }
            if (!JSON.readValue(JSON.writeValueAsBytes(after), Draft.class).equals(after)) {
                throw new IllegalStateException("what was written is read as something else");
            }
        } catch (JsonProcessingException e) {
            JsonErrors.problem(e);
        } catch (ProblemException | ConstraintViolationException refused) {
            return; // as it should
        }
    }

    @Test
    void theKnownInputsAreReadOrRefused() throws Exception {
        assertThat(Seeds.each(MergePatchTargetTest.class, MergePatchTargetTest::fuzzerTestOneInput))
                .isPositive();
    }
}
