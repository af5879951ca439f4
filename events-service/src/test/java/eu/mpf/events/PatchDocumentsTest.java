package eu.mpf.events;

import eu.mpf.testkit.contract.PatchDocumentRules;

class PatchDocumentsTest extends PatchDocumentRules {}
