package eu.mpf.projects.reporting;

import eu.mpf.web.mail.Mail;
import eu.mpf.web.mail.MailTemplates;
import eu.mpf.web.value.LocalizedText;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report somebody is reminded of.
 *
 * @param contact address of the reporting plan
 * @param language the language of the reporting plan
 */
record Reminder(
        String reportId,
        ReportKind kind,
        int number,
        LocalDate dueOn,
        ReportStatus status,
        String projectCode,
        @Nullable String contact,
        String language) {

    Mail mailTo(String recipient, LocalDate today, MailTemplates templates) {
        return templates
                .fill(
                        template(today),
                        List.of(Locale.forLanguageTag(language)),
                        Map.of("report", name(), "project", projectCode, "dueOn", dueOn))
                .to(recipient);
    }

    private String template(LocalDate today) {
        if (status == ReportStatus.RETURNED) {
            return "report-returned";
        }
        return dueOn.isBefore(today) ? "report-late" : "report-due";
    }

    private LocalizedText name() {
        return switch (kind) {
            case INTERIM ->
                new LocalizedText(Map.of(
                        "en", "interim report " + number,
                        "fr", "rapport intermédiaire " + number,
                        "de", "Zwischenbericht " + number));
            case FINAL ->
                new LocalizedText(Map.of("en", "final report", "fr", "rapport final", "de", "Abschlussbericht"));
        };
    }
}
