/** The visibility check-list: does a project show who pays for it? */
@NullMarked
package eu.mpf.projects.visibility;

import org.jspecify.annotations.NullMarked;
