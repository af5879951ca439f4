package eu.mpf.calls.application;

import eu.mpf.calls.call.Call;
import eu.mpf.calls.call.CallTerms;
import eu.mpf.calls.eligibility.Facts;
import eu.mpf.calls.eligibility.RuleEngine;
import eu.mpf.calls.eligibility.RuleFailure;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.calls.organisation.Organisations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Asks every rule, of the form and of the call, and lists all that fail. */
@ApplicationScoped
class RuleCheck {

    private final RuleEngine rules;
    private final Organisations organisations;
    private final Attachments attachments;

    RuleCheck(RuleEngine rules, Organisations organisations, Attachments attachments) {
        this.rules = rules;
        this.organisations = organisations;
        this.attachments = attachments;
    }

    List<RuleFailure> failures(Application application, Stage stage, Call call, CallTerms terms) {
        return failures(application, stage, call, terms, attachments.of(application.id()));
    }

    List<RuleFailure> failures(
            Application application, Stage stage, Call call, CallTerms terms, List<Attachment> files) {
        List<String> codes = new ArrayList<>();
        codes.add(application.organisation());
        application.partners().forEach(partner -> codes.add(partner.organisation()));
        Facts facts = FactsOf.facts(application, stage, call, terms, organisations.byCode(codes), files);
        List<RuleFailure> failures = new ArrayList<>(FormCheck.of(
                call, terms, application.content(), facts.application().lead().kind()));
        failures.addAll(AttachmentCheck.of(terms, stage, files));
        failures.addAll(rules.failures(terms.rules(), stage, facts));
        return failures;
    }
}
