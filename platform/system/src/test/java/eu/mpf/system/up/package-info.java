@NullMarked
package eu.mpf.system.up;

import org.jspecify.annotations.NullMarked;
