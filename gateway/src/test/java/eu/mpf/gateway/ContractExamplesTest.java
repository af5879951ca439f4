package eu.mpf.gateway;

import eu.mpf.testkit.contract.ContractExamples;

class ContractExamplesTest extends ContractExamples {}
