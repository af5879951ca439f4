/** Pages of the documentation that are generated from the code. */
@NullMarked
package eu.mpf.system.docs;

import org.jspecify.annotations.NullMarked;
