package eu.mpf.gateway.feed;

import java.util.List;

/**
 * Changes in their order.
 *
 * @param nextCursor where to go on; also there if the page is empty
 * @param caughtUp whether there was nothing more when the page was read
 */
public record ChangePage(List<Change> items, String nextCursor, boolean caughtUp) {}
