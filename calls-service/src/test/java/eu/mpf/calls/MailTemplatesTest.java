package eu.mpf.calls;

import eu.mpf.testkit.MailTemplateRules;

class MailTemplatesTest extends MailTemplateRules {}
