package eu.mpf.projects;

import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.PersonalDataRegister;

@MpfTest
class PersonalDataTest extends PersonalDataRegister {
    PersonalDataTest() {
        super("projects");
    }
}
