package eu.mpf.web.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** What may be called on somebody's word: addresses that are globally reachable, after IANA's special-purpose registries. */
public final class PublicAddresses {

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

    /** What is not globally reachable, and what leads elsewhere. */
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

    private PublicAddresses() {}

    public static boolean contain(InetAddress address) {
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
