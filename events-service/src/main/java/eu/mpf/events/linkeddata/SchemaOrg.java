package eu.mpf.events.linkeddata;

import eu.mpf.events.linkeddata.PublicEvent.Part;
import eu.mpf.events.linkeddata.PublicEvent.Series;
import eu.mpf.events.linkeddata.PublicEvent.Speaker;
import eu.mpf.web.language.Languages;
import eu.mpf.web.value.LocalizedText;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event as a schema.org {@code Event}, the way search engines read it: plain texts in one language. */
final class SchemaOrg {
    private static final String TYPE = "@type";
    private static final String ID = "@id";

    private final Addresses addresses;
    private final Languages languages;

    SchemaOrg(Addresses addresses, Languages languages) {
        this.addresses = addresses;
        this.languages = languages;
    }

    Map<String, Object> of(PublicEvent event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("@context", "https://schema.org");
        json.put(TYPE, "Event");
        json.put(ID, addresses.event(event.id()));
        json.put("identifier", event.key());
        json.put("url", addresses.event(event.id()));
        json.put("name", languages.pick(event.title(), event.bindingLanguage()));
        text(json, "description", event.summary(), event.bindingLanguage());
        if (event.dayConfirmed()) {
            times(json, event.startsLocal(), event.endsLocal(), event.timeZone());
        } else {
            json.put("startDate", Times.month(event.startsLocal()));
            json.put("endDate", Times.month(event.endsLocal()));
        }
        status(json, event);
        whereabouts(json, event, event.mode());
        json.put("organizer", organizer());
        json.put("isAccessibleForFree", true);
        if (!event.audience().isEmpty()) {
            json.put(
                    "audience",
                    event.audience().stream()
                            .map(category -> Map.of(TYPE, "Audience", "audienceType", words(category)))
                            .toList());
        }
        if (event.capacity() != null) {
            json.put("maximumAttendeeCapacity", event.capacity());
        }
        languages(
                json,
                event.sessions().stream()
                        .flatMap(part -> part.languages().stream())
                        .distinct()
                        .toList());
        Series series = event.series();
        if (series != null) {
            json.put(
                    "superEvent",
                    Map.of(
                            TYPE,
                            "EventSeries",
                            ID,
                            addresses.series(series.id()),
                            "identifier",
                            series.key(),
                            "name",
                            languages.pick(series.name())));
        }
        if (event.reportId() != null) {
            json.put("subjectOf", Map.of(TYPE, "Report", "url", addresses.synopsis(event.reportId())));
        }
        json.put(
                "subEvent",
                event.sessions().stream().map(part -> part(event, part)).toList());
        return json;
    }

    private void status(Map<String, Object> json, PublicEvent event) {
        LocalDateTime former = event.formerStart();
        if (event.cancelled()) {
            json.put("eventStatus", "https://schema.org/EventCancelled");
        } else if (former == null) {
            json.put("eventStatus", "https://schema.org/EventScheduled");
        } else {
            json.put("eventStatus", "https://schema.org/EventRescheduled");
            json.put("previousStartDate", Times.exact(former, event.timeZone()));
        }
    }

    private Map<String, Object> part(PublicEvent event, Part part) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(TYPE, "Event");
        json.put(ID, addresses.session(part.id()));
        json.put("name", languages.pick(part.title(), event.bindingLanguage()));
        text(json, "description", part.summary(), event.bindingLanguage());
        if (part.startsLocal() != null) {
            times(json, part.startsLocal(), part.endsLocal(), part.timeZone());
        } else {
            json.put(
                    "startDate",
                    event.dayConfirmed()
                            ? event.startsLocal().toLocalDate().toString()
                            : Times.month(event.startsLocal()));
        }
        json.put(
                "eventStatus",
                part.cancelled() || event.cancelled()
                        ? "https://schema.org/EventCancelled"
                        : "https://schema.org/EventScheduled");
        whereabouts(json, event, part.mode());
        languages(json, part.languages());
        if (!part.speakers().isEmpty()) {
            json.put("performer", part.speakers().stream().map(this::person).toList());
        }
        return json;
    }

    private Map<String, Object> person(Speaker speaker) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(TYPE, "Person");
        json.put(ID, addresses.person(speaker.personId()));
        json.put("name", speaker.name());
        if (speaker.honorific() != null) {
            json.put("honorificPrefix", speaker.honorific());
        }
        if (speaker.post() != null) {
            json.put("jobTitle", speaker.post());
        }
        if (speaker.organisation() != null) {
            json.put("affiliation", Map.of(TYPE, "Organization", "name", speaker.organisation()));
        }
        return json;
    }

    private void whereabouts(Map<String, Object> json, PublicEvent event, String mode) {
        json.put(
                "eventAttendanceMode",
                "https://schema.org/"
                        + switch (mode) {
                            case "ONLINE" -> "OnlineEventAttendanceMode";
                            case "HYBRID" -> "MixedEventAttendanceMode";
                            default -> "OfflineEventAttendanceMode";
                        });
        List<Object> locations = new ArrayList<>();
        if (!mode.equals("ONLINE")) {
            locations.add(place(event));
        }
        if (!mode.equals("IN_PERSON")) {
            // Where one registers: the way into the room is for those who are confirmed.
            locations.add(Map.of(TYPE, "VirtualLocation", "url", addresses.registrations(event.id())));
        }
        json.put("location", locations.size() == 1 ? locations.getFirst() : locations);
    }

    private static Map<String, Object> place(PublicEvent event) {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put(TYPE, "PostalAddress");
        if (event.place() != null) {
            address.put("addressLocality", event.place());
        }
        if (event.country() != null) {
            address.put("addressCountry", event.country());
        }
        Map<String, Object> place = new LinkedHashMap<>();
        place.put(TYPE, "Place");
        place.put("name", event.place() == null ? "To be announced" : event.place());
        place.put("address", address);
        return place;
    }

    private Map<String, Object> organizer() {
        return Map.of(TYPE, "Organization", "name", addresses.organiserName(), "url", addresses.organiserPage());
    }

    private static void times(
            Map<String, Object> json, LocalDateTime starts, @Nullable LocalDateTime ends, String zone) {
        json.put("startDate", Times.exact(starts, zone));
        if (ends != null) {
            json.put("endDate", Times.exact(ends, zone));
        }
    }

    private void text(Map<String, Object> json, String property, @Nullable LocalizedText text, String binding) {
        if (text != null) {
            json.put(property, languages.pick(text, binding));
        }
    }

    private static void languages(Map<String, Object> json, List<String> languages) {
        if (!languages.isEmpty()) {
            json.put("inLanguage", languages);
        }
    }

    private static String words(String category) {
        return category.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
