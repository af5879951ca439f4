/** Which language of a text a caller gets. */
@NullMarked
package eu.mpf.web.language;

import org.jspecify.annotations.NullMarked;
