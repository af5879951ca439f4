/** How projects work in partnership: the facility's view and the grantee's own. */
@NullMarked
package eu.mpf.projects.classification;

import org.jspecify.annotations.NullMarked;
