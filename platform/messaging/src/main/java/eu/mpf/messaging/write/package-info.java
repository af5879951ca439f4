/** Rows written together at the end of a transaction. */
@NullMarked
package eu.mpf.messaging.write;

import org.jspecify.annotations.NullMarked;
