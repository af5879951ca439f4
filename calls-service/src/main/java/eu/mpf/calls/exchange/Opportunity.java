package eu.mpf.calls.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.mpf.calls.call.CallTerms;
import eu.mpf.calls.call.Deadline;
import eu.mpf.calls.call.FundLine;
import eu.mpf.calls.call.Scope;
import eu.mpf.web.value.Money;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A call as a CommonGrants opportunity. Its times are the call's local times, as the protocol has no zones. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Opportunity(
        UUID id,
        String title,
        Status status,
        String description,
        Funding funding,
        KeyDates keyDates,
        List<ApplicantType> acceptedApplicantTypes,
        String source,
        Map<String, CustomField> customFields,
        Instant createdAt,
        Instant lastModifiedAt) {

    static Opportunity of(PublishedCall call, String publicUrl) {
        return new Opportunity(
                call.id(),
                call.title(),
                Status.of(call),
                call.description(),
                Funding.of(call.terms().funds()),
                KeyDates.of(call),
                ApplicantType.of(call.terms().scope()),
                publicUrl + "/v1/calls/" + call.id(),
                Map.of(
                        "key",
                        new CustomField("key", "string", call.key()),
                        "edition",
                        new CustomField("edition", "integer", call.edition()),
                        "timeZone",
                        new CustomField("timeZone", "string", call.terms().timeZone()),
                        "bindingLanguage",
                        new CustomField(
                                "bindingLanguage", "string", call.terms().binding())),
                call.createdAt(),
                call.updatedAt());
    }

    /** The protocol's own kinds are those of one country: whoever is named is {@code custom}, in the words of the code list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ApplicantType(String value, @Nullable String customValue) {

        static List<ApplicantType> of(Scope scope) {
            return scope.applicantKinds().isEmpty()
                    ? List.of(new ApplicantType("unrestricted", null))
                    : scope.applicantKinds().stream()
                            .map(kind -> new ApplicantType("custom", kind))
                            .toList();
        }
    }

    /** Suspended and cancelled calls have no word in the protocol but {@code custom}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Status(String value, @Nullable String customValue) {

        static Status of(PublishedCall call) {
            return switch (call.status()) {
                case DRAFT, FORTHCOMING -> new Status("forecasted", null);
                case OPEN -> new Status("open", null);
                case CLOSED -> new Status("closed", null);
                case SUSPENDED -> new Status("custom", "suspended");
                case CANCELLED -> new Status("custom", "cancelled");
            };
        }
    }

    /** Sums are given only where all money is in one currency; where they are not, the details say why. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Funding(
            String details,
            @Nullable Money totalAmountAvailable,
            @Nullable Money minAwardAmount,
            @Nullable Money maxAwardAmount) {

        static Funding of(List<FundLine> funds) {
            List<String> currencies = funds.stream()
                    .flatMap(fund -> Stream.of(fund.envelope(), fund.minimumGrant(), fund.maximumGrant()))
                    .filter(Objects::nonNull)
                    .map(Money::currency)
                    .distinct()
                    .sorted()
                    .toList();
            boolean one = currencies.size() == 1;
            String each = funds.stream()
                    .map(fund -> fund.code() + ": " + fund.envelope() + ", at most " + fund.maximumRate() + " %")
                    .collect(Collectors.joining("; "));
            return new Funding(
                    one || funds.isEmpty()
                            ? each
                            : each + ". No sums are given, as there are several currencies: "
                                    + String.join(", ", currencies),
                    one
                            ? funds.stream()
                                    .map(FundLine::envelope)
                                    .reduce(Money::plus)
                                    .orElse(null)
                            : null,
                    one ? least(funds, FundLine::minimumGrant) : null,
                    one && funds.stream().allMatch(fund -> fund.maximumGrant() != null)
                            ? most(funds, FundLine::maximumGrant)
                            : null);
        }

        private static @Nullable Money least(List<FundLine> funds, Function<FundLine, @Nullable Money> amount) {
            return funds.stream()
                    .map(amount)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }

        private static @Nullable Money most(List<FundLine> funds, Function<FundLine, @Nullable Money> amount) {
            return funds.stream()
                    .map(amount)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    /** When it is published and closes, and every other time an applicant has to know. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record KeyDates(
            @Nullable Event postDate, @Nullable Event closeDate, Map<String, Event> otherDates) {

        static KeyDates of(PublishedCall call) {
            CallTerms terms = call.terms();
            ZoneId zone = ZoneId.of(terms.timeZone());
            Map<String, Event> others = new LinkedHashMap<>();
            if (terms.opensLocal() != null) {
                others.put("opens", Event.at("Applications are taken from here on", terms.opensLocal()));
            }
            if (terms.questionsUntilLocal() != null) {
                others.put("questionsUntil", Event.at("Last questions", terms.questionsUntilLocal()));
            }
            for (int i = 0; i < terms.deadlines().size(); i++) {
                Deadline deadline = terms.deadlines().get(i);
                others.put("deadline" + (i + 1), Event.at("Deadline, " + deadline.stage(), deadline.local()));
            }
            return new KeyDates(
                    event("Call published", call.publishedAt(), zone),
                    event("Call closes", call.deadlineAt(), zone),
                    others);
        }

        private static @Nullable Event event(String name, @Nullable Instant instant, ZoneId zone) {
            return instant == null ? null : Event.at(name, LocalDateTime.ofInstant(instant, zone));
        }
    }

    /** A date with a time on the clock. */
    public record Event(String name, String eventType, String date, String time) {

        static Event at(String name, LocalDateTime local) {
            return new Event(
                    name,
                    "singleDate",
                    local.toLocalDate().toString(),
                    local.toLocalTime()
                            .truncatedTo(ChronoUnit.SECONDS)
                            .format(java.time.format.DateTimeFormatter.ISO_TIME));
        }
    }

    /** What the protocol has no field for. */
    public record CustomField(String name, String fieldType, Object value) {}
}
