/** What every operation says in the OpenAPI document without saying it itself. */
@NullMarked
package eu.mpf.web.openapi;

import org.jspecify.annotations.NullMarked;
