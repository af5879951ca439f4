/** What projects achieve: indicators with baseline, target and what was measured. */
@NullMarked
package eu.mpf.projects.result;

import org.jspecify.annotations.NullMarked;
