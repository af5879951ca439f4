/** Checks answers against an OpenAPI 3.1 document: path, operation, status, media type and shape. */
@NullMarked
package eu.mpf.testkit.openapi;

import org.jspecify.annotations.NullMarked;
