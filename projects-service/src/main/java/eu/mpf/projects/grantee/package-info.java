/** The bodies that hold a grant of the facility today, or held one. */
@NullMarked
package eu.mpf.projects.grantee;

import org.jspecify.annotations.NullMarked;
