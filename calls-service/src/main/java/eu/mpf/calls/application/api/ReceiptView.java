package eu.mpf.calls.application.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.calls.application.Submission;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.calls.receipt.Receipt;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The receipt of something handed in.
 *
 * @param receipt a JSON Web Signature (Ed25519) over what it says; keys at {@code /v1/receipts/keys}
 * @param contentHash SHA-256 of {@code content} as canonical JSON (RFC 8785)
 * @param guidelines the files of the guidelines that were in force, as the receipt names them
 * @param content what was handed in, unchanged
 */
@Schema(name = "SignedReceipt")
public record ReceiptView(
        UUID receiptId,
        Stage stage,
        int callEdition,
        Instant submittedAt,
        String contentHash,
        String receipt,
        List<Receipt.Guidelines> guidelines,
        Map<String, Object> content) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final TypeReference<List<Receipt.Guidelines>> GUIDELINES = new TypeReference<>() {};

    static ReceiptView of(Submission submission) {
        try {
            return new ReceiptView(
                    submission.id(),
                    submission.stage(),
                    submission.callEdition(),
                    submission.submittedAt(),
                    submission.contentHash(),
                    submission.receipt(),
                    guidelines(submission.receipt()),
                    JSON.readValue(submission.content(), OBJECT));
        } catch (IOException e) {
            throw new IllegalStateException("stored submission", e);
        }
    }

    /** Receipts from before the guidelines were kept name none. */
    private static List<Receipt.Guidelines> guidelines(String receipt) throws IOException {
        JsonNode named = JSON.readTree(Base64.getUrlDecoder().decode(receipt.split("\\.", -1)[1]))
                .path("guidelines");
        return named.isArray() ? JSON.convertValue(named, GUIDELINES) : List.of();
    }
}
