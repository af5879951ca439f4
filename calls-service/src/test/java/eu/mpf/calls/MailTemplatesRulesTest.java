package eu.mpf.calls;

import eu.mpf.testkit.MailTemplateRules;

class MailTemplatesRulesTest extends MailTemplateRules {}
