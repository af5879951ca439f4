/** Aggregates that wait because Kafka refuses one of their events, and what an administrator can do about it. */
@NullMarked
package eu.mpf.messaging.parking;

import org.jspecify.annotations.NullMarked;
