package eu.mpf.events.buildingaccess;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.Countries;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the guards of a building ask for. It is printed nowhere: {@link #toString} says nothing. */
@Schema(name = "BuildingAccessData")
public record AccessData(
        @NotNull @Past @Schema(examples = "1980-04-01") LocalDate birthDate,
        @NotNull @Schema(examples = "LV") String nationality,
        @NotNull DocumentType documentType,

        @NotBlank @Size(max = 40) @Schema(examples = "LV1234567")
        String documentNumber) {

    /** What somebody shows at the gate. */
    @Schema(name = "DocumentType")
    public enum DocumentType {
        PASSPORT,
        IDENTITY_CARD,
        OTHER
    }

    /** @throws eu.mpf.web.problem.ProblemException 400 for a country nobody knows */
    AccessData checked() {
        try {
            return new AccessData(birthDate, Countries.canonical(nationality), documentType, documentNumber.strip());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("/nationality", "unknown-country", "is no country code");
        }
    }

    @Override
    public String toString() {
        return "AccessData[…]";
    }
}
