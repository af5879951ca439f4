package eu.mpf.calls.application;

import eu.mpf.calls.call.AttachmentRule;
import eu.mpf.calls.call.CallTerms;
import eu.mpf.calls.eligibility.RuleFailure;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.web.file.FileState;
import java.util.ArrayList;
import java.util.List;

/** What a call asks of the files of an application. Type, size and number were asked when each was attached. */
final class AttachmentCheck {

    private AttachmentCheck() {}

    static List<RuleFailure> of(CallTerms terms, Stage stage, List<Attachment> attachments) {
        List<RuleFailure> failures = new ArrayList<>();
        for (AttachmentRule rule : terms.attachments()) {
            if (rule.requiredIn(stage)
                    && attachments.stream().noneMatch(each -> each.kind().equals(rule.code()))) {
                failures.add(new RuleFailure(
                        "attachment." + rule.code(),
                        rule.title(),
                        rule.section(),
                        "/attachments/" + rule.code(),
                        null));
            }
        }
        for (Attachment attachment : attachments) {
            if (attachment.state() == FileState.INFECTED) {
                failures.add(RuleFailure.of(
                        "attachment.infected",
                        "/attachments/" + attachment.id(),
                        "The scanner found something harmful in \"" + attachment.name() + "\"."));
            }
        }
        return failures;
    }
}
