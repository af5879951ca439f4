/** Organisations over Kafka. */
@NullMarked
package eu.mpf.calls.organisation.messaging;

import org.jspecify.annotations.NullMarked;
