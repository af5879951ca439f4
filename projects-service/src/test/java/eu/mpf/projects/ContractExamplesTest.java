package eu.mpf.projects;

import eu.mpf.testkit.contract.ContractExamples;

class ContractExamplesTest extends ContractExamples {}
