package eu.mpf.calls;

import eu.mpf.testkit.contract.ContractEvolution;

class ContractEvolutionTest extends ContractEvolution {}
