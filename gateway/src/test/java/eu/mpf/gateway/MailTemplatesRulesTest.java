package eu.mpf.gateway;

import eu.mpf.testkit.MailTemplateRules;

class MailTemplatesRulesTest extends MailTemplateRules {}
