@NullMarked
package eu.mpf.calls.scoring;

import org.jspecify.annotations.NullMarked;
