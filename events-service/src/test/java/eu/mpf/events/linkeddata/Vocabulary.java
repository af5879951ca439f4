package eu.mpf.events.linkeddata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a vocabulary knows: for each type the properties that must be there and those that may. Taken by hand from the
 * definitions of schema.org (with what search engines require of an Event) and of the Core Public Event Vocabulary 1.1.
 */
record Vocabulary(Map<String, Type> types) {

    record Type(Set<String> required, Set<String> allowed) {}

    private static final Set<String> KEYWORDS = Set.of("@context", "@type", "@id", "@value", "@language");

    static Vocabulary schemaOrg() {
        return new Vocabulary(Map.of(
                "Event",
                new Type(
                        Set.of("name", "startDate", "location", "eventStatus", "eventAttendanceMode"),
                        Set.of(
                                "identifier",
                                "url",
                                "description",
                                "endDate",
                                "organizer",
                                "isAccessibleForFree",
                                "audience",
                                "maximumAttendeeCapacity",
                                "inLanguage",
                                "superEvent",
                                "subEvent",
                                "subjectOf",
                                "performer",
                                "previousStartDate")),
                "EventSeries",
                new Type(Set.of("name"), Set.of("identifier", "url")),
                "Place",
                new Type(Set.of("name", "address"), Set.of()),
                "PostalAddress",
                new Type(Set.of(), Set.of("addressLocality", "addressCountry")),
                "VirtualLocation",
                new Type(Set.of("url"), Set.of("name")),
                "Organization",
                new Type(Set.of("name"), Set.of("url")),
                "Person",
                new Type(Set.of("name"), Set.of("honorificPrefix", "jobTitle", "affiliation")),
                "Audience",
                new Type(Set.of("audienceType"), Set.of()),
                "Report",
                new Type(Set.of("url"), Set.of("name"))));
    }

    static Vocabulary corePublicEvent() {
        return new Vocabulary(Map.of(
                "cv:PublicEvent",
                new Type(
                        Set.of("dct:title"),
                        Set.of(
                                "dct:identifier",
                                "dct:description",
                                "dct:language",
                                "dct:type",
                                "dct:subject",
                                "time:hasTime",
                                "locn:address",
                                "foaf:homepage",
                                "cv:accessibility",
                                "cv:audience",
                                "cv:contactPoint",
                                "cv:eventNumber",
                                "cv:eventStatus",
                                "cv:expectedNumberOfParticipants",
                                "cv:format",
                                "cv:frequency",
                                "cv:hasNextEvent",
                                "cv:hasParticipation",
                                "cv:hasPreviousEvent",
                                "cv:parentEvent",
                                "cv:registrationPage",
                                "cv:subEvent")),
                "cv:Participation",
                new Type(Set.of("cv:role", "cv:hasParticipant"), Set.of("dct:description")),
                "foaf:Agent",
                new Type(Set.of("foaf:name"), Set.of()),
                "foaf:Document",
                new Type(Set.of("@id"), Set.of()),
                "locn:Address",
                new Type(Set.of(), Set.of("locn:postName", "locn:adminUnitL1", "locn:fullAddress")),
                "skos:Concept",
                new Type(Set.of("skos:prefLabel"), Set.of("skos:notation")),
                "dct:LinguisticSystem",
                new Type(Set.of(), Set.of("skos:notation")),
                "time:ProperInterval",
                new Type(Set.of("time:hasBeginning"), Set.of("time:hasEnd")),
                "time:Instant",
                new Type(Set.of(), Set.of("time:inXSDDateTimeStamp", "time:inXSDgYearMonth"))));
    }

    /** What in a document the vocabulary does not know, or misses. */
    List<String> faults(JsonNode json) {
        List<String> faults = new ArrayList<>();
        check("", json, faults);
        return faults;
    }

    private void check(String pointer, JsonNode json, List<String> faults) {
        if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                check(pointer + "/" + i, json.get(i), faults);
            }
        }
        if (!json.isObject() || json.has("@value")) {
            return;
        }
        Type type = types.get(json.path("@type").asText());
        if (type == null) {
            faults.add(pointer + ": unknown type " + json.path("@type"));
            return;
        }
        type.required().stream()
                .filter(property -> !json.hasNonNull(property))
                .forEach(property -> faults.add(pointer + ": lacks " + property));
        json.fieldNames().forEachRemaining(property -> {
            if (property.equals("@context")) {
                return;
            }
            if (!KEYWORDS.contains(property)
                    && !type.required().contains(property)
                    && !type.allowed().contains(property)) {
                faults.add(pointer + ": does not know " + property);
            }
            check(pointer + "/" + property, json.get(property), faults);
        });
    }
}
