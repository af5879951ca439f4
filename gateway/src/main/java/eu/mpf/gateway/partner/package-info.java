/** Programs of partner organisations that call the API, and the keys they call it with. */
@NullMarked
package eu.mpf.gateway.partner;

import org.jspecify.annotations.NullMarked;
