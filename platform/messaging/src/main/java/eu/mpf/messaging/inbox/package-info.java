/**
 * Consumers: one thread polls for each, one worker handles each of its partitions, in order.
 *
 * <p>An event's effect and the note that it was handled are one transaction; Kafka's offsets follow after. So a second
 * delivery, whatever its reason, has no second effect.
 */
@NullMarked
package eu.mpf.messaging.inbox;

import org.jspecify.annotations.NullMarked;
