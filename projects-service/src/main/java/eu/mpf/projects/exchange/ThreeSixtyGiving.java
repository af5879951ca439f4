package eu.mpf.projects.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import eu.mpf.projects.project.ProjectStatus;
import eu.mpf.projects.project.ProjectView;
import eu.mpf.web.export.RowSource;
import eu.mpf.web.value.Countries;
import eu.mpf.web.value.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Grants as a package of the 360Giving data standard 1.4. Only what has been awarded with a known amount is a grant
 * there: a grant of an unknown amount cannot be told in that standard and is left out.
 *
 * @see <a href="https://standard.threesixtygiving.org">360Giving data standard</a>
 */
final class ThreeSixtyGiving {

    private static final String PREFIX = "360G-MPF-";
    private static final String FUNDER = "XM-MPF";

    private final JsonGenerator json;
    private final String base;

    private ThreeSixtyGiving(JsonGenerator json, String base) {
        this.json = json;
        this.base = base;
    }

    static void write(RowSource<ProjectView> rows, JsonGenerator json, String base, Instant generated)
            throws IOException {
        ThreeSixtyGiving writer = new ThreeSixtyGiving(json, base);
        json.writeStartObject();
        json.writeStringField("version", "1.4");
        json.writeStringField("title", "Migration Partnership Facility: portfolio");
        json.writeStringField("issued", generated.toString().substring(0, 10));
        json.writeObjectFieldStart("publisher");
        json.writeStringField("identifier", FUNDER);
        json.writeStringField("name", "Migration Partnership Facility");
        json.writeEndObject();
        json.writeStringField("accessURL", base + "/v1/projects");
        json.writeArrayFieldStart("grants");
        rows.forEach(project -> {
            try {
                writer.grant(project);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    private void grant(ProjectView p) throws IOException {
        Money awarded = p.budget() == null ? null : p.budget().euShare();
        if (awarded == null || p.status() == ProjectStatus.PLANNED) {
            return;
        }
        String title = p.title().get(List.of());
        json.writeStartObject();
        json.writeStringField("id", PREFIX + p.code());
        json.writeStringField("title", title);
        json.writeStringField(
                "description", p.summary() == null ? title : p.summary().get(List.of()));
        json.writeStringField("currency", awarded.currency());
        json.writeNumberField("amountAwarded", awarded.amount());
        json.writeStringField("awardDate", awardDate(p).toString());
        json.writeStringField("url", base + "/v1/projects/" + p.id());
        dates(p);
        organisation("recipientOrganization", p.leadOrganisation(), p.leadName());
        organisation("fundingOrganization", null, null);
        json.writeArrayFieldStart("beneficiaryLocation");
        for (String country : p.partnerCountries()) {
            json.writeStartObject();
            json.writeStringField("name", Countries.name(country, Locale.ENGLISH));
            json.writeStringField("countryCode", country);
            json.writeEndObject();
        }
        json.writeEndArray();
        classifications(p);
        programme(p);
        json.writeStringField("dateModified", p.updatedAt().toString());
        json.writeStringField("dataSource", base + "/v1/projects");
        json.writeEndObject();
    }

    /** The first day known: nobody has published on which day a committee decided. */
    private static LocalDate awardDate(ProjectView p) {
        LocalDate start = p.startDate();
        return start != null && start.isBefore(p.statusSince()) ? start : p.statusSince();
    }

    private void dates(ProjectView p) throws IOException {
        if (p.startDate() == null && p.endDate() == null) {
            return;
        }
        json.writeArrayFieldStart("plannedDates");
        json.writeStartObject();
        if (p.startDate() != null) {
            json.writeStringField("startDate", p.startDate().toString());
        }
        if (p.endDate() != null) {
            json.writeStringField("endDate", p.endDate().toString());
        }
        json.writeEndObject();
        json.writeEndArray();
    }

    /** Without a code the name stands in the identifier: the standard demands one. */
    private void organisation(String field, @Nullable String code, @Nullable String name) throws IOException {
        boolean facility = field.equals("fundingOrganization");
        String shown = facility ? "Migration Partnership Facility" : name == null ? "Not published" : name;
        json.writeArrayFieldStart(field);
        json.writeStartObject();
        json.writeStringField(
                "id", facility ? FUNDER : "360G-MPF-ORG:" + (code == null ? shown.replaceAll("\\W+", "-") : code));
        json.writeStringField("name", shown);
        json.writeEndObject();
        json.writeEndArray();
    }

    private void classifications(ProjectView p) throws IOException {
        json.writeArrayFieldStart("classifications");
        for (String theme : p.themes()) {
            json.writeStartObject();
            json.writeStringField("vocabulary", "MPF themes");
            json.writeStringField("code", theme);
            json.writeStringField("title", theme.replace('-', ' '));
            json.writeStringField("url", base + "/v1/code-lists/themes");
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void programme(ProjectView p) throws IOException {
        if (p.fund() == null) {
            return;
        }
        json.writeArrayFieldStart("grantProgramme");
        json.writeStartObject();
        json.writeStringField("code", p.fund());
        json.writeStringField("title", "European Union, " + p.fund());
        json.writeEndObject();
        json.writeEndArray();
    }
}
