/** Names in free text after their bearers were erased: withheld by the machine, or noted for an editor. */
@NullMarked
package eu.mpf.events.mention;

import org.jspecify.annotations.NullMarked;
