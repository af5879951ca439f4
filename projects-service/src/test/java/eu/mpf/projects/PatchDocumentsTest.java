package eu.mpf.projects;

import eu.mpf.testkit.contract.PatchDocumentRules;

class PatchDocumentsTest extends PatchDocumentRules {}
