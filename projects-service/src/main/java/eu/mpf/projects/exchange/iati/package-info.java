/**
 * The portfolio in the standard of the International Aid Transparency Initiative, version 2.03: written and read.
 * docs/open-data.md says which field stands where.
 */
@NullMarked
package eu.mpf.projects.exchange.iati;

import org.jspecify.annotations.NullMarked;
