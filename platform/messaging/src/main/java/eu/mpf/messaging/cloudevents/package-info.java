/** CloudEvents 1.0 in binary mode: the value is the data, the attributes are {@code ce_} headers. */
@NullMarked
package eu.mpf.messaging.cloudevents;

import org.jspecify.annotations.NullMarked;
