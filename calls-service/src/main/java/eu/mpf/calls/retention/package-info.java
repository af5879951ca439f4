/** Lets go of what was kept as long as its purpose needs it; figures stay, and what a standing grant rests on. */
@NullMarked
package eu.mpf.calls.retention;

import org.jspecify.annotations.NullMarked;
