/**
 * A fuzzer over an OpenAPI document: seeded requests, valid, nearly valid and hostile, with every role. What must never
 * happen is a server error, an answer the document does not foresee, or none in time.
 */
@NullMarked
package eu.mpf.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
