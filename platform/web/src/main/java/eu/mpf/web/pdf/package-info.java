/** Documents that everybody can read: tagged PDF. A service that makes some has the library and the fonts among its own. */
@NullMarked
package eu.mpf.web.pdf;

import org.jspecify.annotations.NullMarked;
