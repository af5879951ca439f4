/** Values as published elsewhere: kept as printed, read only where well formed. */
@NullMarked
package eu.mpf.projects.published;

import org.jspecify.annotations.NullMarked;
