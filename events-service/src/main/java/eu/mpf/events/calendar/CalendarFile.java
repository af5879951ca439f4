package eu.mpf.events.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.mpf.web.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.RelatedTo;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes calendar files (RFC 5545, RFC 5546). Times stand in the zone of the place, with that zone's rules in the file, so
 * they stay right when a change of summer time lies between now and then.
 */
@ApplicationScoped
public class CalendarFile {
    /** Of a file that is served. */
    public static final String MEDIA_TYPE = "text/calendar";

    private static final String PRODUCT = "-//Migration Partnership Facility//Events//EN";
    private static final TimeZoneRegistry ZONES =
            TimeZoneRegistryFactory.getInstance().createRegistry();

    /** All that is in it, but when it was made: the same for everybody who registers for an event. */
    private record Attachment(String method, Appointment appointment, Locale language) {}

    private final Cache<Attachment, byte[]> attachments = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(1_000)
            .build();
    private static final Pattern LINE_END = Pattern.compile("\\R");

    private final String publicUrl;
    private final String organizer;

    /** @param organizer address in whose name calendars are sent; the standard asks for one */
    CalendarFile(
            @ConfigProperty(name = "mpf.public-url", defaultValue = "http://127.0.0.1:8080") String publicUrl,
            @ConfigProperty(name = "mpf.mail.from") String organizer) {
        this.publicUrl = publicUrl;
        this.organizer = organizer;
    }

    /**
     * For whoever may want to know: everything as it stands, what is cancelled included.
     *
     * @param languages most preferred first
     */
    public byte[] published(List<Appointment> appointments, String name, List<Locale> languages, Instant now) {
        Calendar calendar = calendar(ImmutableMethod.PUBLISH);
        calendar.add(new XProperty("X-WR-CALNAME", plain(name).replace('\n', ' ')));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), Duration.ofHours(6)));
        calendar.add(new XProperty("X-PUBLISHED-TTL", "PT6H"));
        return bytes(calendar, appointments, languages, now);
    }

    /** For somebody who comes, to be put into their calendar. Made up to a minute ago, for somebody else. */
    public byte[] added(Appointment appointment, Locale language, Instant now) {
        return attachment(ImmutableMethod.PUBLISH, appointment, language, now);
    }

    /** For somebody who would have come: their calendar takes it out. Made up to a minute ago, for somebody else. */
    public byte[] cancelled(Appointment appointment, Locale language, Instant now) {
        return attachment(ImmutableMethod.CANCEL, appointment.gone(), language, now);
    }

    private byte[] attachment(Method method, Appointment appointment, Locale language, Instant now) {
        return attachments
                .get(
                        new Attachment(method.getValue(), appointment, language),
                        made -> bytes(calendar(method), List.of(appointment), List.of(language), now))
                .clone();
    }

    private static Calendar calendar(Method method) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(method);
        return calendar;
    }

    private byte[] bytes(Calendar calendar, List<Appointment> appointments, List<Locale> languages, Instant now) {
        Set<String> zones = new TreeSet<>();
        appointments.forEach(appointment -> zones.add(appointment.timeZone()));
        zones.stream()
                .map(ZONES::getTimeZone)
                .filter(Objects::nonNull)
                .forEach(zone -> calendar.add(zone.getVTimeZone()));
        appointments.forEach(appointment -> calendar.add(event(appointment, languages, now)));
        try (var out = new ByteArrayOutputStream()) {
            // Not validated again for each of thousands of attachments: that was half of the work, and tests do it.
            new CalendarOutputter(false).output(calendar, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private VEvent event(Appointment appointment, List<Locale> languages, Instant now) {
        VEvent event = new VEvent(false);
        event.add(new Uid(appointment.uid().toString()));
        event.add(new DtStamp(now.truncatedTo(ChronoUnit.SECONDS)));
        event.add(new Organizer(URI.create("mailto:" + organizer)));
        event.add(new Sequence(appointment.sequence()));
        event.add(new DtStart<>(time(appointment.startsAt(), appointment.timeZone())));
        Instant ends = appointment.endsAt();
        if (ends != null) {
            event.add(new DtEnd<>(time(ends, appointment.timeZone())));
        }
        event.add(new Summary(plain(appointment.title(languages))));
        LocalizedText summary = appointment.summary();
        if (summary != null) {
            event.add(new Description(plain(summary.get(languages))));
        }
        String place = appointment.place();
        if (place != null) {
            event.add(new Location(plain(place)));
        }
        event.add(new Status(status(appointment)));
        UUID of = appointment.partOf();
        if (of != null) {
            event.add(new RelatedTo(of.toString()));
        }
        String path = of == null ? "/v1/events/" : "/v1/sessions/";
        event.add(new Url(URI.create(publicUrl + path + appointment.uid())));
        return event;
    }

    /**
     * A text whose lines end in one way and which holds no other control character: one that some reader takes for the end
     * of a line would let a title write lines of its own into the calendar.
     */
    private static String plain(String text) {
        return LINE_END.matcher(text).replaceAll("\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }

    private static String status(Appointment appointment) {
        if (appointment.cancelled()) {
            return "CANCELLED";
        }
        return appointment.tentative() ? "TENTATIVE" : "CONFIRMED";
    }

    /** On the wall where the zone's rules can be written down, in UTC otherwise. */
    private static Temporal time(Instant instant, String zone) {
        return ZONES.getTimeZone(zone) == null ? instant : instant.atZone(ZoneId.of(zone));
    }
}
