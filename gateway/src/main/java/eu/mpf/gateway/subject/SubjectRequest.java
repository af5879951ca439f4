package eu.mpf.gateway.subject;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One request and how far it is.
 *
 * @param services who has to answer
 * @param parts the same asked under every other name of the person
 * @param answers who has, once for each name, with how many records of each kind were found or erased, and how many had to
 *     be kept
 */
public record SubjectRequest(
        UUID id,
        RequestKind kind,
        @Nullable String reason,
        List<String> services,
        List<UUID> parts,
        List<Answer> answers,
        Instant createdAt,
        @Nullable Instant completedAt) {

    /** What one service said. */
    public record Answer(String service, Map<String, Integer> counts, Map<String, Integer> kept, Instant answeredAt) {

        private Answer and(Answer other) {
            return new Answer(
                    service,
                    sum(counts, other.counts),
                    sum(kept, other.kept),
                    answeredAt.isAfter(other.answeredAt) ? answeredAt : other.answeredAt);
        }

        private static Map<String, Integer> sum(Map<String, Integer> some, Map<String, Integer> others) {
            Map<String, Integer> sum = new TreeMap<>(some);
            others.forEach((kind, records) -> sum.merge(kind, records, Integer::sum));
            return sum;
        }
    }

    /** What one service said in all, once it has answered for every name. */
    public Optional<Answer> answer(String service) {
        List<Answer> own = answers.stream()
                .filter(answer -> answer.service().equals(service))
                .toList();
        return own.size() <= parts.size() ? Optional.empty() : own.stream().reduce(Answer::and);
    }

    /** This request and its parts. */
    public List<UUID> all() {
        return Stream.concat(Stream.of(id), parts.stream()).toList();
    }

    public boolean completed() {
        return completedAt != null;
    }
}
