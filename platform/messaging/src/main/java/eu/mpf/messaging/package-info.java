/**
 * Domain events between services: a transactional outbox that feeds Kafka, and an inbox that reads from it.
 *
 * <p>A service sees {@link eu.mpf.messaging.Outbox}, {@link eu.mpf.messaging.OutgoingEvent}, {@link
 * eu.mpf.messaging.EventListener}, {@link eu.mpf.messaging.IncomingEvent} and {@link
 * eu.mpf.messaging.PermanentFailure}. The packages below this one are the machinery.
 */
@NullMarked
package eu.mpf.messaging;

import org.jspecify.annotations.NullMarked;
