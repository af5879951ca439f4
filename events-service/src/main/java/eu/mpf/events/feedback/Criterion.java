package eu.mpf.events.feedback;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the audience may score, each from 1 (poor) to 5 (excellent). */
@Schema(name = "FeedbackCriterion")
public enum Criterion {
    OVERALL,
    CONTENT,
    SPEAKERS,
    /** Whether there was time enough for questions and discussion. */
    DISCUSSION
}
