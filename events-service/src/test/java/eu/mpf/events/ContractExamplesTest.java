package eu.mpf.events;

import eu.mpf.testkit.contract.ContractExamples;

class ContractExamplesTest extends ContractExamples {}
