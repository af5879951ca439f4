package eu.mpf.calls;

import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.OpenApiContract;

@MpfTest
class OpenApiContractTest extends OpenApiContract {}
