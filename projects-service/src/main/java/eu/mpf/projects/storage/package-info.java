/** How values are kept in JSON columns. */
@NullMarked
package eu.mpf.projects.storage;

import org.jspecify.annotations.NullMarked;
