package eu.mpf.gateway.policy.ratelimit;

import eu.mpf.gateway.policy.TrustedPeers;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;

/** The address a client without a credential is counted by. */
final class ClientAddress {

    private static final int NETWORK = 8;

    private ClientAddress() {}

    /** The peer, or who a trusted proxy says it was; of an IPv6 address the network, since one client has all of it. */
    static String of(HttpServerRequest request, TrustedPeers trusted) {
        SocketAddress peer = request.remoteAddress();
        String address = peer == null || peer.hostAddress() == null ? "unknown" : peer.hostAddress();
        if (trusted.contains(peer)) {
            String chain = request.getHeader("X-Forwarded-For");
            if (chain != null) {
                address = chain.substring(chain.lastIndexOf(',') + 1).trim();
            }
        }
        return address.indexOf(':') < 0 ? address : network(address);
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
