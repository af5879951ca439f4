package eu.mpf.calls;

import eu.mpf.testkit.LanguageRules;
import eu.mpf.testkit.MpfTest;

@MpfTest
class LanguageTest extends LanguageRules {}
