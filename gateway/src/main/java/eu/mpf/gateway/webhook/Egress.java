package eu.mpf.gateway.webhook;

import eu.mpf.web.net.PublicAddresses;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

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
            if (!open && !PublicAddresses.contain(address)) {
                throw new Refused("the host has an address that is not public");
            }
        }
        return addresses[0];
    }
}
