/** Lists of codes that records refer to. */
@NullMarked
package eu.mpf.projects.codelist;

import org.jspecify.annotations.NullMarked;
