package eu.mpf.events;

import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.OpenApiContract;

@MpfTest
class ContractTest extends OpenApiContract {}
