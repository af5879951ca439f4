/** Proof that a person who is erased is nowhere, but where a documented rule keeps them. */
@NullMarked
package eu.mpf.system.privacy;

import org.jspecify.annotations.NullMarked;
