package eu.mpf.events.attendance;

import eu.mpf.events.calendar.Appointment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The words of a certificate, in the registrant's language where it is one of three, in English otherwise. */
public record CertificateText(
        String language,
        String heading,
        String certifies,
        String name,
        @Nullable String organisation,
        String attended,
        String title,
        String when,
        String issuer,
        String reference) {

    static CertificateText of(
            UUID registrationId, Locale wanted, String name, @Nullable String organisation, Appointment attended) {
        Locale language = switch (wanted.getLanguage()) {
            case "fr" -> Locale.FRENCH;
            case "de" -> Locale.GERMAN;
            default -> Locale.ENGLISH;
        };
        List<String> words = switch (language.getLanguage()) {
            case "fr" -> List.of("Attestation de participation", "Nous attestons que", "a participé à", "Référence");
            case "de" -> List.of("Teilnahmebestätigung", "Wir bestätigen, dass", "teilgenommen hat an", "Zeichen");
            default -> List.of("Certificate of attendance", "This is to certify that", "has attended", "Reference");
        };
        return new CertificateText(
                language.getLanguage(),
                words.get(0),
                words.get(1),
                name,
                organisation,
                words.get(2),
                attended.title(List.of(language, Locale.ENGLISH)),
                when(attended, language),
                "Migration Partnership Facility",
                words.get(3) + ": " + registrationId);
    }

    private static String when(Appointment attended, Locale language) {
        ZoneId zone = ZoneId.of(attended.timeZone());
        DateTimeFormatter day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language);
        LocalDate first = attended.startsAt().atZone(zone).toLocalDate();
        Instant ends = attended.endsAt();
        LocalDate last = ends == null ? first : ends.atZone(zone).toLocalDate();
        String days = first.equals(last) ? day.format(first) : day.format(first) + " – " + day.format(last);
        return attended.place() == null ? days : attended.place() + ", " + days;
    }
}
