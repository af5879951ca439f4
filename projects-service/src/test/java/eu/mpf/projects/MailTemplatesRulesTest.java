package eu.mpf.projects;

import eu.mpf.testkit.MailTemplateRules;

class MailTemplatesRulesTest extends MailTemplateRules {}
