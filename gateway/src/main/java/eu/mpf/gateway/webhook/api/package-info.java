/** Webhooks and their deliveries over HTTP. */
@NullMarked
package eu.mpf.gateway.webhook.api;

import org.jspecify.annotations.NullMarked;
