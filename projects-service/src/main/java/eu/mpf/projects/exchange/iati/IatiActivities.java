package eu.mpf.projects.exchange.iati;

import eu.mpf.projects.project.CountryNote;
import eu.mpf.projects.project.Partner;
import eu.mpf.projects.project.ProjectKind;
import eu.mpf.projects.project.ProjectStatus;
import eu.mpf.projects.project.ProjectView;
import eu.mpf.web.value.Money;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Projects as activities, written one after the other. What the facility does not know is left out; what the standard
 * demands and nobody has published is said in words.
 *
 * @see <a href="https://iatistandard.org/en/iati-standard/203/activity-standard/">IATI activity standard 2.03</a>
 */
public final class IatiActivities {

    private final XmlOut xml;
    private final String lists;
    private final LocalDate today;

    /** @param base address of the platform, where its code lists are */
    public IatiActivities(OutputStream out, Instant generated, String base) {
        xml = new XmlOut(out);
        lists = base + "/v1/code-lists/";
        today = LocalDate.ofInstant(generated, ZoneOffset.UTC);
        xml.root(
                "iati-activities",
                "version",
                Iati.VERSION,
                "generated-datetime",
                generated.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Writes one activity; elements stand in the order of the schema. */
    public void write(Activity activity) {
        ProjectView project = activity.project();
        xml.start(
                "iati-activity",
                "default-currency",
                currency(project),
                "last-updated-datetime",
                project.updatedAt().truncatedTo(ChronoUnit.SECONDS),
                "xml:lang",
                "en",
                "mpf:kind",
                project.kind() == ProjectKind.GRANT ? null : project.kind());
        xml.element("iati-identifier", identifier(project.code()));
        xml.start("reporting-org", "ref", Iati.REPORTER, "type", Iati.MULTILATERAL);
        xml.narrative(Iati.REPORTER_NAME);
        xml.end();
        xml.start("title", "mpf:acronym", project.acronym());
        xml.narratives(project.title());
        xml.end();
        descriptions(project);
        participants(project);
        if (project.reference() != null) {
            xml.empty("other-identifier", "ref", project.reference(), "type", Iati.INTERNAL_IDENTIFIER);
        }
        xml.empty(
                "activity-status",
                "code",
                Iati.status(project.status()),
                "mpf:status",
                project.status() == ProjectStatus.CONTRACTED ? project.status() : null,
                "mpf:since",
                project.statusSince());
        dates(project);
        places(project);
        sectors(project);
        money(project);
        activity.transactions().forEach(this::moved);
        if (project.predecessor() != null) {
            xml.empty("related-activity", "ref", identifier(project.predecessor()), "type", Iati.SIBLING);
        }
        xml.end();
    }

    /** Ends the document; an export that broke off must not look complete. */
    public void finish() {
        xml.finish();
    }

    private static String identifier(String code) {
        return Iati.REPORTER + "-" + code;
    }

    private void descriptions(ProjectView project) {
        if (project.summary() == null) {
            // A description is demanded; without a type it says no more than the title.
            xml.start("description");
            xml.narratives(project.title());
        } else {
            xml.start("description", "type", Iati.GENERAL);
            xml.narratives(project.summary());
        }
        xml.end();
        for (CountryNote note : project.notes()) {
            xml.start("description", "type", Iati.OTHER, "mpf:country", note.country());
            xml.narratives(note.note());
            xml.end();
        }
    }

    private void participants(ProjectView project) {
        if (project.fund() != null) {
            xml.start("participating-org", "role", Iati.FUNDING, "type", "15", "mpf:fund", project.fund());
            xml.narrative("European Union, " + project.fund());
            xml.end();
        }
        if (project.leadName() != null || project.leadOrganisation() != null) {
            body(Iati.ACCOUNTABLE, project.leadOrganisation(), project.leadName(), null);
        } else {
            // Somebody must stand here; nobody has said who leads.
            xml.start("participating-org", "ref", Iati.REPORTER, "role", Iati.ACCOUNTABLE);
            xml.narrative(Iati.REPORTER_NAME);
            xml.end();
        }
        for (Partner partner : project.partners()) {
            body(Iati.IMPLEMENTING, partner.organisation(), partner.name(), partner.role());
        }
    }

    private void body(String role, @Nullable String code, @Nullable String name, @Nullable Object as) {
        xml.start("participating-org", "role", role, "mpf:organisation", code, "mpf:as", as);
        xml.narrative(name == null ? String.valueOf(code) : name);
        xml.end();
    }

    private void dates(ProjectView project) {
        LocalDate start = project.startDate();
        LocalDate end = project.endDate();
        if (start == null) {
            LocalDate known = project.statusSince();
            xml.start(
                    "activity-date",
                    "iso-date",
                    end != null && end.isBefore(known) ? end : known,
                    "type",
                    Iati.PLANNED_START,
                    "mpf:known",
                    false);
            xml.narrative("The start is not published; this day stands in for it");
            xml.end();
        } else {
            boolean begun = begun(project.status()) && !start.isAfter(today);
            xml.empty("activity-date", "iso-date", start, "type", begun ? Iati.ACTUAL_START : Iati.PLANNED_START);
        }
        if (end != null) {
            boolean over = project.status() == ProjectStatus.CLOSED && !end.isAfter(today);
            xml.empty("activity-date", "iso-date", end, "type", over ? Iati.ACTUAL_END : Iati.PLANNED_END);
        }
    }

    private void places(ProjectView project) {
        List<String> countries = project.partnerCountries();
        List<BigDecimal> shares = countries.size() > 1 ? Shares.percentages(countries.size()) : List.of();
        boolean alone = countries.size() == 1 && project.region() == null;
        for (int i = 0; i < countries.size(); i++) {
            xml.empty(
                    "recipient-country",
                    "code",
                    countries.get(i),
                    "percentage",
                    alone ? null : shares.isEmpty() ? "100" : shares.get(i));
        }
        if (project.region() != null) {
            xml.empty(
                    "recipient-region",
                    "code",
                    project.region(),
                    "vocabulary",
                    Iati.OWN_VOCABULARY,
                    "vocabulary-uri",
                    lists + "regions",
                    "percentage",
                    countries.isEmpty() ? null : "0");
        } else if (countries.isEmpty()) {
            xml.empty("recipient-region", "code", Iati.UNSPECIFIED, "vocabulary", "1");
        }
    }

    /** Migration in the words of the DAC; in the facility's own, which tell more, with equal shares. */
    private void sectors(ProjectView project) {
        xml.empty("sector", "vocabulary", "1", "code", Iati.MIGRATION);
        List<String> themes = project.themes();
        List<BigDecimal> shares = themes.size() > 1 ? Shares.percentages(themes.size()) : List.of();
        for (int i = 0; i < themes.size(); i++) {
            xml.start(
                    "sector",
                    "vocabulary",
                    Iati.OWN_VOCABULARY,
                    "vocabulary-uri",
                    lists + "themes",
                    "code",
                    themes.get(i),
                    "percentage",
                    shares.isEmpty() ? null : shares.get(i));
            xml.narrative(themes.get(i).replace('-', ' '));
            xml.end();
        }
    }

    /** The total as indicative budgets by calendar year, as none may last longer; the EU share as what is committed. */
    private void money(ProjectView project) {
        if (project.budget() == null) {
            return;
        }
        Money total = project.budget().total();
        LocalDate start = project.startDate();
        LocalDate end = project.endDate();
        if (total != null && start != null && end != null) {
            for (Shares.Period period : Shares.byYear(start, end, total.amount())) {
                xml.start("budget", "type", "1", "status", "1");
                xml.empty("period-start", "iso-date", period.from());
                xml.empty("period-end", "iso-date", period.to());
                value(new Money(period.amount(), total.currency()), period.from());
                xml.end();
            }
        }
        Money share = project.budget().euShare();
        if (share != null && project.status() != ProjectStatus.PLANNED) {
            LocalDate day = start == null || start.isAfter(today) ? project.statusSince() : start;
            xml.start("transaction");
            xml.empty("transaction-type", "code", Iati.COMMITMENT);
            xml.empty("transaction-date", "iso-date", day);
            value(share, day);
            xml.end();
        }
    }

    /** A payment is a disbursement, and what came back is a negative one, so that the sum is what the project has. */
    private void moved(Transaction transaction) {
        xml.start("transaction");
        xml.empty("transaction-type", "code", Iati.DISBURSEMENT);
        xml.empty("transaction-date", "iso-date", transaction.on());
        value(transaction.amount(), transaction.on());
        xml.start("description");
        xml.narrative(
                switch (transaction.kind()) {
                    case "PRE_FINANCING" -> "Pre-financing";
                    case "INTERIM" -> "Interim payment";
                    case "BALANCE" -> "Payment of the balance";
                    default -> "Recovery of what was paid";
                });
        xml.end();
        xml.end();
    }

    private void value(Money money, LocalDate day) {
        xml.start("value", "currency", money.currency(), "value-date", day)
                .text(money.amount().toPlainString())
                .end();
    }

    private static boolean begun(ProjectStatus status) {
        return switch (status) {
            case PLANNED, CONTRACTED -> false;
            case RUNNING, SUSPENDED, CLOSED, TERMINATED -> true;
        };
    }

    private static String currency(ProjectView project) {
        Money total = project.budget() == null ? null : project.budget().total();
        return total == null ? "EUR" : total.currency();
    }
}
