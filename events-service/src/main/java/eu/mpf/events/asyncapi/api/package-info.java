/** The description of this service's events, served beside the OpenAPI document. */
@NullMarked
package eu.mpf.events.asyncapi.api;

import org.jspecify.annotations.NullMarked;
