package eu.mpf.web.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A link of the chain. Its hash covers the link before it and one signed entry, so that none of them can be another without
 * this one being another.
 *
 * @param position 1 is the first
 * @param hash SHA-256
 */
record ChainLink(long position, byte[] hash) {
    /** What the first link builds on. */
    static final ChainLink GENESIS = new ChainLink(0, new byte[32]);

    /** The link that takes the next entry into the chain. */
    ChainLink next(SignedEntry entry) {
        return next(AuditJson.canonical(entry.entry()), entry.signature());
    }

    /** @param canonical the entry as {@link AuditJson#canonical} writes it */
    ChainLink next(byte[] canonical, byte[] signature) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(hash);
            digest.update(canonical);
            digest.update(signature);
            return new ChainLink(position + 1, digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** Whether both have the same hash, wherever they stand. */
    boolean isAs(ChainLink other) {
        return Arrays.equals(hash, other.hash);
    }

    String hex() {
        return HexFormat.of().formatHex(hash);
    }
}
