package eu.mpf.gateway.feed;

import java.util.UUID;

/**
 * What sets this feed apart from others.
 *
 * @param id changes when the database is created anew
 * @param cursors signed with a key that is kept with the changes
 */
record FeedIdentity(UUID id, Cursors cursors) {

    /** Name of the consumer that fills the feed. A new database is a new consumer, which reads from the beginning. */
    String consumer() {
        return "gateway.changes." + id;
    }
}
