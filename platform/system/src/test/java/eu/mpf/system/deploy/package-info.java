/** The files of deploy/ against what the applications need. */
@NullMarked
package eu.mpf.system.deploy;

import org.jspecify.annotations.NullMarked;
