/** People who speak, each under all spellings of the name. */
@NullMarked
package eu.mpf.events.person;

import org.jspecify.annotations.NullMarked;
