/** The editors' list of names in free text. */
@NullMarked
package eu.mpf.events.mention.api;

import org.jspecify.annotations.NullMarked;
