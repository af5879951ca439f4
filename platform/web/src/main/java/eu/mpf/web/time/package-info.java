/** The database's clock, by which deadlines are decided. */
@NullMarked
package eu.mpf.web.time;

import org.jspecify.annotations.NullMarked;
