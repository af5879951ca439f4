package eu.mpf.calls.application;

import eu.mpf.calls.call.Call;
import eu.mpf.calls.call.CallTerms;
import eu.mpf.calls.call.FundLine;
import eu.mpf.calls.eligibility.BudgetHeading;
import eu.mpf.calls.eligibility.Cents;
import eu.mpf.calls.eligibility.Facts;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.calls.organisation.Organisation;
import eu.mpf.web.value.Countries;
import eu.mpf.web.value.LocalizedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns an application into the facts that rules ask about. */
final class FactsOf {

    private FactsOf() {}

    static Facts facts(
            Application application,
            Stage stage,
            Call call,
            CallTerms terms,
            Map<String, Organisation> known,
            List<Attachment> files) {
        return new Facts(
                application(application, stage, known, files),
                fund(terms.fund(application.content().fund()).orElse(null)),
                new Facts.CallFacts(call.key(), call.edition(), terms.lists()));
    }

    private static Facts.ApplicationFacts application(
            Application application, Stage stage, Map<String, Organisation> known, List<Attachment> files) {
        Content content = application.content();
        Map<String, Long> headings = new LinkedHashMap<>();
        for (BudgetHeading heading : BudgetHeading.values()) {
            headings.put(heading.name(), 0L);
        }
        content.budget().forEach(line -> headings.merge(line.heading().name(), Cents.of(line.amount()), Long::sum));
        return new Facts.ApplicationFacts(
                stage.name(),
                text(content.title()),
                text(content.fund()),
                text(content.lot()),
                text(content.strand()),
                text(content.region()),
                content.activities(),
                content.themes(),
                content.memberStates(),
                content.partnerCountries(),
                Cents.of(content.total().orElse(null)),
                Cents.of(content.euShare()),
                content.durationMonths() == null ? 0 : content.durationMonths(),
                headings,
                lead(application, known.get(application.organisation())),
                application.partners().stream()
                        .map(partner -> partner(partner, known.get(partner.organisation())))
                        .toList(),
                content.letters().stream()
                        .map(letter -> new Facts.LetterFacts(
                                letter.kind(), text(letter.country()), letter.centralInstitution()))
                        .toList(),
                files.stream()
                        .map(file -> new Facts.AttachmentFacts(file.kind(), file.mediaType(), file.size()))
                        .toList());
    }

    private static Facts.LeadFacts lead(Application application, @Nullable Organisation known) {
        LeadApplicant said = application.content().lead();
        String country = known != null ? known.country() : said == null ? "" : text(said.country());
        return new Facts.LeadFacts(
                application.organisation(),
                known != null ? known.name() : said == null ? "" : text(said.name()),
                country,
                known != null ? known.kind() : said == null ? "" : text(said.kind()),
                !country.isEmpty() && Countries.isMemberState(country),
                said != null && said.centralGovernment());
    }

    private static Facts.PartnerFacts partner(Partner partner, @Nullable Organisation known) {
        return new Facts.PartnerFacts(
                partner.organisation(),
                known != null ? known.country() : text(partner.country()),
                known != null ? known.kind() : "",
                partner.role().name(),
                partner.status() == Partner.State.CONFIRMED);
    }

    private static Facts.FundFacts fund(@Nullable FundLine fund) {
        return fund == null
                ? new Facts.FundFacts("", "0", 0, 0, List.of())
                : new Facts.FundFacts(
                        fund.code(),
                        fund.maximumRate(),
                        Cents.of(fund.minimumGrant()),
                        Cents.of(fund.maximumGrant()),
                        fund.activities());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String text(@Nullable LocalizedText value) {
        return value == null || value.values().isEmpty() ? "" : value.get(List.of(Locale.ENGLISH));
    }
}
