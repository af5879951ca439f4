package eu.mpf.calls.application;

import eu.mpf.calls.CallsProblem;
import eu.mpf.web.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The partners beside the lead, each organisation once. */
final class Consortium {

    private static final int MOST_PARTNERS = 100;

    private Consortium() {}

    static List<Partner> with(List<Partner> partners, String lead, Partner partner) {
        if (partner.organisation().equals(lead)
                || partners.stream().anyMatch(each -> each.organisation().equals(partner.organisation()))) {
            throw new ProblemException(
                    CallsProblem.PARTNER_STATE, partner.organisation() + " is in the consortium already.");
        }
        if (partners.size() == MOST_PARTNERS) {
            throw new ProblemException(
                    CallsProblem.PARTNER_STATE, "A consortium has at most " + MOST_PARTNERS + " partners.");
        }
        List<Partner> all = new ArrayList<>(partners);
        all.add(partner);
        return List.copyOf(all);
    }

    static List<Partner> without(List<Partner> partners, UUID partnerId) {
        Partner gone = find(partners, partnerId);
        return partners.stream().filter(each -> !each.equals(gone)).toList();
    }

    static List<Partner> moved(List<Partner> partners, UUID partnerId, PartnerCommand command) {
        Partner partner = find(partners, partnerId);
        Partner moved = partner.with(partner.status()
                .after(command)
                .orElseThrow(() -> new ProblemException(
                        CallsProblem.PARTNER_STATE,
                        "A partner that is " + partner.status() + " does not allow " + command + ".")));
        return partners.stream()
                .map(each -> each.equals(partner) ? moved : each)
                .toList();
    }

    /** Whether an organisation was asked to take part and has not declined. */
    static boolean includes(List<Partner> partners, String organisation) {
        return partners.stream()
                .anyMatch(partner -> partner.organisation().equals(organisation)
                        && (partner.status() == Partner.State.INVITED || partner.status() == Partner.State.CONFIRMED));
    }

    static Partner find(List<Partner> partners, UUID partnerId) {
        return partners.stream()
                .filter(each -> each.id().equals(partnerId))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("partner", partnerId));
    }
}
