package eu.mpf.gateway.policy;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.SocketAddressImpl;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The proxies before the gateway whose word about the client is believed; by default nobody's. */
public final class TrustedPeers {

    private final List<IpSubnetFilterRule> blocks;

    /** @param blocks addresses or CIDR blocks, such as {@code 10.0.0.0/8} */
    public TrustedPeers(List<String> blocks) {
        this.blocks = blocks.stream().map(String::trim).map(TrustedPeers::rule).toList();
    }

    private static IpSubnetFilterRule rule(String block) {
        int slash = block.indexOf('/');
        String address = slash < 0 ? block : block.substring(0, slash);
        int length = slash < 0 ? (address.indexOf(':') < 0 ? 32 : 128) : Integer.parseInt(block.substring(slash + 1));
        return new IpSubnetFilterRule(address, length, IpFilterRuleType.ACCEPT);
    }

    public boolean contains(@Nullable SocketAddress peer) {
        if (blocks.isEmpty() || !(peer instanceof SocketAddressImpl known)) {
            return false;
        }
        InetAddress address = known.ipAddress();
        return address != null && contains(address);
    }

    /** Whether a text is the address of one of them; no name is looked up. */
    public boolean containsText(String text) {
        InetAddress address = blocks.isEmpty() ? null : NetUtil.createInetAddressFromIpAddressString(text);
        return address != null && contains(address);
    }

    private boolean contains(InetAddress address) {
        InetSocketAddress socket = new InetSocketAddress(address, 0);
        return blocks.stream().anyMatch(block -> block.matches(socket));
    }
}
