/** Webhooks (Standard Webhooks 1.0): events brought to partners, each endpoint in its own order and at its own pace. */
@NullMarked
package eu.mpf.gateway.webhook;

import org.jspecify.annotations.NullMarked;
