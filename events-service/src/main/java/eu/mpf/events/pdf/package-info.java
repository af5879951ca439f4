/** Documents as tagged PDF. */
@NullMarked
package eu.mpf.events.pdf;

import org.jspecify.annotations.NullMarked;
