package eu.mpf.calls;

import eu.mpf.testkit.FuzzedContract;
import eu.mpf.testkit.MpfTest;

@MpfTest
class FuzzTest extends FuzzedContract {}
