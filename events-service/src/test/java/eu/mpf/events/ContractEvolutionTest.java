package eu.mpf.events;

import eu.mpf.testkit.contract.ContractEvolution;

class ContractEvolutionTest extends ContractEvolution {}
