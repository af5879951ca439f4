package eu.mpf.web.link;

import java.net.InetAddress;

/** Addresses that are nobody's on the open internet (RFC 1918, 3927, 4193, 6598 and the special ones). */
final class PrivateAddresses {
    private PrivateAddresses() {}

    static boolean contain(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] b = address.getAddress();
        int first = b[0] & 0xff;
        if (b.length == 4) {
            int second = b[1] & 0xff;
            return first == 0 || first >= 240 || (first == 100 && second >= 64 && second < 128);
        }
        // fc00::/7 is local to a site, 64:ff9b::/96 and 2002::/16 hide an IPv4 address.
        return (first & 0xfe) == 0xfc
                || (first == 0x20 && (b[1] & 0xff) == 0x02)
                || (first == 0x00 && (b[1] & 0xff) == 0x64 && (b[2] & 0xff) == 0xff);
    }
}
