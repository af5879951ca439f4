package eu.mpf.calls;

import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.PersonalDataRegister;

@MpfTest
class PersonalDataTest extends PersonalDataRegister {
    PersonalDataTest() {
        super("calls");
    }
}
