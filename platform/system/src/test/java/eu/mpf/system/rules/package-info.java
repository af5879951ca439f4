/** Rules over the whole repository that no module can hold alone. */
@NullMarked
package eu.mpf.system.rules;

import org.jspecify.annotations.NullMarked;
