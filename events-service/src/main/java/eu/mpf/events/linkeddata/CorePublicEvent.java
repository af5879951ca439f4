package eu.mpf.events.linkeddata;

import eu.mpf.events.linkeddata.PublicEvent.Part;
import eu.mpf.events.linkeddata.PublicEvent.Series;
import eu.mpf.events.linkeddata.PublicEvent.Speaker;
import eu.mpf.web.value.LocalizedText;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event as a {@code cv:PublicEvent} of the Core Public Event Vocabulary (SEMIC, 1.1): texts in all their languages. */
final class CorePublicEvent {
    static final String NAMESPACE = "http://data.europa.eu/m8g/";

    private static final String TYPE = "@type";
    private static final String ID = "@id";
    private static final Map<String, String> PREFIXES = new TreeMap<>(Map.of(
            "cv", NAMESPACE,
            "dct", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/",
            "locn", "http://www.w3.org/ns/locn#",
            "skos", "http://www.w3.org/2004/02/skos/core#",
            "time", "http://www.w3.org/2006/time#",
            "xsd", "http://www.w3.org/2001/XMLSchema#"));

    private final Addresses addresses;

    CorePublicEvent(Addresses addresses) {
        this.addresses = addresses;
    }

    Map<String, Object> of(PublicEvent event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("@context", PREFIXES);
        json.put(ID, addresses.event(event.id()));
        json.put(TYPE, "cv:PublicEvent");
        json.put("dct:identifier", event.key());
        json.put("dct:title", texts(event.title()));
        if (event.summary() != null) {
            json.put("dct:description", texts(event.summary()));
        }
        json.put(
                "time:hasTime",
                event.dayConfirmed()
                        ? interval(event.startsLocal(), event.endsLocal(), event.timeZone())
                        : month(event.startsLocal()));
        json.put("cv:eventStatus", status(event));
        json.put("cv:format", format(event.mode()));
        address(json, event);
        json.put("foaf:homepage", document(addresses.event(event.id())));
        json.put("cv:registrationPage", document(addresses.registrations(event.id())));
        if (event.capacity() != null) {
            json.put("cv:expectedNumberOfParticipants", typed(event.capacity().toString(), "xsd:integer"));
        }
        if (!event.audience().isEmpty()) {
            json.put(
                    "cv:audience",
                    event.audience().stream().map(CorePublicEvent::audience).toList());
        }
        languages(
                json,
                event.sessions().stream()
                        .flatMap(part -> part.languages().stream())
                        .distinct()
                        .toList());
        json.put("cv:hasParticipation", organiser());
        Series series = event.series();
        if (series != null) {
            json.put(
                    "cv:parentEvent",
                    Map.of(
                            ID,
                            addresses.series(series.id()),
                            TYPE,
                            "cv:PublicEvent",
                            "dct:identifier",
                            series.key(),
                            "dct:title",
                            texts(series.name())));
        }
        json.put("cv:subEvent", event.sessions().stream().map(this::part).toList());
        return json;
    }

    private Map<String, Object> part(Part part) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(ID, addresses.session(part.id()));
        json.put(TYPE, "cv:PublicEvent");
        json.put("dct:title", texts(part.title()));
        if (part.summary() != null) {
            json.put("dct:description", texts(part.summary()));
        }
        if (part.startsLocal() != null) {
            json.put("time:hasTime", interval(part.startsLocal(), part.endsLocal(), part.timeZone()));
        }
        json.put("cv:format", format(part.mode()));
        languages(json, part.languages());
        Map<String, List<Speaker>> byRole = part.speakers().stream()
                .collect(Collectors.groupingBy(Speaker::role, LinkedHashMap::new, Collectors.toList()));
        List<Object> participations = new ArrayList<>();
        byRole.forEach((role, speakers) -> participations.add(participation(
                role,
                speakers.stream()
                        .map(speaker -> agent(addresses.person(speaker.personId()), speaker.name()))
                        .toList())));
        if (!participations.isEmpty()) {
            json.put("cv:hasParticipation", participations);
        }
        return json;
    }

    private Map<String, Object> organiser() {
        return participation("ORGANISER", List.of(agent(addresses.organiserPage(), addresses.organiserName())));
    }

    private static Map<String, Object> participation(String role, List<Map<String, Object>> agents) {
        return Map.of(TYPE, "cv:Participation", "cv:role", concept(role), "cv:hasParticipant", agents);
    }

    private static Map<String, Object> agent(String id, String name) {
        return Map.of(ID, id, TYPE, "foaf:Agent", "foaf:name", name);
    }

    private static Map<String, Object> audience(String category) {
        return concept(category);
    }

    /** A code of this API's own lists, with its words. */
    private static Map<String, Object> concept(String code) {
        return Map.of(
                TYPE,
                "skos:Concept",
                "skos:notation",
                code,
                "skos:prefLabel",
                tagged(code.toLowerCase(Locale.ROOT).replace('_', ' '), "en"));
    }

    private static Map<String, Object> status(PublicEvent event) {
        return event.cancelled()
                ? coded("https://schema.org/EventCancelled", "cancelled")
                : event.formerStart() == null
                        ? coded("https://schema.org/EventScheduled", "as scheduled")
                        : coded("https://schema.org/EventRescheduled", "moved");
    }

    private static Map<String, Object> format(String mode) {
        return switch (mode) {
            case "ONLINE" -> coded("https://schema.org/OnlineEventAttendanceMode", "online");
            case "HYBRID" -> coded("https://schema.org/MixedEventAttendanceMode", "in person and online");
            default -> coded("https://schema.org/OfflineEventAttendanceMode", "in person");
        };
    }

    private static Map<String, Object> coded(String concept, String label) {
        return Map.of(ID, concept, TYPE, "skos:Concept", "skos:prefLabel", tagged(label, "en"));
    }

    private static void address(Map<String, Object> json, PublicEvent event) {
        if (event.place() == null && event.country() == null) {
            return;
        }
        Map<String, Object> address = new LinkedHashMap<>();
        address.put(TYPE, "locn:Address");
        if (event.place() != null) {
            address.put("locn:postName", event.place());
        }
        if (event.country() != null) {
            address.put("locn:adminUnitL1", event.country());
        }
        json.put("locn:address", address);
    }

    private static Map<String, Object> interval(LocalDateTime starts, @Nullable LocalDateTime ends, String zone) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(TYPE, "time:ProperInterval");
        json.put(
                "time:hasBeginning",
                instant("time:inXSDDateTimeStamp", Times.exact(starts, zone), "xsd:dateTimeStamp"));
        if (ends != null) {
            json.put("time:hasEnd", instant("time:inXSDDateTimeStamp", Times.exact(ends, zone), "xsd:dateTimeStamp"));
        }
        return json;
    }

    private static Map<String, Object> month(LocalDateTime local) {
        return instant("time:inXSDgYearMonth", Times.month(local), "xsd:gYearMonth");
    }

    private static Map<String, Object> instant(String property, String value, String datatype) {
        return Map.of(TYPE, "time:Instant", property, typed(value, datatype));
    }

    private static void languages(Map<String, Object> json, List<String> languages) {
        if (!languages.isEmpty()) {
            json.put(
                    "dct:language",
                    languages.stream()
                            .map(language -> Map.of(
                                    TYPE, "dct:LinguisticSystem", "skos:notation", typed(language, "xsd:language")))
                            .toList());
        }
    }

    private static Map<String, Object> document(String address) {
        return Map.of(ID, address, TYPE, "foaf:Document");
    }

    private static List<Map<String, Object>> texts(LocalizedText text) {
        List<Map<String, Object>> all = new ArrayList<>();
        new TreeMap<>(text.values()).forEach((language, value) -> all.add(tagged(value, language)));
        return all;
    }

    private static Map<String, Object> tagged(String value, String language) {
        return Map.of("@value", value, "@language", language);
    }

    private static Map<String, Object> typed(String value, String datatype) {
        return Map.of("@value", value, TYPE, datatype);
    }
}
