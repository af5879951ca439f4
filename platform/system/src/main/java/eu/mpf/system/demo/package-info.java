/** Data to look at on a first start. */
@NullMarked
package eu.mpf.system.demo;

import org.jspecify.annotations.NullMarked;
