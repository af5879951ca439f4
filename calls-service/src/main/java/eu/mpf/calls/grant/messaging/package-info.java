/** Grants over Kafka. */
@NullMarked
package eu.mpf.calls.grant.messaging;

import org.jspecify.annotations.NullMarked;
