@NullMarked
package eu.mpf.calls.application;

import org.jspecify.annotations.NullMarked;
