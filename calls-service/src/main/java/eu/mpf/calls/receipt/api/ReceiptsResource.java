package eu.mpf.calls.receipt.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.calls.receipt.CanonicalJson;
import eu.mpf.calls.receipt.Receipt;
import eu.mpf.calls.receipt.Receipts;
import eu.mpf.web.idempotency.WithoutKey;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Receipts, checked by anyone. */
@Path("/v1")
@Tag(name = "Receipts", description = "Signed receipts of submissions: anybody can check one.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReceiptsResource {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Receipts receipts;

    ReceiptsResource(Receipts receipts) {
        this.receipts = receipts;
    }

    @GET
    @Path("/receipts/keys")
    @PermitAll
    @Operation(summary = "The public keys of receipts", description = "With them a receipt can be checked offline.")
    public KeySet keys() {
        return new KeySet(receipts.published());
    }

    @POST
    @Path("/receipts:verify")
    @PermitAll
    @WithoutKey("changes nothing")
    @Operation(summary = "Check a receipt")
    public Verification verify(@NotNull @Valid VerifyRequest request) {
        Receipt receipt = receipts.verify(request.receipt()).orElse(null);
        return new Verification(receipt != null, contentMatches(receipt, request), receipt);
    }

    private static @Nullable Boolean contentMatches(@Nullable Receipt receipt, VerifyRequest request) {
        if (receipt == null || request.content() == null) {
            return null;
        }
        return CanonicalJson.matches(JSON.valueToTree(request.content()), receipt.contentHash());
    }
}
