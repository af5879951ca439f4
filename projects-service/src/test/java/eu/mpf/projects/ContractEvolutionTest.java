package eu.mpf.projects;

import eu.mpf.testkit.contract.ContractEvolution;

class ContractEvolutionTest extends ContractEvolution {}
