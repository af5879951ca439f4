package eu.mpf.messaging;

import java.util.regex.Pattern;

/**
 * A fact to publish, in the past tense, with the full public state of its aggregate after the change.
 *
 * <p>No secrets and no personal data: people appear as ids and categories only.
 *
 * @param topic {@code mpf.<service>.<aggregate>.v1}; all types of one aggregate share it
 * @param type CloudEvents type, for example {@code eu.mpf.projects.project.registered.v1}
 * @param aggregateId CloudEvents subject and Kafka key: order is kept per aggregate
 * @param aggregateVersion version of the aggregate after the change; grows with every command that emits an event
 * @param data a record or map that becomes the JSON value; at most 256 kB
 */
public record OutgoingEvent(String topic, String type, String aggregateId, long aggregateVersion, Object data) {

    private static final Pattern TOPIC = Pattern.compile("[a-z0-9._-]{1,245}");

    public OutgoingEvent {
        if (!TOPIC.matcher(topic).matches()) {
            throw new IllegalArgumentException("not a topic name: " + topic);
        }
        if (type.isBlank() || aggregateId.isBlank()) {
            throw new IllegalArgumentException("an event needs a type and an aggregate id");
        }
    }
}
