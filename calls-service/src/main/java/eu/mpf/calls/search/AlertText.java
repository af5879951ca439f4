package eu.mpf.calls.search;

import eu.mpf.web.mail.Mail;
import java.util.List;

/** What came to match a search, as a mail. */
final class AlertText {

    private AlertText() {}

    static Mail mail(SavedSearches.Due search, List<SavedSearches.News> news) {
        StringBuilder text = new StringBuilder("Your saved search \"")
                .append(search.name())
                .append("\" found:\n");
        for (SavedSearches.News call : news) {
            text.append("\n").append(call.title()).append("\n  ").append(call.key()).append(", ").append(call.status());
            if (call.deadlineAt() != null) {
                text.append(", until ").append(call.deadlineAt());
            }
            text.append('\n');
        }
        String subject = news.size() == 1
                ? "Call " + news.getFirst().key()
                : news.size() + " calls for your search " + search.name();
        return new Mail(search.address(), subject.replaceAll("\\s+", " "), text.toString());
    }
}
