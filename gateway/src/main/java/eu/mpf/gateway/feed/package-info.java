/**
 * The change feed: every event of the platform since a cursor, as pages and as server-sent events.
 *
 * <p>A consumer copies the topics of all services into a table of the gateway's own database; readers see that table
 * alone. How positions come about, and why none appears behind a cursor already handed out, is told in {@link
 * eu.mpf.gateway.feed.ChangeLog}.
 */
@NullMarked
package eu.mpf.gateway.feed;

import org.jspecify.annotations.NullMarked;
