package eu.mpf.gateway.kit;

import eu.mpf.testkit.Api;
import io.restassured.specification.RequestSpecification;

/** Requests to the public port of the whole gateway. */
public final class FrontDoor {

    private FrontDoor() {}

    /** To the gateway's own operations: every answer is checked against its committed OpenAPI document. */
    public static RequestSpecification api(int port) {
        return at(Api.anonymous(), port);
    }

    /** To pages, documents and what lies behind the gateway, which its document does not describe. */
    public static RequestSpecification unchecked(int port) {
        return at(Api.unchecked(), port);
    }

    private static RequestSpecification at(RequestSpecification request, int port) {
        return request.baseUri("http://127.0.0.1").port(port);
    }
}
