package eu.mpf.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** One request and what came back. */
public record Exchange(
        String identity,
        String method,
        String path,
        @Nullable JsonNode sent,
        Answer answer) {}
