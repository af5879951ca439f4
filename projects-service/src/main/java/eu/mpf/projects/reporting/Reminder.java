package eu.mpf.projects.reporting;

import eu.mpf.web.mail.Mail;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** A report somebody is reminded of, in the language of the project's reporting plan. */
record Reminder(
        String reportId,
        ReportKind kind,
        int number,
        LocalDate dueOn,
        ReportStatus status,
        String projectCode,
        @Nullable String contact,
        String language) {

    private static final String TEXTS = "eu.mpf.projects.reporting.reminder";

    Mail mailTo(String recipient, LocalDate today) {
        Locale locale = Locale.forLanguageTag(language);
        ResourceBundle texts = ResourceBundle.getBundle(
                TEXTS, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String when = dueOn.isBefore(today) ? "late" : "due";
        String report = MessageFormat.format(texts.getString(kind.name()), number);
        String day = dueOn.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
        String body = MessageFormat.format(texts.getString(when), report, projectCode, day);
        if (status == ReportStatus.RETURNED) {
            body += "\n\n" + texts.getString("returned");
        }
        return new Mail(
                recipient, MessageFormat.format(texts.getString(when + ".subject"), report, projectCode), body);
    }
}
