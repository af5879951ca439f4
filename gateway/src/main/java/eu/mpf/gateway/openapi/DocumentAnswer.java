package eu.mpf.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.mpf.gateway.policy.auth.TokenChecks;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a document as JSON or YAML, as asked, with an ETag over its content. */
final class DocumentAnswer {

    private static final MediaType YAML = new MediaType("application", "yaml");
    private static final MediaType OPENAPI_YAML = new MediaType("application", "vnd.oai.openapi");
    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, YAML, OPENAPI_YAML, new MediaType("text", "yaml"))
            .build();
    private static final ObjectMapper JSON_MAPPER = new ObjectMapper();
    private static final YAMLMapper YAML_MAPPER = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build();

    /** What a document looks like, for as long as the very same tree is given. */
    private static final Cache<JsonNode, Text> JSON_TEXTS =
            Caffeine.newBuilder().weakKeys().build();

    private static final Cache<JsonNode, Text> YAML_TEXTS =
            Caffeine.newBuilder().weakKeys().build();

    private record Text(byte[] bytes, EntityTag tag) {

        static Text of(byte[] bytes) {
            String latin = new String(bytes, StandardCharsets.ISO_8859_1);
            return new Text(bytes, new EntityTag(TokenChecks.fingerprint(latin).substring(0, 32)));
        }
    }

    private DocumentAnswer() {}

    static Response of(JsonNode document, Request request) {
        Variant variant = request.selectVariant(VARIANTS);
        if (variant == null) {
            throw new NotAcceptableException();
        }
        boolean json = variant.getMediaType().getSubtype().equals("json");
        Text text = json
                ? JSON_TEXTS.get(document, tree -> text(tree, JSON_MAPPER))
                : YAML_TEXTS.get(document, tree -> text(tree, YAML_MAPPER));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(text.tag());
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(text.bytes()) : unchanged;
        return answer.tag(text.tag())
                .header("Content-Type", variant.getMediaType() + ";charset=UTF-8")
                .header("Cache-Control", "no-cache")
                .header("Vary", "Accept")
                .build();
    }

    private static Text text(JsonNode document, ObjectMapper mapper) {
        try {
            return Text.of(mapper.writeValueAsBytes(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
