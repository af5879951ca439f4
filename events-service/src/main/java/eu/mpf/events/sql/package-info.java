/** Values kept as {@code jsonb}. */
@NullMarked
package eu.mpf.events.sql;

import org.jspecify.annotations.NullMarked;
