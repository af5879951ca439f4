/** Lists of codes that records refer to, in versions, with names in the official languages. */
@NullMarked
package eu.mpf.web.codelist;

import org.jspecify.annotations.NullMarked;
