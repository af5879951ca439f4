package eu.mpf.gateway.policy;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.List;

/** The address a client is counted by while no credential says who it is: its requests, and its bad credentials. */
public final class ClientAddress {

    private static final int NETWORK = 8;

    private ClientAddress() {}

    /** The peer, or who a trusted proxy says it was; of an IPv6 address the network, since one client has all of it. */
    public static String of(HttpServerRequest request, TrustedPeers trusted) {
        SocketAddress peer = request.remoteAddress();
        String address = peer == null || peer.hostAddress() == null ? "unknown" : peer.hostAddress();
        if (trusted.contains(peer)) {
            List<String> chain = request.headers().getAll("X-Forwarded-For");
            if (!chain.isEmpty()) {
                address = behind(String.join(",", chain), trusted);
            }
        }
        return address.indexOf(':') < 0 ? address : network(address);
    }

    /** The last one of the chain that is not a trusted proxy itself; what stands before it may be the client's invention. */
    private static String behind(String chain, TrustedPeers trusted) {
        int end = chain.length();
        String address;
        do {
            int comma = chain.lastIndexOf(',', end - 1);
            address = chain.substring(comma + 1, end).trim();
            end = comma;
        } while (end > 0 && trusted.containsText(address));
        return address;
    }

    private static String network(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length <= NETWORK) {
            return address;
        }
        StringBuilder text = new StringBuilder(20);
        for (int i = 0; i < NETWORK; i++) {
            text.append(Character.forDigit(bytes[i] >> 4 & 15, 16)).append(Character.forDigit(bytes[i] & 15, 16));
        }
        return text.append("/64").toString();
    }
}
