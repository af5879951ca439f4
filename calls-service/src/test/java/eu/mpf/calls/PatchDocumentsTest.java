package eu.mpf.calls;

import eu.mpf.testkit.contract.PatchDocumentRules;

class PatchDocumentsTest extends PatchDocumentRules {}
