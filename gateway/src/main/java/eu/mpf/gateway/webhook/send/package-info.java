/** Brings deliveries to their endpoints: the only part of webhooks that speaks HTTP to them. */
@NullMarked
package eu.mpf.gateway.webhook.send;

import org.jspecify.annotations.NullMarked;
