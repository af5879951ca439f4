package eu.mpf.web.setting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings that every service has. */
@ApplicationScoped
public class PlatformSettings implements SettingSource {
    public static final Setting<Boolean> MAIL_SENDING = Setting.onOff(
            "mail.sending", true, "Whether waiting mails are sent. While it is off they wait, and none is lost.");

    public static final Setting<Boolean> IMPORTS_OPEN = Setting.onOff(
            "imports.open", true, "Whether files may be imported. While it is off only dry runs are done.");

    @Override
    public List<Setting<?>> settings() {
        return List.of(MAIL_SENDING, IMPORTS_OPEN);
    }
}
