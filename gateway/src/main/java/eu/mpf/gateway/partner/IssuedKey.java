package eu.mpf.gateway.partner;

/** A new key and its text, which is never to be had again. */
public record IssuedKey(ApiKey key, String text) {}
