/** Outbox rows and the relay that takes them to Kafka in the order of each aggregate's versions. */
@NullMarked
package eu.mpf.messaging.outbox;

import org.jspecify.annotations.NullMarked;
