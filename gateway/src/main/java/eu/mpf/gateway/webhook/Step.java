package eu.mpf.gateway.webhook;

/** What there is to do for an endpoint now. */
public sealed interface Step {

    /** To be attempted. */
    record Deliver(Delivery delivery) implements Step {}

    /** A part of the feed held nothing for it, and there is more of the feed. */
    record LookOn() implements Step {}

    /** Nothing for now. */
    record Rest() implements Step {}
}
