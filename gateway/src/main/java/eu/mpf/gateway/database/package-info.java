/** The gateway's own database: prepared in the background, and missed by nothing but what is kept in it. */
@NullMarked
package eu.mpf.gateway.database;

import org.jspecify.annotations.NullMarked;
