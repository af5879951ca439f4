package eu.mpf.messaging;

/** To be fired when outbox and inbox have their tables, by an application with {@code mpf.messaging.at-start=false}. */
public record TablesReady() {}
