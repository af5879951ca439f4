package eu.mpf.projects.exchange;

import eu.mpf.projects.project.Budget;
import eu.mpf.projects.project.CountryNote;
import eu.mpf.projects.project.Partner;
import eu.mpf.projects.project.ProjectStatus;
import eu.mpf.projects.project.ProjectView;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Projects as activities of the International Aid Transparency Initiative, version 2.03, written one after the other.
 * What the facility does not know is left out; what the schema demands and nobody has published is said in words.
 *
 * @see <a href="https://iatistandard.org/en/iati-standard/203/activity-standard/">IATI activity standard 2.03</a>
 */
final class IatiActivities {

    /** Stands before a project's code in its identifier. */
    static final String REPORTER = "XM-MPF";

    private static final String REPORTER_NAME = "Migration Partnership Facility";
    private static final String MULTILATERAL = "40";
    private static final String FUNDING = "1";
    private static final String ACCOUNTABLE = "2";
    private static final String IMPLEMENTING = "4";
    private static final int YEAR = 365;

    /** Codes of the IATI region list; the facility's regions have none of their own there. */
    private static final String OWN_VOCABULARY = "99";

    private final XMLStreamWriter xml;

    IatiActivities(OutputStream out, Instant generated) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            start(
                    "iati-activities",
                    "version",
                    "2.03",
                    "generated-datetime",
                    generated.truncatedTo(ChronoUnit.SECONDS).toString());
        } catch (XMLStreamException e) {
            throw new ExportFailure(e);
        }
    }

    /** Writes one activity; elements stand in the order of the schema. */
    void write(ProjectView project) {
        try {
            activity(project);
        } catch (XMLStreamException e) {
            throw new ExportFailure(e);
        }
    }

    private void activity(ProjectView project) throws XMLStreamException {
        start(
                "iati-activity",
                "default-currency",
                currency(project),
                "last-updated-datetime",
                project.updatedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                "xml:lang",
                "en");
        text("iati-identifier", REPORTER + "-" + project.code());
        start("reporting-org", "ref", REPORTER, "type", MULTILATERAL);
        narrative(REPORTER_NAME);
        end();
        narratives("title", project.title());
        if (project.summary() == null) {
            narratives("description", project.title());
        } else {
            narratives("description", project.summary(), "type", "1");
        }
        for (CountryNote note : project.notes()) {
            narratives("description", note.note(), "type", "4");
        }
        participants(project);
        if (project.reference() != null) {
            empty("other-identifier", "ref", project.reference(), "type", "A3");
        }
        empty("activity-status", "code", status(project.status()));
        dates(project);
        places(project);
        for (String theme : project.themes()) {
            // The facility's own vocabulary: it speaks of migration, which the sectors of the DAC hardly do.
            start(
                    "sector",
                    "vocabulary",
                    OWN_VOCABULARY,
                    "code",
                    theme,
                    "vocabulary-uri",
                    "https://mpf.example/v1/code-lists/themes");
            end();
        }
        budget(project);
        if (project.predecessor() != null) {
            empty("related-activity", "ref", REPORTER + "-" + project.predecessor(), "type", "3");
        }
        end();
    }

    private void participants(ProjectView project) throws XMLStreamException {
        if (project.fund() != null) {
            start("participating-org", "role", FUNDING, "type", "15");
            narrative("European Union, " + project.fund());
            end();
        }
        start("participating-org", "role", ACCOUNTABLE);
        narrative(project.leadName() == null ? REPORTER_NAME : project.leadName());
        end();
        for (Partner partner : project.partners()) {
            start("participating-org", "role", IMPLEMENTING);
            narrative(partner.name() == null ? String.valueOf(partner.organisation()) : partner.name());
            end();
        }
    }

    private void dates(ProjectView project) throws XMLStreamException {
        LocalDate start = project.startDate();
        LocalDate end = project.endDate();
        if (start == null) {
            // A start is demanded; nobody has published one, so the day it entered the portfolio stands in, and says
            // so.
            start("activity-date", "iso-date", project.validFrom(), "type", "1");
            narrative("The start is not published; this is the day of the portfolio's record");
            end();
        } else {
            empty("activity-date", "iso-date", start, "type", begun(project.status()) ? "2" : "1");
        }
        LocalDate first = start == null ? project.validFrom() : start;
        if (end != null && !end.isBefore(first)) {
            empty("activity-date", "iso-date", end, "type", project.status() == ProjectStatus.CLOSED ? "4" : "3");
        }
    }

    private void places(ProjectView project) throws XMLStreamException {
        for (String country : project.partnerCountries()) {
            empty("recipient-country", "code", country);
        }
        if (project.region() != null && project.partnerCountries().isEmpty()) {
            empty(
                    "recipient-region",
                    "code",
                    project.region(),
                    "vocabulary",
                    OWN_VOCABULARY,
                    "vocabulary-uri",
                    "https://mpf.example/v1/code-lists/regions");
        }
    }

    /** A budget has a period of at most a year in the standard; what is known is the whole, so it is a commitment. */
    private void budget(ProjectView project) throws XMLStreamException {
        Budget budget = project.budget();
        LocalDate day = project.startDate();
        Money share = budget == null ? null : budget.euShare() == null ? budget.total() : budget.euShare();
        if (share == null || day == null || project.status() == ProjectStatus.PLANNED) {
            return;
        }
        if (project.endDate() != null && project.endDate().toEpochDay() - day.toEpochDay() < YEAR) {
            start("budget", "type", "1", "status", "2");
            empty("period-start", "iso-date", day);
            empty("period-end", "iso-date", project.endDate());
            value(share, day);
            end();
        }
        start("transaction");
        empty("transaction-type", "code", "2");
        empty("transaction-date", "iso-date", day);
        value(share, day);
        end();
    }

    private void value(Money money, LocalDate day) throws XMLStreamException {
        start("value", "currency", money.currency(), "value-date", day);
        xml.writeCharacters(money.amount().toPlainString());
        end();
    }

    private static boolean begun(ProjectStatus status) {
        return switch (status) {
            case PLANNED, CONTRACTED -> false;
            case RUNNING, SUSPENDED, CLOSED, TERMINATED -> true;
        };
    }

    /** IATI code list ActivityStatus. */
    private static String status(ProjectStatus status) {
        return switch (status) {
            case PLANNED, CONTRACTED -> "1";
            case RUNNING -> "2";
            case CLOSED -> "4";
            case TERMINATED -> "5";
            case SUSPENDED -> "6";
        };
    }

    private static String currency(ProjectView project) {
        Money total = project.budget() == null ? null : project.budget().total();
        return total == null ? "EUR" : total.currency();
    }

    private void narratives(String element, LocalizedText text, Object... attributes) throws XMLStreamException {
        start(element, attributes);
        for (Map.Entry<String, String> each : text.values().entrySet()) {
            start("narrative", "xml:lang", each.getKey());
            xml.writeCharacters(each.getValue());
            end();
        }
        end();
    }

    private void narrative(String text) throws XMLStreamException {
        text("narrative", text);
    }

    private void text(String element, String text) throws XMLStreamException {
        start(element);
        xml.writeCharacters(text);
        end();
    }

    private void empty(String element, Object... attributes) throws XMLStreamException {
        xml.writeEmptyElement(element);
        attributes(attributes);
    }

    private void start(String element, Object... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes(attributes);
    }

    private void attributes(@Nullable Object... pairs) throws XMLStreamException {
        for (int i = 0; i < pairs.length; i += 2) {
            xml.writeAttribute(String.valueOf(pairs[i]), String.valueOf(pairs[i + 1]));
        }
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    /** Ends the document. */
    void finish() {
        try {
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new ExportFailure(e);
        }
    }

    /** The reader went away, or the text cannot be written as XML. */
    static final class ExportFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ExportFailure(Exception cause) {
            super("The export broke off", cause);
        }
    }
}
