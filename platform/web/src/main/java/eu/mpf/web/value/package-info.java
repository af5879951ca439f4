/** Values every service shares: money, texts in several languages, countries, ids. */
@NullMarked
package eu.mpf.web.value;

import org.jspecify.annotations.NullMarked;
