package eu.mpf.events;

import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.access.AccessMatrix;

@MpfTest
class AccessTest extends AccessMatrix {
    AccessTest() {
        super("events");
    }
}
