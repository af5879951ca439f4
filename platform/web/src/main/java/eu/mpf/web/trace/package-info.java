/** What traces may tell. */
@NullMarked
package eu.mpf.web.trace;

import org.jspecify.annotations.NullMarked;
