/** Real servers without containers: PostgreSQL, Kafka, an identity provider and a mail sink, all on loopback. */
@NullMarked
package eu.mpf.embedded;

import org.jspecify.annotations.NullMarked;
