package eu.mpf.projects.exchange.iati;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The facility as a reporting organisation, with its budget by calendar year.
 *
 * @see <a href="https://iatistandard.org/en/iati-standard/203/organisation-standard/">IATI organisation standard 2.03</a>
 */
public final class IatiOrganisation {

    private IatiOrganisation() {}

    /** What is planned for one calendar year, in one currency. */
    public record Year(int year, String currency, BigDecimal amount) {}

    public static void write(OutputStream out, Instant generated, String base, List<Year> years) {
        XmlOut xml = new XmlOut(out);
        xml.root(
                "iati-organisations",
                "version",
                Iati.VERSION,
                "generated-datetime",
                generated.truncatedTo(ChronoUnit.SECONDS));
        xml.start(
                "iati-organisation",
                "last-updated-datetime",
                generated.truncatedTo(ChronoUnit.SECONDS),
                "xml:lang",
                "en",
                "default-currency",
                "EUR");
        xml.element("organisation-identifier", Iati.REPORTER);
        xml.start("name");
        xml.narrative(Iati.REPORTER_NAME);
        xml.end();
        xml.start("reporting-org", "ref", Iati.REPORTER, "type", Iati.MULTILATERAL);
        xml.narrative(Iati.REPORTER_NAME);
        xml.end();
        for (Year year : years) {
            LocalDate first = LocalDate.of(year.year(), 1, 1);
            xml.start("total-budget", "status", "1");
            xml.empty("period-start", "iso-date", first);
            xml.empty("period-end", "iso-date", LocalDate.of(year.year(), 12, 31));
            xml.start("value", "currency", year.currency(), "value-date", first)
                    .text(year.amount().toPlainString())
                    .end();
            xml.end();
        }
        xml.start("document-link", "format", "application/xml", "url", base + "/v1/projects");
        xml.start("title");
        xml.narrative("The portfolio as IATI activities, by Accept: application/vnd.iati.activities+xml");
        xml.end();
        xml.empty("category", "code", "B05");
        xml.end();
        xml.end();
        xml.finish();
    }
}
