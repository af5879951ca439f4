package eu.mpf.embedded;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody the development identity provider knows.
 *
 * @param id client id and subject
 * @param role one of the platform's roles
 * @param organisation code of the applicant's organisation; empty for staff
 */
public record Identity(String id, String role, Optional<String> organisation) {

    private static final List<Identity> ALL = Stream.of(
                    Stream.of(
                                    "programme-officer",
                                    "finance-officer",
                                    "event-manager",
                                    "rapporteur",
                                    "consultee",
                                    "auditor",
                                    "data-protection-officer",
                                    "administrator",
                                    "partner")
                            .map(role -> staff(role, role)),
                    Stream.of("evaluator-1", "evaluator-2", "evaluator-3").map(id -> staff(id, "evaluator")),
                    Stream.of("committee-1", "committee-2", "committee-3").map(id -> staff(id, "committee-member")),
                    Stream.of(
                            applicant("applicant-lv", "LV-SBG"),
                            applicant("applicant-lt", "LT-SBGS"),
                            applicant("applicant-pt", "PT-ACM")))
            .flatMap(identities -> identities)
            .toList();

    public static List<Identity> all() {
        return ALL;
    }

    public static Optional<Identity> find(String id) {
        return ALL.stream().filter(identity -> identity.id().equals(id)).findFirst();
    }

    private static Identity staff(String id, String role) {
        return new Identity(id, role, Optional.empty());
    }

    private static Identity applicant(String id, String organisation) {
        return new Identity(id, "applicant", Optional.of(organisation));
    }

    /** For example "Evaluator 1". */
    public String name() {
        String words = id.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    public String email() {
        return id + "@example.org";
    }
}
