/** Plain SQL on the service's database, within the caller's transaction if there is one. */
@NullMarked
package eu.mpf.web.sql;

import org.jspecify.annotations.NullMarked;
