@NullMarked
package eu.mpf.calls.pipeline;

import org.jspecify.annotations.NullMarked;
