/** Files people hand in: checked, kept in the database once per content, scanned, and given out safely. */
@NullMarked
package eu.mpf.web.file;

import org.jspecify.annotations.NullMarked;
