package eu.mpf.gateway.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Where the gateway may send to on a partner's word: public addresses only. A host is resolved once, every address it has
 * is judged, and the one that is connected is one that was judged; a name that resolves differently a moment later gains
 * nothing.
 */
public final class Egress {

    /** Finds a host's addresses. */
    @FunctionalInterface
    public interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** An address may not be sent to. Its message is fit for the partner. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message, null, false, false);
        }
    }

    private record Block(byte[] network, int bits) {
        boolean contains(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit & 7);
                if ((address[bit >> 3] & mask) != (network[bit >> 3] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** IANA's special-purpose registries: what is not globally reachable, and what leads elsewhere. */
    private static final List<Block> CLOSED = List.of(
            block("0.0.0.0", 8),
            block("10.0.0.0", 8),
            block("100.64.0.0", 10),
            block("127.0.0.0", 8),
            block("169.254.0.0", 16),
            block("172.16.0.0", 12),
            block("192.0.0.0", 24),
            block("192.0.2.0", 24),
            block("192.31.196.0", 24),
            block("192.52.193.0", 24),
            block("192.88.99.0", 24),
            block("192.168.0.0", 16),
            block("192.175.48.0", 24),
            block("198.18.0.0", 15),
            block("198.51.100.0", 24),
            block("203.0.113.0", 24),
            block("224.0.0.0", 4),
            block("240.0.0.0", 4));

    /** Of IPv6 only global unicast is open, less these. */
    private static final Block GLOBAL_UNICAST = block("2000::", 3);

    private static final List<Block> CLOSED_6 = List.of(
            block("2001::", 23),
            block("2001:db8::", 32),
            block("2002::", 16),
            block("3fff::", 20),
            block("2620:4f:8000::", 48));

    private final Resolver resolver;
    private final boolean open;

    /** @param open whether private addresses and plain http are allowed: for tests and the local stack only */
    public Egress(Resolver resolver, boolean open) {
        this.resolver = resolver;
        this.open = open;
    }

    /**
     * Judges the form of an address, before anything is resolved.
     *
     * @throws Refused if it is not one of https with a host name, and nothing more than a path and a query
     */
    void checkForm(URI url) throws Refused {
        String scheme = String.valueOf(url.getScheme());
        if (!scheme.equals("https") && !(open && scheme.equals("http"))) {
            throw new Refused("must begin with https://");
        }
        if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new Refused("must have a host, and neither a user nor a fragment");
        }
    }

    /**
     * The address to connect to.
     *
     * @throws Refused if the host has none, or any that is not public
     */
    public InetAddress resolve(URI url) throws Refused {
        checkForm(url);
        InetAddress[] addresses;
        try {
            addresses = resolver.resolve(url.getHost().replaceAll("^\\[|]$", ""));
        } catch (UnknownHostException e) {
            throw new Refused("the host is not known");
        }
        for (InetAddress address : addresses) {
            if (!open && !isPublic(address)) {
                throw new Refused("the host has an address that is not public");
            }
        }
        return addresses[0];
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address four -> CLOSED.stream().noneMatch(block -> block.contains(bytes));
            case Inet6Address six ->
                GLOBAL_UNICAST.contains(bytes) && CLOSED_6.stream().noneMatch(block -> block.contains(bytes));
            default -> false;
        };
    }

    private static Block block(String network, int bits) {
        try {
            byte[] bytes = InetAddress.getByName(network).getAddress();
            return new Block(Arrays.copyOf(bytes, bytes.length), bits);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
