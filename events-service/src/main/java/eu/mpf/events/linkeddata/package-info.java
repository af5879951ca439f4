/** Events as linked data: schema.org and the Core Public Event Vocabulary. */
@NullMarked
package eu.mpf.events.linkeddata;

import org.jspecify.annotations.NullMarked;
