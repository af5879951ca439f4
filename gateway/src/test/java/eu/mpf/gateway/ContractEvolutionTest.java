package eu.mpf.gateway;

import eu.mpf.testkit.contract.ContractEvolution;

class ContractEvolutionTest extends ContractEvolution {}
