package eu.mpf.events;

import eu.mpf.testkit.MailTemplateRules;

class MailTemplatesRulesTest extends MailTemplateRules {}
