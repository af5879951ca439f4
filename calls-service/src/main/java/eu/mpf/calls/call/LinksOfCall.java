package eu.mpf.calls.call;

import eu.mpf.calls.eligibility.Rule;
import eu.mpf.web.link.FoundLink;
import eu.mpf.web.link.FoundLinks;
import java.util.List;

/** Finds the links that readers of a call are given. */
final class LinksOfCall {
    private LinksOfCall() {}

    static FoundLinks in(CallTerms terms) {
        FoundLinks links = new FoundLinks().text("/summary", "Summary", terms.summary());
        if (terms.guidelines() != null) {
            links.address("/guidelines/url", "Guidelines", terms.guidelines().url());
            terms.guidelines()
                    .translations()
                    .forEach((language, url) -> links.address(
                            "/guidelines/translations/" + language, "Guidelines (" + language + ")", url));
        }
        for (int i = 0; i < terms.rules().size(); i++) {
            Rule rule = terms.rules().get(i);
            links.text("/rules/%d/words".formatted(i), "Rule " + rule.id(), rule.words());
        }
        return links;
    }

    /** Those that a corrigendum brings; what was published before is not asked for again. */
    static List<FoundLink> broughtBy(CallTerms before, CallTerms after, List<Correction> corrections) {
        FoundLinks links = in(after);
        for (int i = 0; i < corrections.size(); i++) {
            Correction line = corrections.get(i);
            links.text("/corrections/%d/is".formatted(i), "Correction of " + line.section(), line.is());
        }
        return links.beyond(in(before));
    }
}
