/** What may change in a contract that others rely on. */
@NullMarked
package eu.mpf.testkit.contract;

import org.jspecify.annotations.NullMarked;
