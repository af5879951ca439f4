package eu.mpf.calls;

import eu.mpf.testkit.contract.ContractExamples;

class ContractExamplesTest extends ContractExamples {}
