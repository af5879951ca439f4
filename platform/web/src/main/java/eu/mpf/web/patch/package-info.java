/** JSON merge patch (RFC 7396). */
@NullMarked
package eu.mpf.web.patch;

import org.jspecify.annotations.NullMarked;
