package eu.mpf.gateway;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/** Ends a connection at once. Vert.x's own {@code close} first sends what is waiting, for ever if the peer does not read. */
final class Disconnect {

    private Disconnect() {}

    static void now(HttpConnection connection) {
        if (connection instanceof ConnectionBase base) {
            base.channel().close();
        } else {
            connection.close();
        }
    }
}
