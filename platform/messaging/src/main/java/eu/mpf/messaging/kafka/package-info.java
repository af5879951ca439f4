/** Kafka clients: the one producer, topic creation, and whether the broker answers. */
@NullMarked
package eu.mpf.messaging.kafka;

import org.jspecify.annotations.NullMarked;
