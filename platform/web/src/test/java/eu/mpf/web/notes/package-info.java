/** A small service of notes, to test the platform's rules on. */
@NullMarked
package eu.mpf.web.notes;

import org.jspecify.annotations.NullMarked;
