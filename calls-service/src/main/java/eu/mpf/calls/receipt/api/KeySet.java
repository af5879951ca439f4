package eu.mpf.calls.receipt.api;

import eu.mpf.calls.receipt.Receipts.JsonWebKey;
import java.util.List;

/** A JSON Web Key Set (RFC 7517): every key that ever signed a receipt. */
public record KeySet(List<JsonWebKey> keys) {}
