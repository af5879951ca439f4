package eu.mpf.messaging.parking;

import java.util.List;

/** The parked aggregates of one service, oldest first; at most 200. */
public record ParkedAggregates(List<ParkedAggregate> items) {}
