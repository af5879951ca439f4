/** How JSON looks in every service. */
@NullMarked
package eu.mpf.web.json;

import org.jspecify.annotations.NullMarked;
