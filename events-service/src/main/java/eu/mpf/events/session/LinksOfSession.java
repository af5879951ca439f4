package eu.mpf.events.session;

import eu.mpf.web.link.FoundLinks;

/** Finds the links that readers of a session are given. */
final class LinksOfSession {
    private LinksOfSession() {}

    static FoundLinks in(SessionDetails details) {
        return new FoundLinks()
                .text("/summary", "Summary", details.summary())
                .text("/feedbackNote", "How it was received", details.feedbackNote());
    }
}
