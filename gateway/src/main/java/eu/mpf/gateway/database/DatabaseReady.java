package eu.mpf.gateway.database;

/** The database answers and has every table; told once in the life of an instance. */
public record DatabaseReady() {}
