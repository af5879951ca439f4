/** Projects and organisations taken in from files. Nothing is repaired: what cannot be read is kept as printed or refused. */
@NullMarked
package eu.mpf.projects.exchange.intake;

import org.jspecify.annotations.NullMarked;
