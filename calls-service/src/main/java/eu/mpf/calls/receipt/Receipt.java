package eu.mpf.calls.receipt;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt says.
 *
 * @param callEdition the edition of the call in force at that moment, under which the application is judged
 * @param files what was handed in with it; the content hash covers their hashes as well
 * @param guidelines the files of the guidelines in force at that moment
 * @param contentHash SHA-256 over the canonical JSON (RFC 8785) of what was handed in
 */
public record Receipt(
        String iss,
        UUID receiptId,
        UUID applicationId,
        String reference,
        UUID callId,
        String callKey,
        int callEdition,
        String stage,
        String organisation,
        Instant submittedAt,
        @Nullable Instant deadlineAt,
        @Schema(examples = "sha-256:9f86d0…") String contentHash,
        List<File> files,
        List<Guidelines> guidelines) {

    public Receipt {
        guidelines = guidelines == null ? List.of() : List.copyOf(guidelines);
        files = files == null ? List.of() : List.copyOf(files);
    }

    /** A file that was handed in. {@code hash} is SHA-256 over its bytes. */
    @Schema(name = "ReceiptFile")
    public record File(String kind, String name, long size, String hash) {}

    /** The guidelines in one language, as they were in force. {@code hash} is SHA-256 over the bytes of the file. */
    @Schema(name = "ReceiptGuidelines")
    public record Guidelines(UUID fileId, @Nullable String language, int version, String name, String hash) {}
}
