package eu.mpf.calls.search;

import eu.mpf.web.mail.MailDigest;
import eu.mpf.web.mail.MailTemplates;
import eu.mpf.web.mail.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What came to match a search, told at once or with the mail of the day. Each call of each search has one key, ever. */
@ApplicationScoped
class Alerts {

    private final MailTemplates templates;
    private final Mailer mails;
    private final MailDigest digest;

    Alerts(MailTemplates templates, Mailer mails, MailDigest digest) {
        this.templates = templates;
        this.mails = mails;
        this.digest = digest;
    }

    void tell(SavedSearches.Due search, List<SavedSearches.News> news) {
        switch (search.frequency()) {
            case IMMEDIATE -> {
                var letter = templates.fill(
                        "saved-search-alert",
                        List.of(search.language()),
                        Map.of(
                                "name",
                                search.name(),
                                "count",
                                news.size(),
                                "calls",
                                news.stream().map(call -> "- " + line(call)).collect(Collectors.joining("\n"))));
                mails.queue(letter.to(search.address()), key(search, news.getFirst()));
            }
            case DAILY ->
                news.forEach(call -> digest.add(
                        new MailDigest.Notice(
                                search.address(),
                                "saved-search-digest",
                                search.language(),
                                search.name() + ": " + line(call),
                                Duration.ofDays(1)),
                        key(search, call)));
        }
    }

    private static String key(SavedSearches.Due search, SavedSearches.News call) {
        return "saved-search/" + search.id() + "/" + call.callId();
    }

    private static String line(SavedSearches.News call) {
        return call.title() + " (" + call.key() + "), " + call.status()
                + (call.deadlineAt() == null ? "" : ", " + call.deadlineAt());
    }
}
