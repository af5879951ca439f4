/** Plain SQL on the service's database, within the caller's transaction. */
@NullMarked
package eu.mpf.events.sql;

import org.jspecify.annotations.NullMarked;
