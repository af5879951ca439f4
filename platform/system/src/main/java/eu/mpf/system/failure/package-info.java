/**
 * Failures on purpose: programs that break a piece of the running platform while people work with it, and then ask every
 * database and the log of events whether what was promised holds.
 */
@NullMarked
package eu.mpf.system.failure;

import org.jspecify.annotations.NullMarked;
